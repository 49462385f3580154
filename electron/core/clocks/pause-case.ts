/** Letting the clocks of a case stand still (멈춤) and run again, each with its line on the trail. */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { ClocksOfCase, PauseReason } from './model.ts'
import { holdCase, ownCase } from '../cases/hold-case.ts'
import { tellCase } from '../cases/tell-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { door } from '../door.ts'
import { seoulDayOf } from '../kernel/dates.ts'
import { daysFrom, daysLeft, laterBy } from './paused-days.ts'
import { officeHolidays, readPauses, runAgain } from './pauses.ts'
import { readClocks } from './run-clocks.ts'

export const ofCase = door.clocks.ofCase.handler(async ({ input, context }) => {
  await ownCase(context, input.caseId)
  return clocksOfCase(context, input.caseId)
})

async function clocksOfCase(context: Pick<Desk, 'db' | 'host' | 'today' | 'caller' | 'about'>, caseId: string): Promise<ClocksOfCase> {
  const { db, today } = context
  const found = await ownCase(context, caseId)
  const holidays = await officeHolidays(context)
  const all = await readClocks(db, caseId)
  const running = all.filter(({ doneOn }) => doneOn === null).sort((one, other) => one.dueOn < other.dueOn ? -1 : 1)
  const ended = all.filter(({ clock, doneOn }, place) => doneOn !== null && !running.some(one => one.clock === clock) && all.findLastIndex(one => one.clock === clock) === place)
  const since = found.pausedSince
  return {
    today,
    pausedSince: since,
    clocks: [...running, ...ended].map(clock => ({
      ...clock,
      dueIfResumed: since === null || clock.doneOn !== null
        ? clock.dueOn
        : laterBy(clock.dueOn, daysFrom(since > clock.startedOn ? since : clock.startedOn, today, clock.unit, holidays), clock.unit, holidays),
      left: clock.doneOn === null ? daysLeft(today, clock.dueOn, clock.unit, holidays) : null,
    })),
    pauses: await readPauses(db, caseId),
    version: found.version,
  }
}

export const pause = door.clocks.pause.handler(async ({ input, errors, context }) => {
  const { db, today } = context
  const held = await holdCase(context, input, 'write')
  if (held.pausedSince !== null)
    throw errors.ALREADY_PAUSED()
  if (input.from > today)
    throw errors.PAUSE_IN_FUTURE()
  if (input.from < seoulDayOf(held.openedAt))
    throw errors.PAUSE_BEFORE_CASE()
  if ((await readPauses(db, held.id)).some(({ runsAgainOn }) => runsAgainOn !== null && runsAgainOn > input.from))
    throw errors.PAUSES_OVERLAP()
  await pauseCase(context, held, input)
  tellCase(context, held)
  return clocksOfCase(context, held.id)
})

/** The caller holds the case, has seen that its clocks run, and tells open screens. */
export async function pauseCase(context: Desk, held: CaseSummary, { reason, from, note }: { readonly reason: PauseReason, readonly from: PlainDate, readonly note: string }): Promise<void> {
  const { db, host, caller } = context
  await db.insertInto('case_pause').values({ id: host.newId(), case_id: held.id, from_on: from, until_on: null, reason, note: note || null, staff_id: caller.staffId }).execute()
  await db.updateTable('welfare_case').set({ paused_since: from, version: held.version + 1 }).where('id', '=', held.id).execute()
  await writeEvent(context, { caseId: held.id, kind: 'paused', note: note || null, subject: reason })
}

export const resume = door.clocks.resume.handler(async ({ input, errors, context }) => {
  const { today } = context
  const held = await holdCase(context, input, 'write')
  if (held.pausedSince === null)
    throw errors.NOT_PAUSED()
  if (input.on > today)
    throw errors.PAUSE_IN_FUTURE()
  if (input.on < held.pausedSince)
    throw errors.END_BEFORE_START()
  await runAgain(context, held.id, held.pausedSince, input.on)
  tellCase(context, held)
  return clocksOfCase(context, held.id)
})
