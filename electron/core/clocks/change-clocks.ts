/** The office's own limits. Clocks that run move only as a preview showed it. */
import type { Desk } from '../door.ts'
import type { ClockName, ClockPreview, ClockSettings, ClockSettingsInForce, DueMove } from './model.ts'
import type { Stretch } from './paused-days.ts'
import { tell } from '../cases/tell-case.ts'
import { door } from '../door.ts'
import { CaseId } from '../kernel/ids.ts'
import { maskName } from '../kernel/mask.ts'
import { readOfficeText, writeOfficeText } from '../office-texts/read-office-text.ts'
import { CaseClock, defaultClocks, ClockSettings as Settings } from './model.ts'
import { laterBy, pausedDays } from './paused-days.ts'
import { officeHolidays } from './pauses.ts'
import { refreshDue } from './run-clocks.ts'

type Reading = Pick<Desk, 'db' | 'host' | 'today' | 'caller'>

async function inForce({ db }: Pick<Desk, 'db'>): Promise<ClockSettingsInForce> {
  const kept = await readOfficeText(db, 'clocks', Settings)
  const last = await db.selectFrom('office_text').select(['version', 'at', 'why']).where('name', '=', 'clocks').orderBy('version', 'desc').executeTakeFirst()
  return {
    settings: kept?.body ?? defaultClocks,
    version: last?.version ?? 0,
    changedAt: (last?.at ?? null) as ClockSettingsInForce['changedAt'],
    why: last?.why ?? null,
  }
}

interface Moving { readonly move: DueMove, readonly startedOn: string, readonly paused: number, readonly pausedNow: boolean }

/** What runs under a setting and would be due on another day. */
async function movesUnder(context: Reading, wanted: ClockSettings): Promise<{ readonly running: number, readonly moving: readonly Moving[] }> {
  const holidays = await officeHolidays(context)
  const rows = await runningClocks(context, Object.keys(wanted))
  const stretches = await endedByCase(context)
  const moving = rows.flatMap((row): Moving[] => {
    const { clock, startedOn, dueOn, days, unit } = CaseClock.parse({ clock: row.clock, startedOn: row.started_on, dueOn: row.due_on, days: row.days, unit: row.unit, pausedDays: row.paused_days, doneOn: null })
    const setting = wanted[clock as keyof ClockSettings]
    if (setting.days === days && setting.unit === unit)
      return []
    const paused = pausedDays(stretches.get(row.case_id) ?? [], startedOn, setting.unit, holidays)
    const to = laterBy(startedOn, setting.days + paused, setting.unit, holidays)
    const maskedName = context.caller.roles.includes('lead') && row.visitorName !== null ? maskName(row.visitorName) : null
    return [{ move: { caseId: CaseId.parse(row.case_id), maskedName, plannerName: row.plannerName, clock, from: dueOn, to }, startedOn, paused, pausedNow: row.paused_since !== null }]
  })
  return { running: rows.length, moving: moving.filter(({ move }) => move.from !== move.to) }
}

const runningClocks = ({ db }: Reading, clocks: readonly string[]) => db.selectFrom('case_clock')
  .innerJoin('welfare_case', 'welfare_case.id', 'case_clock.case_id')
  .leftJoin('staff', 'staff.id', 'welfare_case.planner_id')
  .leftJoin('person', join => join.onRef('person.household_id', '=', 'welfare_case.household_id').on('person.visitor', '=', 1))
  .selectAll('case_clock')
  .select(['welfare_case.paused_since', 'staff.name as plannerName', 'person.name as visitorName'])
  .where('case_clock.done_on', 'is', null)
  .where('case_clock.clock', 'in', clocks)
  .orderBy('case_clock.due_on')
  .orderBy('case_clock.case_id')
  .orderBy('case_clock.clock')
  .execute()

async function endedByCase({ db }: Reading): Promise<ReadonlyMap<string, readonly Stretch[]>> {
  const rows = await db.selectFrom('case_pause').select(['case_id', 'from_on', 'until_on']).where('until_on', 'is not', null).execute()
  const byCase = new Map<string, Stretch[]>()
  for (const { case_id, from_on, until_on } of rows) {
    const stretch = { from: from_on, runsAgainOn: until_on } as Stretch
    byCase.set(case_id, [...byCase.get(case_id) ?? [], stretch])
  }
  return byCase
}

function previewOf({ host, today }: Reading, running: number, moving: readonly Moving[]): ClockPreview {
  const moves = moving.map(({ move }) => move)
  const count = (at: 'from' | 'to') => moving.filter(({ move, pausedNow }) => !pausedNow && move[at] < today).length
  return {
    running,
    moves,
    lateNow: count('from'),
    lateThen: count('to'),
    seen: host.hash(JSON.stringify(moves.map(({ caseId, clock, from, to }) => [caseId, clock, from, to]))),
  }
}

export const settings = door.clocks.settings.handler(({ context }) => inForce(context))

export const preview = door.clocks.preview.handler(async ({ input, context }) => {
  const { running, moving } = await movesUnder(context, input.settings)
  return previewOf(context, running, moving)
})

export const change = door.clocks.change.handler(async ({ input, errors, context }) => {
  const { db, about } = context
  about('office-text', 'clocks')
  const wanted = input.settings ?? defaultClocks
  const { running, moving } = input.moving === null ? { running: 0, moving: [] } : await movesUnder(context, wanted)
  if (input.moving !== null && previewOf(context, running, moving).seen !== input.moving)
    throw errors.PREVIEW_OUTDATED()
  await writeOfficeText(context, 'clocks', input.seenVersion, input.settings, input.why)
  for (const { move, startedOn, paused } of moving) {
    const { days, unit } = wanted[move.clock as Exclude<ClockName, 'first-contact' | 'review'>]
    await db.updateTable('case_clock').set({ due_on: move.to, days, unit, paused_days: paused })
      .where('case_id', '=', move.caseId)
      .where('clock', '=', move.clock)
      .where('started_on', '=', startedOn)
      .execute()
    await refreshDue(db, move.caseId)
    tell(context, move.caseId, null)
  }
  return inForce(context)
})
