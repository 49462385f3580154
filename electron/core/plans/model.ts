/** What a lead has to approve (승인), and how far a plan is: written, approved, agreed, in force. */
import type { CaseSummary } from '../cases/model.ts'
import type { Plan } from '../records/bodies/plan.ts'
import type { RecordView } from '../records/model.ts'
import * as z from 'zod'
import { CaseStage, CaseTrack, Urgency } from '../cases/model.ts'
import { Instant, PlainDate } from '../kernel/dates.ts'
import { ApprovalId, CaseId, RecordId, StaffId } from '../kernel/ids.ts'
import { closingReasons } from '../records/bodies/closing.ts'
import { NeedArea } from '../records/bodies/need-areas.ts'

const Staff = z.object({ id: StaffId, name: z.string() })

export const ApprovalKind = z.enum(['plan', 'closing'])
export type ApprovalKind = z.infer<typeof ApprovalKind>

export const Approval = z.object({
  id: ApprovalId,
  caseId: CaseId,
  kind: ApprovalKind,
  recordId: RecordId.nullable(),
  status: z.enum(['asked', 'approved', 'returned']),
  askedAt: Instant,
  askedBy: Staff,
  answeredAt: Instant.nullable(),
  answeredBy: Staff.nullable(),
  /** Why it was returned. */
  answer: z.string().nullable(),
  /** Approved by the same person who asked, because there is no second lead. */
  alone: z.boolean(),
})
export type Approval = z.infer<typeof Approval>

/** A line of the lead's list: enough to see what waits; the record itself is read on the case's page. */
export const WaitingApproval = Approval.extend({
  recordId: RecordId,
  recordVersion: z.int().positive(),
  maskedName: z.string(),
  urgency: Urgency,
  stage: CaseStage,
  track: CaseTrack.nullable(),
  planner: Staff.nullable(),
  /** Asked by whoever reads this list: somebody else has to approve it. */
  mine: z.boolean(),
  plan: z.object({ goals: z.int(), measures: z.int(), agreed: z.boolean(), reviewOn: PlainDate.nullable() }).nullable(),
  closing: z.object({ reason: z.enum(closingReasons).nullable() }).nullable(),
})
export type WaitingApproval = z.infer<typeof WaitingApproval>

export const PlanStanding = z.object({
  needsApproval: z.boolean(),
  approval: Approval.nullable(),
  /** Agreed, and approved where that is needed: what it says is done now. */
  inForce: z.boolean(),
  /** Of the time before the case was closed and opened again: it wants a new one. */
  ofBefore: z.boolean(),
  /** Needs of level 4 in the last finished survey: each wants a goal. */
  pressing: z.array(NeedArea),
  /** A needs survey was finished, so that the plan can be filled in from it. */
  surveyed: z.boolean(),
})
export type PlanStanding = z.infer<typeof PlanStanding>

/** Integrated case management and what goes to the district want the lead's approval. */
export const planNeedsApproval = ({ track }: Pick<CaseSummary, 'track'>): boolean => track === 'integrated' || track === 'high-difficulty'

/** An approval counts for what was finished when it was asked for; a plan opened again needs another. */
export const approvalCounts = (record: Pick<RecordView, 'finishedAt'>, approval: Pick<Approval, 'askedAt'> | undefined): boolean =>
  approval !== undefined && record.finishedAt !== null && approval.askedAt >= record.finishedAt

/** @param reopenedAt when the case was opened again, if it was: a plan of the time before ended with the closing */
export const isOfBefore = ({ startedAt }: Pick<RecordView, 'startedAt'>, reopenedAt: string | undefined): boolean => startedAt < (reopenedAt ?? '')

export function isInForce(record: Pick<RecordView, 'status' | 'finishedAt'>, { agreed }: Pick<Plan, 'agreed'>, approval: Pick<Approval, 'askedAt' | 'status'> | undefined, needed: boolean): boolean {
  if (record.status !== 'finished' || agreed === null)
    return false
  return !needed || (approval?.status === 'approved' && approvalCounts(record, approval))
}

/** What was signed: everything the paper shows. How far a goal or measure is may change without a new signature. */
export const sameAgreement = (one: Pick<Plan, 'goals' | 'measures'>, other: Pick<Plan, 'goals' | 'measures'>): boolean =>
  signedPart(one) === signedPart(other)
const signedPart = ({ goals, measures }: Pick<Plan, 'goals' | 'measures'>): string =>
  JSON.stringify([goals.map(goal => ({ ...goal, state: null })), measures.map(measure => ({ ...measure, state: null }))])
