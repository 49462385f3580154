/** Stopping what is under way for a case at once (처리정지): tasks, appointments, offers, clocks. Referrals are called back by their own room. */
import type { Desk } from '../door.ts'
import { endPause } from '../clocks/pauses.ts'
import { finishClock } from '../clocks/run-clocks.ts'
import { closeTasks } from '../worklist/write-task.ts'

export async function stopCaseWork(context: Desk, caseId: string): Promise<void> {
  const { db, now, today } = context
  await closeTasks(context, { caseId })
  await db.updateTable('appointment').set({ status: 'cancelled' }).where('case_id', '=', caseId).where('status', '=', 'planned').execute()
  await db.updateTable('case_transfer').set({ status: 'taken-back', answered_at: now }).where('case_id', '=', caseId).where('status', '=', 'asked').execute()
  await db.updateTable('case_approval').set({ status: 'returned', answered_at: now }).where('case_id', '=', caseId).where('status', '=', 'asked').execute()
  await endPause(context, caseId, today)
  await finishClock(context, caseId)
  await db.updateTable('welfare_case').set({ next_on: null }).where('id', '=', caseId).execute()
}
