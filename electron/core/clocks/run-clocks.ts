/** Starting and stopping the clocks of a case. What lists show of them is written in the same breath. */
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { CaseClock, ClockName, ClockUnit } from './model.ts'
import { holidaysInForce } from '../center/read-holidays.ts'
import { addDays } from '../kernel/dates.ts'
import { readOfficeText } from '../office-texts/read-office-text.ts'
import { addWorkingDays, holidaySet } from '../policy/working-days.ts'
import { CaseClock as CaseClockSchema, ClockSettings, defaultClocks } from './model.ts'

type Context = Pick<Desk, 'db' | 'host' | 'today'>

export const readClockSettings = async (db: Store): Promise<ClockSettings> =>
  (await readOfficeText(db, 'clocks', ClockSettings))?.body ?? defaultClocks

export async function readClocks(db: Store, caseId: string): Promise<CaseClock[]> {
  const rows = await db.selectFrom('case_clock').selectAll().where('case_id', '=', caseId).orderBy('started_on').orderBy('clock').execute()
  return rows.map(row => CaseClockSchema.parse({ clock: row.clock, startedOn: row.started_on, dueOn: row.due_on, days: row.days, unit: row.unit, pausedDays: row.paused_days, doneOn: row.done_on }))
}

/** The last day of a clock that runs for so many days from a day. */
export async function lastDay({ db, host }: Pick<Desk, 'db' | 'host'>, from: PlainDate, days: number, unit: ClockUnit): Promise<PlainDate> {
  return unit === 'calendar' ? addDays(from, days) : addWorkingDays(from, days, holidaySet(await holidaysInForce(db, host.catalogue().holidays)))
}

/** Begins a clock; one of the same name that runs is ended first. `dueOn` where a day is named instead of a number. */
export async function startClock(context: Context, caseId: string, clock: ClockName, named?: { readonly days: number, readonly unit: ClockUnit, readonly dueOn?: PlainDate }): Promise<void> {
  const { db, today } = context
  const setting = named ?? (await readClockSettings(db))[clock as keyof ClockSettings]
  await finishClock(context, caseId, clock)
  const dueOn = named?.dueOn ?? await lastDay(context, today, setting.days, setting.unit)
  const row = { due_on: dueOn, unit: setting.unit, days: setting.days, paused_days: 0, done_on: null }
  await db.insertInto('case_clock').values({ case_id: caseId, clock, started_on: today, ...row })
    .onConflict(conflict => conflict.columns(['case_id', 'clock', 'started_on']).doUpdateSet(row))
    .execute()
  await refreshDue(db, caseId)
}

export async function finishClock({ db, today }: Pick<Desk, 'db' | 'today'>, caseId: string, clock?: ClockName): Promise<void> {
  const running = db.updateTable('case_clock').set({ done_on: today }).where('case_id', '=', caseId).where('done_on', 'is', null)
  await (clock ? running.where('clock', '=', clock) : running).execute()
  await refreshDue(db, caseId)
}

/** Of the clocks that run the one that ends first stands in the list. */
export async function refreshDue(db: Store, caseId: string): Promise<void> {
  const next = await db.selectFrom('case_clock').select(['clock', 'due_on']).where('case_id', '=', caseId).where('done_on', 'is', null).orderBy('due_on').orderBy('clock').executeTakeFirst()
  await db.updateTable('welfare_case').set({ due_on: next?.due_on ?? null, due_clock: next?.clock ?? null }).where('id', '=', caseId).execute()
}
