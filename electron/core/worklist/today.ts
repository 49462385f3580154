/** What is due today and late, in one list: clocks, tasks, appointments, the oldest first. */
import type { Desk } from '../door.ts'
import type { TodayItem } from './model.ts'
import { door } from '../door.ts'
import { aboutCases } from './about-case.ts'
import { casesIn } from './filter-cases.ts'
import { TodayItem as TodayItemSchema } from './model.ts'
import { readOpenTasks } from './tasks.ts'
import { plannersOf } from './whose.ts'

const most = 300

export const today = door.worklist.today.handler(async ({ context }) => {
  const planners = await plannersOf(context, 'mine') ?? []
  const items = [
    ...await clocksDue(context, planners),
    ...(await readOpenTasks(context.db, planners, context.today)).map(task => ({ kind: 'task' as const, day: task.dueOn, task })),
    ...await appointmentsDue(context, planners),
  ]
  return items.sort((one, other) => one.day < other.day ? -1 : one.day > other.day ? 1 : timeOf(one).localeCompare(timeOf(other))).slice(0, most)
})

/** Within a day what has a time comes at its time, after what has none. */
const timeOf = (item: TodayItem): string => item.kind === 'appointment' ? item.starts ?? '' : ''

async function clocksDue({ db, today }: Desk, planners: readonly string[]): Promise<TodayItem[]> {
  const due = await casesIn(db, { planners }).select(['welfare_case.id', 'due_on', 'due_clock'])
    .where('due_on', '<=', today)
    .where('paused_since', 'is', null)
    .where('due_clock', 'is not', null)
    .orderBy('due_on')
    .limit(most)
    .execute()
  const cases = await aboutCases(db, due.map(({ id }) => id))
  return due.map(({ id, due_on, due_clock }) => TodayItemSchema.parse({ kind: 'clock', day: due_on, clock: due_clock, case: cases.get(id) }))
}

/** An appointment of an earlier day that nobody ticked off is late too. */
async function appointmentsDue({ db, today }: Desk, planners: readonly string[]): Promise<TodayItem[]> {
  const rows = await db.selectFrom('appointment').selectAll().where('staff_id', 'in', planners).where('status', '=', 'planned').where('day', '<=', today).orderBy('day').limit(most).execute()
  const cases = await aboutCases(db, rows.map(({ case_id }) => case_id))
  return rows.map(row => TodayItemSchema.parse({ kind: 'appointment', day: row.day, id: row.id, what: row.kind, starts: row.starts, case: row.case_id === null ? null : cases.get(row.case_id) ?? null }))
}
