/** What the closing page shows beside the record: what is still open, what was reached, and the after-care. */
import type { ClosingReason } from '../records/bodies/closing.ts'
import * as z from 'zod'
import { ContactChannel } from '../cases/model.ts'
import { Instant, PlainDate } from '../kernel/dates.ts'
import { BilingualText } from '../kernel/text.ts'
import { Approval } from '../plans/model.ts'
import { closingReasons } from '../records/bodies/closing.ts'
import { NeedArea } from '../records/bodies/need-areas.ts'
import { NeedLevel } from '../records/bodies/needs-survey.ts'
import { GoalState } from '../records/bodies/plan.ts'

/** After these there is nobody to call: no after-care. */
export const withoutAfterCare: readonly ClosingReason[] = ['died', 'moved', 'lost-contact']

/** Something that goes on unless the closing says what becomes of it. */
export const OpenItem = z.object({
  id: z.string(),
  kind: z.enum(['referral', 'application', 'task']),
  what: BilingualText,
  dueOn: PlainDate.nullable(),
})
export type OpenItem = z.infer<typeof OpenItem>

/** reached 통화함, not-reached 연락 안 됨, needs-help 다시 도움이 필요함. */
export const AfterCareOutcome = z.enum(['reached', 'not-reached', 'needs-help'])
export type AfterCareOutcome = z.infer<typeof AfterCareOutcome>

export const AfterCareCall = z.object({
  id: z.string(),
  at: Instant,
  staffName: z.string(),
  channel: ContactChannel.nullable(),
  outcome: AfterCareOutcome,
  note: z.string().nullable(),
  nextTry: PlainDate.nullable(),
})
export type AfterCareCall = z.infer<typeof AfterCareCall>

/** When to call after closing, as the office sets it. */
export const AfterCareSettings = z.strictObject({
  /** Months after closing on which a call is due. */
  months: z.array(z.int().min(1).max(24)).min(1).max(12),
  /** Months until the after-care ends. */
  until: z.int().min(1).max(24),
  source: z.string().trim().max(200),
}).refine(({ months, until }) => months.every((month, place) => month <= until && (place === 0 || month > months[place - 1]!)), { error: 'months rise and end with the after-care' })
export type AfterCareSettings = z.infer<typeof AfterCareSettings>

/**
 * Within six months, at least one call: common practice of the dongs, not read in the manual's text (to be checked).
 * The office may set its own months.
 */
export const defaultAfterCare: AfterCareSettings = { months: [1, 3, 6], until: 6, source: '현장 관행: 종결 뒤 6개월 안에 한 번 이상 (업무안내 원문 확인 필요)' }

export const ClosingPage = z.object({
  /** Once surveyed, planned or taken into case management, a closing wants the lead's approval. */
  needsApproval: z.boolean(),
  approval: Approval.nullable(),
  open: z.array(OpenItem),
  goals: z.array(z.object({ area: NeedArea, words: z.string(), goal: z.string(), state: GoalState })),
  /** Level of each need in the first and in the last finished survey. */
  needs: z.array(z.object({ area: NeedArea, first: NeedLevel.unwrap(), now: NeedLevel.unwrap() })),
  closedOn: PlainDate.nullable(),
  reason: z.enum(closingReasons).nullable(),
  afterCareUntil: PlainDate.nullable(),
  /** Days on which a call is due, and those that were made. */
  due: z.array(PlainDate),
  calls: z.array(AfterCareCall),
  settings: AfterCareSettings,
})
export type ClosingPage = z.infer<typeof ClosingPage>
