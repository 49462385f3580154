/** The last day of the after-care is over: the case is closed for good. Seen to at the first sign-in of a day. */
import type { Host, Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { writeEvent } from '../cases/write-event.ts'
import { StaffId } from '../kernel/ids.ts'
import { endWork } from './end-work.ts'
import { openItems } from './open-items.ts'

/**
 * On the last day itself there may still be a call. The line on the trail stands under the planner of the case.
 *
 * @param staffId who signed in, for a case that nobody looks after
 * @returns how many cases ended
 */
export async function endAfterCareDue(db: Store, host: Host, today: PlainDate, staffId: StaffId): Promise<number> {
  const over = await db.updateTable('welfare_case')
    .set(eb => ({ status: 'closed', stage: 'ended', next_on: null, version: eb('version', '+', 1) }))
    .where('status', '=', 'after-care')
    .where('after_care_until', '<', today)
    .returning(['id', 'planner_id'])
    .execute()
  for (const { id, planner_id } of over) {
    const context = { db, host, now: host.now(), today, caller: { staffId: planner_id === '' ? staffId : StaffId.parse(planner_id), name: '', roles: [], team: null } }
    // Who follows what is still on its way with others keeps the reminder.
    await endWork(context, id, (await openItems(context, id)).filter(({ kind }) => kind !== 'task').map(item => item.id))
    await writeEvent(context, { caseId: id, kind: 'closed', note: 'closing:after-care-over' })
  }
  return over.length
}
