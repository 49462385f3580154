/** Ending the cases of a household whose consent was withdrawn; one that was closed is withdrawn too, so that nobody finds or opens it. */
import type { Desk } from '../door.ts'
import { stopCaseWork } from './stop-case-work.ts'
import { tell } from './tell-case.ts'
import { writeEvent } from './write-event.ts'

/** @returns how many were going on until then */
export async function endCasesOf(context: Desk, householdId: string): Promise<number> {
  const { db } = context
  const cases = await db.selectFrom('welfare_case').select(['id', 'planner_id', 'status']).where('household_id', '=', householdId).where('status', '!=', 'withdrawn').execute()
  for (const { id, planner_id, status } of cases) {
    await db.updateTable('welfare_case')
      .set(eb => ({ status: 'withdrawn', stage: 'ended', due_on: null, due_clock: null, next_on: null, unread: status === 'closed' ? 0 : 1, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
    await stopCaseWork(context, id)
    await writeEvent(context, { caseId: id, kind: 'consent-withdrawn' })
    tell(context, id, planner_id)
  }
  return cases.filter(({ status }) => status !== 'closed').length
}
