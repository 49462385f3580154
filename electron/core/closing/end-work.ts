/** Ending what is under way when a case closes: tasks, appointments, offers. What was said to go on stays. */
import type { Desk } from '../door.ts'
import { endPause } from '../clocks/pauses.ts'
import { finishClock } from '../clocks/run-clocks.ts'
import { refreshNext } from '../worklist/write-task.ts'

/** @param goesOn ids of tasks, referrals and applications that go on, with their reminders */
export async function endWork(context: Pick<Desk, 'db' | 'host' | 'now' | 'today' | 'caller'>, caseId: string, goesOn: readonly string[]): Promise<void> {
  const { db, now, caller, today } = context
  const open = await db.selectFrom('case_task').select(['id', 'subject']).where('case_id', '=', caseId).where('done_at', 'is', null).execute()
  for (const { id, subject } of open) {
    if (!goesOn.includes(id) && !goesOn.includes(subject ?? ''))
      await db.updateTable('case_task').set(eb => ({ done_at: now, done_by: caller.staffId, version: eb('version', '+', 1) })).where('id', '=', id).execute()
  }
  await db.updateTable('appointment').set({ status: 'cancelled' }).where('case_id', '=', caseId).where('status', '=', 'planned').execute()
  await db.updateTable('case_transfer').set({ status: 'taken-back', answered_at: now }).where('case_id', '=', caseId).where('status', '=', 'asked').execute()
  await endPause(context, caseId, today)
  await finishClock(context, caseId)
  await refreshNext(db, caseId)
}
