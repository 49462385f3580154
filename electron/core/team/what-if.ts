/** What other rules would have done with the cases of the last months; nothing is written. */
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { Load, WhatIf } from './model.ts'
import type { PastCase, Replayed } from './replay.ts'
import { readFamilies } from '../cases/read-candidates.ts'
import { readSettings } from '../center/read-settings.ts'
import { door } from '../door.ts'
import { addMonths, seoulDayOf } from '../kernel/dates.ts'
import { CaseId } from '../kernel/ids.ts'
import { maskName } from '../kernel/mask.ts'
import { readConflicts, readPlanners, readStaff } from '../staff/read-staff.ts'
import { replay } from './replay.ts'

/** Rules about what is not kept of the past. */
const notOfThePast = ['absence'] as const
const most = 200

export const whatIf = door.team.whatIf.handler(async ({ input, context }) => {
  const { db, today } = context
  const since = addMonths(today, -input.months)
  const planners = await readPlanners(db)
  const rules = input.rules.map(one => (notOfThePast as readonly string[]).includes(one.rule) ? { ...one, on: false } : one)
  const replayed = replay(await readPast(db), planners, { since, limit: (await readSettings(db)).plannerLimit, rules, conflicts: await readConflicts(db) })
  const others = replayed.filter(({ past, would }) => past.plannerId !== would)
  return {
    since,
    cases: replayed.length,
    others: others.length,
    moved: await moved(context, others.toReversed().slice(0, most)),
    balance: planners.map(({ id, name }) => ({
      planner: { id, name },
      has: loadOf(replayed.filter(({ past }) => past.plannerId === id)),
      would: loadOf(replayed.filter(({ would }) => would === id)),
    })),
    notReplayed: input.rules.filter(({ rule, on }) => on && (notOfThePast as readonly string[]).includes(rule)).map(({ rule }) => rule),
  }
})

const loadOf = (replayed: readonly Replayed[]): Load =>
  ({ cases: replayed.length, weight: replayed.reduce((sum, { past }) => sum + past.difficulty, 0) })

async function moved({ db }: Pick<Desk, 'db'>, others: readonly Replayed[]): Promise<WhatIf['moved']> {
  const names = new Map((await readStaff(db)).map(({ id, name }) => [id as string, name]))
  const person = (id: string) => ({ id: id as StaffId, name: names.get(id) ?? '—' })
  const households = others.map(({ past }) => past.householdId)
  const visitors = new Map(households.length === 0
    ? []
    : (await db.selectFrom('person').select(['household_id', 'name']).where('visitor', '=', 1).where('household_id', 'in', households).execute()).map(({ household_id, name }) => [household_id, name] as const))
  return others.map(({ past, would, decidedBy }) => {
    const visitor = visitors.get(past.householdId)
    return {
      caseId: CaseId.parse(past.id),
      maskedName: visitor === undefined ? '—' : maskName(visitor),
      dong: past.family.dong,
      openedOn: past.openedOn,
      has: past.plannerId === '' ? null : person(past.plannerId),
      would: person(would),
      decidedBy,
    }
  })
}

/** Every case there was, oldest first. The need is the one found later, for the counter did not know it. */
async function readPast(db: Store): Promise<PastCase[]> {
  const rows = await db.selectFrom('welfare_case').select(['id', 'household_id', 'opened_at', 'closed_on', 'status', 'planner_id', 'difficulty', 'main_need']).orderBy('opened_at').orderBy('id').execute()
  const families = await readFamilies(db, rows.map(({ household_id }) => household_id))
  const endings = new Map((await db.selectFrom('case_event').select(({ fn }) => ['case_id', fn.max('at').as('at')]).where('kind', 'in', ['closed', 'consent-withdrawn']).groupBy('case_id').execute())
    .map(({ case_id, at }) => [case_id, at] as const))
  return rows.map((row) => {
    const over = row.status === 'closed' || row.status === 'withdrawn'
    const ending = row.closed_on ?? (over ? seoulDayOf((endings.get(row.id) ?? row.opened_at) as Desk['now']) : null)
    return {
      id: row.id,
      householdId: row.household_id,
      openedOn: seoulDayOf(row.opened_at as Desk['now']),
      closedOn: ending as PastCase['closedOn'],
      plannerId: row.planner_id,
      difficulty: row.difficulty,
      family: { ...families.get(row.household_id) ?? { dong: '—', road: '', detail: '', language: null }, need: row.main_need as PastCase['family']['need'] },
    }
  })
}
