/**
 * A plan in force: agreed with the resident, and approved by the lead where that is needed. The case goes on to the
 * service, and the review is due on the day that the plan names.
 */
import type { CaseStage, CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { Plan } from '../records/bodies/plan.ts'
import type { RecordView } from '../records/model.ts'
import { moveStage } from '../cases/move-stage.ts'
import { finishClock, startClock } from '../clocks/run-clocks.ts'
import { daysBetween } from '../kernel/dates.ts'
import { sayBoth } from '../kernel/say.ts'
import { addTask, closeTasks } from '../worklist/write-task.ts'
import { isInForce, isOfBefore, planNeedsApproval } from './model.ts'
import { newestApproval } from './read-approvals.ts'

/** When the case was opened again last. */
export async function reopenedAt({ db }: Pick<Desk, 'db'>, caseId: string): Promise<string | undefined> {
  const reopened = await db.selectFrom('case_event').select('at').where('case_id', '=', caseId).where('kind', '=', 'reopened').orderBy('at', 'desc').executeTakeFirst()
  return reopened?.at
}

export async function standsInForce(context: Pick<Desk, 'db'>, found: CaseSummary, record: RecordView, plan: Plan): Promise<boolean> {
  return !isOfBefore(record, await reopenedAt(context, found.id))
    && isInForce(record, plan, await newestApproval(context.db, found.id, 'plan', record.id), planNeedsApproval(found))
}

const before: readonly CaseStage[] = ['first-contact', 'counselling', 'survey', 'selection', 'plan']

/** Call it once, when the last thing that was missing has come. A case about to be closed is not taken back for it. */
export async function takeEffect(context: Desk, found: CaseSummary, record: RecordView, plan: Plan): Promise<void> {
  if (found.stage === 'closing')
    return
  if (before.includes(found.stage))
    await moveStage(context, found, 'service')
  await setReview(context, found, record.id, plan.reviewOn)
}

/** The next look at the plan: a clock and a task on that day, or neither where no day is named. */
export async function setReview(context: Desk, found: CaseSummary, recordId: string, on: Plan['reviewOn']): Promise<void> {
  await closeTasks(context, { caseId: found.id, kind: 'review' })
  if (on === null)
    return finishClock(context, found.id, 'review')
  await startClock(context, found.id, 'review', { days: Math.max(0, daysBetween(context.today, on)), unit: 'calendar', dueOn: on })
  await addTask(context, { kind: 'review', caseId: found.id, what: sayBoth(context.host.texts, 'plan', 'tasks.review').ko, dueOn: on, staffId: null, subject: recordId })
}
