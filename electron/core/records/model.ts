/**
 * Written records of a case (사례 기록): saved as they are typed, with every version, who and when.
 *
 * Whoever writes sends the version they saw. When somebody else saved meanwhile, nothing is written over: the answer
 * brings the other version, and the person puts the two together.
 */
import * as z from 'zod'
import { Instant } from '../kernel/dates.ts'
import { CaseId, RecordId, StaffId } from '../kernel/ids.ts'
import { Closing } from './bodies/closing.ts'
import { CrisisCheck } from './bodies/crisis-check.ts'
import { FamilyMap } from './bodies/family-map.ts'
import { FirstCounselling } from './bodies/first-counselling.ts'
import { HomeVisit } from './bodies/home-visit.ts'
import { NeedsSurvey } from './bodies/needs-survey.ts'
import { Plan } from './bodies/plan.ts'

export const RecordKind = z.enum(['first-counselling', 'needs-survey', 'crisis-check', 'plan', 'home-visit', 'family-map', 'closing'])
export type RecordKind = z.infer<typeof RecordKind>

export const bodies = {
  'first-counselling': FirstCounselling,
  'needs-survey': NeedsSurvey,
  'crisis-check': CrisisCheck,
  'plan': Plan,
  'home-visit': HomeVisit,
  'family-map': FamilyMap,
  'closing': Closing,
} as const satisfies Record<RecordKind, z.ZodType>

export type RecordBody<Kind extends RecordKind = RecordKind> = z.infer<typeof bodies[Kind]>

const Staff = z.object({ id: StaffId, name: z.string() })

export const RecordSummary = z.object({
  id: RecordId,
  caseId: CaseId,
  kind: RecordKind,
  status: z.enum(['open', 'finished']),
  startedAt: Instant,
  startedBy: Staff,
  savedAt: Instant,
  savedBy: Staff,
  finishedAt: Instant.nullable(),
  finishedBy: Staff.nullable(),
  version: z.int().positive(),
})
export type RecordSummary = z.infer<typeof RecordSummary>

/** The kind says which of `bodies` the body is; the page reads it with that schema. */
export const RecordView = RecordSummary.extend({ body: z.record(z.string(), z.unknown()) })
export type RecordView = z.infer<typeof RecordView>

export const SaveOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('saved'), record: RecordView }),
  /** Somebody saved meanwhile; nothing was written. `record` is theirs. */
  z.object({ outcome: z.literal('conflict'), record: RecordView }),
])
export type SaveOutcome = z.infer<typeof SaveOutcome>

export const RecordVersion = z.object({
  version: z.int().positive(),
  at: Instant,
  staff: Staff,
  /** First steps of the fields that changed. */
  fields: z.array(z.string()),
  body: z.record(z.string(), z.unknown()),
})
export type RecordVersion = z.infer<typeof RecordVersion>
