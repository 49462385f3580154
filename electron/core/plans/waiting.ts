/** The lead's list of what waits for approval, longest waiting first; names masked. */
import type { Desk } from '../door.ts'
import type { Approval, WaitingApproval } from './model.ts'
import { findCase } from '../cases/read-case.ts'
import { door } from '../door.ts'
import { Closing } from '../records/bodies/closing.ts'
import { Plan } from '../records/bodies/plan.ts'
import { findRecord } from '../records/read-records.ts'
import { readWaiting } from './read-approvals.ts'

export const waiting = door.plans.waiting.handler(async ({ context }) => {
  const lines = await Promise.all((await readWaiting(context.db)).map(approval => lineOf(context, approval)))
  return lines.filter(line => line !== undefined)
})

/** Nothing while the record is being written again: it is asked for anew when it is finished. */
async function lineOf({ db, caller }: Desk, approval: Approval): Promise<WaitingApproval | undefined> {
  const record = approval.recordId === null ? undefined : await findRecord(db, approval.recordId)
  const found = await findCase(db, approval.caseId)
  if (!record || !found || record.status !== 'finished')
    return undefined
  const { goals, measures, agreed, reviewOn } = Plan.parse(approval.kind === 'plan' ? record.body : {})
  return {
    ...approval,
    recordId: record.id,
    recordVersion: record.version,
    maskedName: found.maskedName,
    urgency: found.urgency,
    stage: found.stage,
    track: found.track,
    planner: found.planner && { id: found.planner.id, name: found.planner.name },
    mine: approval.askedBy.id === caller.staffId,
    plan: approval.kind === 'plan' ? { goals: goals.length, measures: measures.length, agreed: agreed !== null, reviewOn } : null,
    closing: approval.kind === 'closing' ? { reason: Closing.parse(record.body).reason } : null,
  }
}
