/** The pauses of a case as they are kept, and what ends one. */
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Stretch } from './paused-days.ts'
import { writeEvent } from '../cases/write-event.ts'
import { holidaysInForce } from '../center/read-holidays.ts'
import { daysBetween } from '../kernel/dates.ts'
import { holidaySet } from '../policy/working-days.ts'
import { ClockPause, ClockUnit } from './model.ts'
import { laterBy, pausedDays } from './paused-days.ts'
import { refreshDue } from './run-clocks.ts'

/** Newest first. */
export async function readPauses(db: Store, caseId: string): Promise<ClockPause[]> {
  const rows = await db.selectFrom('case_pause').innerJoin('staff', 'staff.id', 'case_pause.staff_id')
    .selectAll('case_pause')
    .select('staff.name as staffName')
    .where('case_id', '=', caseId)
    .orderBy('from_on', 'desc')
    .orderBy('case_pause.id', 'desc')
    .execute()
  return rows.map(row => ClockPause.parse({ id: row.id, from: row.from_on, runsAgainOn: row.until_on, reason: row.reason, note: row.note, staffName: row.staffName }))
}

export const endedStretches = (pauses: readonly ClockPause[]): Stretch[] =>
  pauses.flatMap(({ from, runsAgainOn }) => runsAgainOn === null ? [] : [{ from, runsAgainOn }])

export const officeHolidays = async ({ db, host }: Pick<Desk, 'db' | 'host'>): Promise<ReadonlySet<PlainDate>> =>
  holidaySet(await holidaysInForce(db, host.catalogue().holidays))

/**
 * Ends the pause of a case on a day: what runs is due later by the days it stood still, each clock in its own unit.
 * Nothing happens where the case is not paused.
 */
export async function endPause(context: Pick<Desk, 'db' | 'host'>, caseId: string, on: PlainDate): Promise<void> {
  const { db } = context
  const ended = await db.updateTable('case_pause').set({ until_on: on }).where('case_id', '=', caseId).where('until_on', 'is', null).returning('id').execute()
  await db.updateTable('welfare_case').set({ paused_since: null }).where('id', '=', caseId).execute()
  if (ended.length === 0)
    return
  const stretches = endedStretches(await readPauses(db, caseId))
  const holidays = await officeHolidays(context)
  const running = await db.selectFrom('case_clock').selectAll().where('case_id', '=', caseId).where('done_on', 'is', null).execute()
  for (const clock of running) {
    const unit = ClockUnit.parse(clock.unit)
    const paused = pausedDays(stretches, clock.started_on as PlainDate, unit, holidays)
    const dueOn = laterBy(clock.due_on as PlainDate, paused - clock.paused_days, unit, holidays)
    await db.updateTable('case_clock').set({ due_on: dueOn, paused_days: paused })
      .where('case_id', '=', caseId)
      .where('clock', '=', clock.clock)
      .where('started_on', '=', clock.started_on)
      .execute()
    if (clock.clock === 'first-contact')
      await db.updateTable('welfare_case').set({ first_contact_due: dueOn }).where('id', '=', caseId).execute()
  }
  await refreshDue(db, caseId)
}

/** Ends the pause of a case on a day and says on the trail how long it stood still. What may be asked is checked by who calls. */
export async function runAgain(context: Pick<Desk, 'db' | 'host' | 'caller' | 'now'>, caseId: string, since: PlainDate, on: PlainDate): Promise<void> {
  await endPause(context, caseId, on)
  await context.db.updateTable('welfare_case').set(eb => ({ version: eb('version', '+', 1) })).where('id', '=', caseId).execute()
  await writeEvent(context, { caseId, kind: 'resumed', subject: String(daysBetween(since, on)) })
}
