/** All that is kept of an item on the agenda; the screens see it as `AgendaItem`. */
import * as z from 'zod'
import { CaseStage, CaseTrack } from '../cases/model.ts'
import { Instant } from '../kernel/dates.ts'
import { StaffId } from '../kernel/ids.ts'
import { Addition, AgendaReason, ItemDraft, Opinion } from './model.ts'

const ClockRow = z.strictObject({ clock: z.string(), started_on: z.string(), due_on: z.string(), unit: z.string(), days: z.int(), paused_days: z.int(), done_on: z.string().nullable() })
export type ClockRow = z.infer<typeof ClockRow>
const Standing = z.strictObject({ stage: CaseStage, track: CaseTrack.nullable(), clocks: z.array(ClockRow) })
export type Standing = z.infer<typeof Standing>

/** A closing that waited for the lead until the meeting decided to go on, and the stage that the case came back to. */
const SetAside = z.strictObject({ stage: CaseStage, asked: z.strictObject({ approvalId: z.string(), recordId: z.string(), recordVersion: z.int() }).nullable() })
export type SetAside = z.infer<typeof SetAside>

/** A plain save touches `draft` alone. */
export const ItemBody = z.strictObject({
  draft: ItemDraft.prefault({}),
  /** Who wrote on it last. */
  saved: z.strictObject({ at: Instant, staffId: StaffId, name: z.string() }).nullable().default(null),
  also: z.array(AgendaReason).default([]),
  opinions: z.array(Opinion).default([]),
  additions: z.array(Addition).default([]),
  leftOut: z.strictObject({ why: z.string(), staffId: StaffId }).nullable().default(null),
  putOff: z.strictObject({ why: z.string() }).nullable().default(null),
  /** How the case stood before and after the decision, so that it can be taken back within the meeting. */
  moved: z.strictObject({ before: Standing, after: Standing, closing: SetAside.nullable().default(null) }).nullable().default(null),
})
export type ItemBody = z.infer<typeof ItemBody>
