/** Ending the open cases of a household whose consent was withdrawn. */
import type { Desk } from '../door.ts'
import { CaseId, StaffId } from '../kernel/ids.ts'
import { stopCaseWork } from './stop-case-work.ts'
import { writeEvent } from './write-event.ts'

/** @returns how many were ended */
export async function endCasesOf(context: Desk, householdId: string): Promise<number> {
  const { db, host, afterwards } = context
  const open = await db.updateTable('welfare_case')
    .set(eb => ({ status: 'withdrawn', stage: 'ended', due_on: null, due_clock: null, next_on: null, unread: 1, version: eb('version', '+', 1) }))
    .where('household_id', '=', householdId)
    .where('status', 'not in', ['closed', 'withdrawn'])
    .returning(['id', 'planner_id'])
    .execute()
  for (const { id, planner_id } of open) {
    await stopCaseWork(context, id)
    await writeEvent(context, { caseId: id, kind: 'consent-withdrawn' })
    afterwards(() => host.news.publish('case', { caseId: CaseId.parse(id), plannerId: planner_id === '' ? null : StaffId.parse(planner_id), change: 'changed' }))
  }
  return open.length
}
