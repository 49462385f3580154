/** How far the newest plan of a case is, and which needs want a goal. */
import type { CaseSummary } from '../cases/model.ts'
import type { Store } from '../host.ts'
import type { PlanStanding } from './model.ts'
import { readNewest } from '../records/read-records.ts'
import { lastFinishedSurvey, pressingNeeds } from './begin-plan.ts'
import { isOfBefore, planNeedsApproval } from './model.ts'
import { newestApproval } from './read-approvals.ts'
import { reopenedAt, standsInForce } from './take-effect.ts'

export async function planStanding(db: Store, found: CaseSummary): Promise<PlanStanding> {
  const newest = await readNewest(db, found.id, 'plan')
  const approval = newest && await newestApproval(db, found.id, 'plan', newest.record.id)
  const survey = await lastFinishedSurvey(db, found.id)
  const needsApproval = planNeedsApproval(found)
  return {
    needsApproval,
    approval: approval ?? null,
    inForce: newest !== undefined && await standsInForce({ db }, found, newest.record, newest.body),
    ofBefore: newest !== undefined && isOfBefore(newest.record, await reopenedAt({ db }, found.id)),
    pressing: survey ? pressingNeeds(survey) : [],
    surveyed: survey !== undefined,
  }
}
