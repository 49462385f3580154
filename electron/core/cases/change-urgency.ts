/**
 * Changing how urgent a case is; the first contact is then due on another day.
 *
 * Raised, the days count from today, for nobody could know before; the day never moves away by it. Lowered, they count
 * from the day the clock began, with what it stood still. A crisis waits for nothing: what stood still runs again.
 */
import type { Desk } from '../door.ts'
import type { CaseSummary, Urgency } from './model.ts'
import { readSettings } from '../center/read-settings.ts'
import { laterBy } from '../clocks/paused-days.ts'
import { officeHolidays, runAgain } from '../clocks/pauses.ts'
import { refreshDue, startClock } from '../clocks/run-clocks.ts'
import { PlainDate } from '../kernel/dates.ts'
import { writeEvent } from './write-event.ts'

const rank = { normal: 0, soon: 1, crisis: 2 } as const satisfies Record<Urgency, number>

/** Nothing happens where the case is as urgent already. Does not end a first contact that was made. */
export async function changeUrgency(context: Desk, found: Pick<CaseSummary, 'id' | 'urgency' | 'pausedSince'>, urgency: Urgency, why: string | null): Promise<void> {
  if (found.urgency === urgency)
    return
  const { db } = context
  await db.updateTable('welfare_case').set(eb => ({ urgency, version: eb('version', '+', 1) })).where('id', '=', found.id).execute()
  await writeEvent(context, { caseId: found.id, kind: 'urgency-changed', note: why, subject: urgency })
  if (urgency === 'crisis')
    await endWaiting(context, found)
  await followUrgency(context, found.id, found.urgency, urgency)
}

/** The clocks of a case that turns out to be a crisis do not stand still any longer, whatever the reason was. */
export async function endWaiting(context: Desk, { id, pausedSince }: Pick<CaseSummary, 'id' | 'pausedSince'>): Promise<void> {
  if (pausedSince !== null)
    await runAgain(context, id, pausedSince, context.today)
}

/** The due day of a first contact that is still to be made. For whoever wrote the urgency already. */
export async function followUrgency(context: Desk, caseId: string, before: Urgency, urgency: Urgency): Promise<void> {
  const { db, today } = context
  const running = await db.selectFrom('case_clock').selectAll().where('case_id', '=', caseId).where('clock', '=', 'first-contact').where('done_on', 'is', null).executeTakeFirst()
  if (!running)
    return
  const holidays = await officeHolidays(context)
  const days = (await readSettings(db)).firstContactDays[urgency]
  const formerly = PlainDate.parse(running.due_on)
  let dueOn = laterBy(PlainDate.parse(running.started_on), days + running.paused_days, 'working', holidays)
  if (rank[urgency] > rank[before]) {
    const counted = laterBy(today, days, 'working', holidays)
    dueOn = counted < formerly ? counted : formerly
    await db.deleteFrom('case_clock').where('case_id', '=', caseId).where('clock', '=', 'first-contact').where('started_on', '=', running.started_on).execute()
    await startClock(context, caseId, 'first-contact', { days, unit: 'working', dueOn })
  }
  else {
    await db.updateTable('case_clock').set({ days, due_on: dueOn }).where('case_id', '=', caseId).where('clock', '=', 'first-contact').where('started_on', '=', running.started_on).execute()
    await refreshDue(db, caseId)
  }
  await db.updateTable('welfare_case').set({ first_contact_due: dueOn }).where('id', '=', caseId).execute()
}
