/** A case (사례): a household that a planner looks after, from assignment on. */
import * as z from 'zod'
import { EventKind } from '../eligibility/household-facts.ts'
import { Instant, PlainDate } from '../kernel/dates.ts'
import { CaseId, HouseholdId, StaffId, VisitId } from '../kernel/ids.ts'
import { BilingualText } from '../kernel/text.ts'

export const CaseStatus = z.enum(['assigned', 'in-contact', 'not-reached', 'closed', 'withdrawn'])
export type CaseStatus = z.infer<typeof CaseStatus>

export type CaseAction = 'reassign' | 'record-contact' | 'close'

/** What may be done to a case in each status; read by screens and handlers alike. */
export const actionsIn = {
  'assigned': ['reassign', 'record-contact', 'close'],
  'in-contact': ['reassign', 'record-contact', 'close'],
  'not-reached': ['reassign', 'record-contact', 'close'],
  'closed': [],
  'withdrawn': [],
} as const satisfies Record<CaseStatus, readonly CaseAction[]>

export const allows = (status: CaseStatus, action: CaseAction): boolean =>
  (actionsIn[status] as readonly CaseAction[]).includes(action)

/** crisis 위기, soon 서둘러, normal 보통. */
export const Urgency = z.enum(['crisis', 'soon', 'normal'])
export type Urgency = z.infer<typeof Urgency>

/** guidance 단순 안내, counselling 상담, crisis 위기 대응. */
export const CaseKind = z.enum(['guidance', 'counselling', 'crisis'])
export type CaseKind = z.infer<typeof CaseKind>

export const CaseSummary = z.object({
  id: CaseId,
  visitId: VisitId.nullable(),
  householdId: HouseholdId,
  maskedName: z.string(),
  dong: z.string(),
  event: EventKind,
  status: CaseStatus,
  urgency: Urgency,
  kind: CaseKind,
  planner: z.object({ id: StaffId, name: z.string() }),
  openedAt: Instant,
  firstContactDue: PlainDate,
  firstContactAt: Instant.nullable(),
  /** Nobody has opened it since it was assigned. */
  unread: z.boolean(),
  members: z.int().positive(),
  likely: z.int().nonnegative(),
  version: z.int().positive(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

export const ContactOutcome = z.enum(['reached', 'not-reached', 'refused', 'call-back'])
export type ContactOutcome = z.infer<typeof ContactOutcome>
export const ContactChannel = z.enum(['call', 'visit', 'at-center', 'message', 'letter'])
export type ContactChannel = z.infer<typeof ContactChannel>

export const CaseEvent = z.object({
  id: z.string(),
  at: Instant,
  staffName: z.string(),
  kind: z.enum(['opened', 'reassigned', 'contact', 'closed', 'consent-withdrawn', 'consent-added', 'guide-given', 'urgency-changed']),
  /** Free words of the planner or the reason of a choice. */
  note: z.string().nullable(),
  channel: ContactChannel.nullable(),
  outcome: ContactOutcome.nullable(),
  nextTry: PlainDate.nullable(),
})
export type CaseEvent = z.infer<typeof CaseEvent>

/** How urgent, of which kind and for whom, each with its reasons. */
export const Suggestion = z.object({
  urgency: Urgency,
  kind: CaseKind,
  reasons: z.array(BilingualText),
  /** Best first. */
  planners: z.array(z.object({
    id: StaffId,
    name: z.string(),
    phone: z.string().nullable(),
    openCases: z.int().nonnegative(),
    absent: z.boolean(),
    full: z.boolean(),
    reasons: z.array(BilingualText),
  })),
  /** The last day of the first contact for each urgency, in working days. */
  dueDays: z.record(Urgency, z.object({ days: z.int(), due: PlainDate })),
})
export type Suggestion = z.infer<typeof Suggestion>

export const PlannerLoad = z.object({
  planner: z.object({ id: StaffId, name: z.string() }),
  open: z.int(),
  crisis: z.int(),
  late: z.int(),
  dueToday: z.int(),
  absent: z.boolean(),
})
export type PlannerLoad = z.infer<typeof PlannerLoad>
