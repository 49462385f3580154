/** Agreeing a plan with the resident, looking at how it goes, and the lead's approvals of plans and closings. */
import * as z from 'zod'
import { Strokes } from '../consent/model.ts'
import { caseworkers, operation } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { ApprovalId, CaseId, PersonId, RecordId } from '../kernel/ids.ts'
import { Line, Note, PersonName, Version } from '../kernel/names.ts'
import { RowId } from '../records/bodies/field-parts.ts'
import { GoalState, MeasureState, reviewResults } from '../records/bodies/plan.ts'
import { RecordView } from '../records/model.ts'
import { Approval, PlanStanding, WaitingApproval } from './model.ts'

const seen = { recordId: RecordId, seenVersion: Version }
const writing = { CASE_NOT_FOUND: {}, RECORD_NOT_FOUND: {}, CASE_NOT_OPEN: {}, CHANGED_MEANWHILE: {}, SENSITIVE_CONSENT_MISSING: {} } as const
const answering = { CASE_NOT_FOUND: {}, APPROVAL_NOT_FOUND: {}, CHANGED_MEANWHILE: {} } as const
/** `seenVersion` is that of the record: a lead approves what they read. */
const answered = { approvalId: ApprovalId, seenVersion: Version }

export const plans = {
  /** How far the newest plan is, and what the survey wants of it. */
  standing: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId }))
    .output(PlanStanding)
    .errors({ CASE_NOT_FOUND: {} }),
  /** The resident agrees: by strokes on the screen, on paper, or spoken, with the reason why. */
  agree: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({
      ...seen,
      /** Who of the household; `null`: somebody who stands in for them, by name. */
      personId: PersonId.nullable(),
      name: PersonName.nullable(),
      method: z.enum(['screen', 'paper', 'spoken']),
      strokes: Strokes.nullable(),
      why: Line,
    }))
    .output(RecordView)
    .errors({ ...writing, RECORD_INCOMPLETE: { data: z.object({ fields: z.array(z.string()) }) }, SIGNATURE_MISSING: {}, PERSON_NOT_FOUND: {}, SIGNER_NAME_MISSING: {}, SPOKEN_WHY_MISSING: {} }),
  /** Asks again for an approval, such as after a meeting took the case into integrated case management. */
  ask: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject(seen))
    .output(PlanStanding)
    .errors({ ...writing, PLAN_NOT_FINISHED: {} }),
  /** A look at how a plan in force goes: the states of goals and measures, what follows, and the next day. */
  review: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({
      ...seen,
      note: Note,
      result: z.enum(reviewResults),
      goals: z.array(z.strictObject({ id: RowId, state: GoalState })).max(40),
      measures: z.array(z.strictObject({ id: RowId, state: MeasureState })).max(120),
      /** Needed where the plan goes on. */
      nextOn: PlainDate.nullable(),
    }))
    .output(RecordView)
    .errors({ ...writing, PLAN_NOT_IN_FORCE: {}, NEXT_REVIEW_NEEDED: {}, DAY_IN_PAST: {} }),
  /** What waits for the lead: plans and closings. */
  waiting: operation({ access: 'read', roles: ['lead'] })
    .output(z.array(WaitingApproval)),
  /** Nobody approves what they asked for themselves while there is another lead. Of a closing it begins the after-care. */
  approve: operation({ access: 'change', roles: ['lead'] })
    .input(z.strictObject(answered))
    .output(Approval)
    .errors({ ...answering, CLOSING_REST_OPEN: { data: z.object({ count: z.int() }) }, SECOND_PERSON_NEEDED: { data: z.object({ names: z.string() }) } }),
  /** Back to the planner with the reason: the record can be written again. */
  return: operation({ access: 'change', roles: ['lead'] })
    .input(z.strictObject({ ...answered, why: Line.min(1) }))
    .output(Approval)
    .errors(answering),
}
