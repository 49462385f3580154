import type { ClockUnit } from '#core/clocks/model'
import type { Counter } from '../support/open-counter'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultClocks, dueStateOf } from '#core/clocks/model'
import { daysFrom, daysLeft, laterBy, pausedDays } from '#core/clocks/paused-days'
import { addDays, daysBetween } from '#core/kernel/dates'
import { holidaySet, isWorkingDay } from '#core/policy/working-days'
import { openCase } from '../support/case-at-desk'
import { openCounter, realCatalogue } from '../support/open-counter'
import { day } from '../support/visit-at-desk'

const holidays = holidaySet((await realCatalogue()).holidays)

/** A case on Monday, 23 November 2026, of the first planner; normal: first contact within five working days. */
const openedCase = (counter: Counter, urgency: 'normal' | 'soon' | 'crisis' = 'normal', name = '표본순') => openCase(counter, { urgency, name })

async function reached(counter: Counter, caseId: string) {
  const { case: found } = await counter.as('planner').cases.page({ caseId: caseId as never })
  return (await counter.as('planner').cases.recordContact({ caseId: found.id, seenVersion: found.version, channel: 'call', outcome: 'reached', note: '', nextTry: null })).case
}

/** Brings a case to its needs survey, so that two clocks of the manual run. */
async function inSurvey(counter: Counter, name = '표본순') {
  const { id } = await openedCase(counter, 'normal', name)
  await reached(counter, id)
  const { moveStage } = await import('#core/cases/move-stage')
  const caller = { staffId: counter.ids.planner, name: '표본플래너', roles: ['planner'] as const, team: null }
  await moveStage({ ...counter, now: counter.host.now(), today: day('2026-11-23'), caller } as never, { id, stage: 'counselling' }, 'survey')
  return id
}

const clockOf = async (counter: Counter, caseId: string, name: string) =>
  (await counter.as('planner').clocks.ofCase({ caseId: caseId as never })).clocks.find(({ clock }) => clock === name)!

describe('the days a clock stands still', () => {
  const anyDay = fc.integer({ min: 0, max: 3000 }).map(days => addDays(day('2023-01-01'), days))
  const unit = fc.constantFrom<ClockUnit>('calendar', 'working')

  it('move the due day by exactly as many days of the clock\'s own unit', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 120 }), unit, (startedOn, limit, wait, length, unit) => {
      const from = addDays(startedOn, wait)
      const runsAgainOn = addDays(from, length)
      const paused = pausedDays([{ from, runsAgainOn }], startedOn, unit, holidays)
      const due = laterBy(startedOn, limit, unit, holidays)
      const moved = laterBy(due, paused, unit, holidays)
      // Counted here by another way than the product does.
      const days = Array.from({ length }, (_, place) => addDays(from, place)).filter(one => unit === 'calendar' || isWorkingDay(one, holidays)).length
      expect(paused).toBe(days)
      const between = Array.from({ length: daysBetween(due, moved) }, (_, place) => addDays(due, place + 1)).filter(one => unit === 'calendar' || isWorkingDay(one, holidays)).length
      expect(between).toBe(days)
    }), { numRuns: 600 })
  })

  it('add up, whether a time is paused once or in two that meet', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), unit, (from, first, second, unit) => {
      const middle = addDays(from, first)
      const end = addDays(middle, second)
      expect(pausedDays([{ from, runsAgainOn: middle }, { from: middle, runsAgainOn: end }], from, unit, holidays))
        .toBe(pausedDays([{ from, runsAgainOn: end }], from, unit, holidays))
    }))
  })

  it('count from the day the clock began where the pause is older', () => {
    expect(pausedDays([{ from: day('2026-11-02'), runsAgainOn: day('2026-11-12') }], day('2026-11-09'), 'calendar', holidays)).toBe(3)
    expect(pausedDays([{ from: day('2026-11-02'), runsAgainOn: day('2026-11-09') }], day('2026-11-09'), 'calendar', holidays)).toBe(0)
  })

  it('know leap days, weekends and the holidays of Seollal', () => {
    expect(daysFrom(day('2028-02-28'), day('2028-03-01'), 'calendar', holidays)).toBe(2)
    expect(daysFrom(day('2027-02-28'), day('2027-03-01'), 'calendar', holidays)).toBe(1)
    // Friday 13 February 2026 to Friday the 20th: Seollal takes Monday to Wednesday
    expect(daysFrom(day('2026-02-13'), day('2026-02-20'), 'working', holidays)).toBe(2)
  })

  it('are told as days left in the clock\'s unit, and as days over', () => {
    expect(daysLeft(day('2026-11-20'), day('2026-11-23'), 'calendar', holidays)).toBe(3)
    expect(daysLeft(day('2026-11-20'), day('2026-11-23'), 'working', holidays)).toBe(1)
    expect(daysLeft(day('2026-11-23'), day('2026-11-23'), 'working', holidays)).toBe(0)
    expect(daysLeft(day('2026-11-23'), day('2026-11-20'), 'working', holidays)).toBe(-1)
  })
})

describe('pausing a case', () => {
  it('lets every clock stand still and moves its due day by the days until it runs again', async () => {
    const counter = await openCounter()
    const caseId = await inSurvey(counter)
    expect(await clockOf(counter, caseId, 'survey')).toMatchObject({ dueOn: '2026-12-03', left: 10 })
    counter.at('2026-11-26T10:00')
    const { version } = await counter.as('planner').clocks.ofCase({ caseId })
    const paused = await counter.as('planner').clocks.pause({ caseId, seenVersion: version, reason: 'in-hospital', from: day('2026-11-25'), note: '표본병원' })
    expect(paused).toMatchObject({ pausedSince: '2026-11-25', pauses: [{ from: '2026-11-25', runsAgainOn: null, reason: 'in-hospital', note: '표본병원' }] })
    expect(paused.clocks.find(({ clock }) => clock === 'survey')).toMatchObject({ dueOn: '2026-12-03', dueIfResumed: '2026-12-04' })
    counter.at('2026-12-07T10:00')
    const running = await counter.as('planner').clocks.resume({ caseId, seenVersion: paused.version, on: day('2026-12-07') })
    expect(running).toMatchObject({ pausedSince: null })
    expect(running.clocks.filter(({ doneOn }) => doneOn === null).map(({ clock, dueOn, pausedDays }) => [clock, dueOn, pausedDays]))
      .toEqual([['survey', '2026-12-15', 12], ['intake-to-plan', '2027-01-04', 12]])
    const { case: found, events } = await counter.as('planner').cases.page({ caseId })
    expect(found).toMatchObject({ dueOn: '2026-12-15', dueClock: 'survey', pausedSince: null })
    expect(events.slice(0, 2).map(({ kind, subject }) => [kind, subject])).toEqual([['resumed', '12'], ['paused', 'in-hospital']])
  })

  it('moves the first contact by working days, over a weekend and a holiday', async () => {
    const counter = await openCounter({ moment: '2026-12-21T10:00' }) // Monday; Christmas Day is the Friday
    const found = await openedCase(counter)
    expect(found.firstContactDue).toBe('2026-12-29')
    counter.at('2026-12-24T10:00')
    const paused = await counter.as('planner').clocks.pause({ caseId: found.id, seenVersion: found.version, reason: 'not-reached', from: day('2026-12-24') })
    counter.at('2026-12-28T10:00')
    await counter.as('planner').clocks.resume({ caseId: found.id, seenVersion: paused.version, on: day('2026-12-28') })
    // Thursday alone was a working day
    expect((await counter.as('planner').cases.page({ caseId: found.id })).case).toMatchObject({ firstContactDue: '2026-12-30', dueOn: '2026-12-30' })
  })

  it('makes nobody late while it lasts', () => {
    const due = day('2026-11-20')
    expect(dueStateOf({ dueOn: due, pausedSince: null }, day('2026-11-21'))).toBe('late')
    expect(dueStateOf({ dueOn: due, pausedSince: day('2026-11-19') }, day('2026-11-21'))).toBe('paused')
    expect(dueStateOf({ dueOn: due, pausedSince: null }, due)).toBe('today')
    expect(dueStateOf({ dueOn: null, pausedSince: null }, due)).toBe('none')
  })

  it('cannot begin in the future, before the case, within another pause, or twice', async () => {
    const counter = await openCounter()
    const { id: caseId, version } = await openedCase(counter)
    const planner = counter.as('planner')
    const pause = (from: string, seenVersion: number) => planner.clocks.pause({ caseId, seenVersion, reason: 'away', from: day(from) })
    await expect(pause('2026-11-24', version)).rejects.toMatchObject({ code: 'PAUSE_IN_FUTURE' })
    await expect(pause('2026-11-22', version)).rejects.toMatchObject({ code: 'PAUSE_BEFORE_CASE' })
    const first = await pause('2026-11-23', version)
    await expect(pause('2026-11-23', first.version)).rejects.toMatchObject({ code: 'ALREADY_PAUSED' })
    counter.at('2026-11-27T10:00')
    await expect(counter.as('planner').clocks.resume({ caseId, seenVersion: first.version, on: day('2026-11-28') })).rejects.toMatchObject({ code: 'PAUSE_IN_FUTURE' })
    await expect(counter.as('planner').clocks.resume({ caseId, seenVersion: first.version, on: day('2026-11-22') })).rejects.toMatchObject({ code: 'END_BEFORE_START' })
    const again = await counter.as('planner').clocks.resume({ caseId, seenVersion: first.version, on: day('2026-11-26') })
    await expect(counter.as('planner').clocks.resume({ caseId, seenVersion: again.version, on: day('2026-11-26') })).rejects.toMatchObject({ code: 'NOT_PAUSED' })
    await expect(counter.as('planner').clocks.pause({ caseId, seenVersion: again.version, reason: 'away', from: day('2026-11-25') })).rejects.toMatchObject({ code: 'PAUSES_OVERLAP' })
    expect(await counter.as('planner').clocks.pause({ caseId, seenVersion: again.version, reason: 'other', from: day('2026-11-26') })).toMatchObject({ pausedSince: '2026-11-26' })
  })

  it('keeps the first of two changes made from the same version', async () => {
    const counter = await openCounter()
    const { id: caseId, version } = await openedCase(counter)
    await counter.as('planner').clocks.pause({ caseId, seenVersion: version, reason: 'away', from: day('2026-11-23') })
    await expect(counter.as('lead').clocks.resume({ caseId, seenVersion: version, on: day('2026-11-23') })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })

  it('ends when the work ends, so that nothing stands still for ever', async () => {
    const counter = await openCounter()
    const found = await openedCase(counter)
    await counter.as('planner').clocks.pause({ caseId: found.id, seenVersion: found.version, reason: 'away', from: day('2026-11-23') })
    const household = (await counter.as('planner').cases.page({ caseId: found.id })).household.id
    const [consent] = await counter.as('clerk').consent.ofHousehold({ householdId: household })
    await counter.as('clerk').consent.withdraw({ consentId: consent!.id, items: ['collect'] })
    expect(await counter.db.selectFrom('welfare_case').select(['status', 'paused_since', 'due_on']).executeTakeFirst()).toEqual({ status: 'withdrawn', paused_since: null, due_on: null })
    expect(await counter.db.selectFrom('case_pause').select('until_on').executeTakeFirst()).toEqual({ until_on: '2026-11-23' })
  })
})

describe('the office\'s own limits', () => {
  const wider = { ...defaultClocks, survey: { days: 7, unit: 'working' as const, source: '표본 구 지침' } }

  it('are the manual\'s until the office changes them, with the reason kept', async () => {
    const counter = await openCounter()
    expect(await counter.as('planner').clocks.settings()).toEqual({ settings: defaultClocks, version: 0, changedAt: null, why: null })
    const changed = await counter.as('lead').clocks.change({ seenVersion: 0, settings: wider, why: '구 지침', moving: null })
    expect(changed).toMatchObject({ settings: wider, version: 1, why: '구 지침' })
    await expect(counter.as('admin').clocks.change({ seenVersion: 0, settings: defaultClocks, why: '표본', moving: null })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await counter.as('admin').clocks.change({ seenVersion: 1, settings: null, why: '되돌림', moving: null })).toMatchObject({ settings: defaultClocks, version: 2 })
    await expect(counter.as('planner').clocks.change({ seenVersion: 2, settings: wider, why: '표본', moving: null })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })

  it('move what runs only as the preview showed it', async () => {
    const counter = await openCounter()
    const caseId = await inSurvey(counter)
    const preview = await counter.as('lead').clocks.preview({ settings: wider })
    expect(preview).toMatchObject({ running: 2, moves: [{ caseId, clock: 'survey', from: '2026-12-03', to: '2026-12-02', maskedName: '표*순', plannerName: '표본플래너' }], lateNow: 0 })
    expect((await counter.as('admin').clocks.preview({ settings: wider })).moves[0]!.maskedName).toBeNull()
    // A second case comes between the preview and the change.
    await inSurvey(counter, '표본둘째')
    await expect(counter.as('lead').clocks.change({ seenVersion: 0, settings: wider, why: '표본', moving: preview.seen })).rejects.toMatchObject({ code: 'PREVIEW_OUTDATED' })
    expect(await counter.as('lead').clocks.settings()).toMatchObject({ version: 0 })
    expect(await clockOf(counter, caseId, 'survey')).toMatchObject({ dueOn: '2026-12-03' })
    const { seen } = await counter.as('lead').clocks.preview({ settings: wider })
    await counter.as('lead').clocks.change({ seenVersion: 0, settings: wider, why: '표본', moving: seen })
    expect(await clockOf(counter, caseId, 'survey')).toMatchObject({ dueOn: '2026-12-02', days: 7, unit: 'working' })
    expect((await counter.as('planner').cases.page({ caseId })).case).toMatchObject({ dueOn: '2026-12-02' })
  })

  it('leave what runs where it was not asked for, and count for what begins', async () => {
    const counter = await openCounter()
    const before = await inSurvey(counter)
    await counter.as('lead').clocks.change({ seenVersion: 0, settings: wider, why: '표본', moving: null })
    expect(await clockOf(counter, before, 'survey')).toMatchObject({ dueOn: '2026-12-03', unit: 'calendar' })
    expect(await clockOf(counter, await inSurvey(counter, '표본둘째'), 'survey')).toMatchObject({ dueOn: '2026-12-02', unit: 'working' })
  })

  it('keep the days a clock stood still, counted in its new unit', async () => {
    const counter = await openCounter()
    const caseId = await inSurvey(counter)
    const { version } = await counter.as('planner').clocks.ofCase({ caseId })
    const paused = await counter.as('planner').clocks.pause({ caseId, seenVersion: version, reason: 'away', from: day('2026-11-23') })
    counter.at('2026-11-30T10:00')
    await counter.as('planner').clocks.resume({ caseId, seenVersion: paused.version, on: day('2026-11-30') })
    expect(await clockOf(counter, caseId, 'survey')).toMatchObject({ dueOn: '2026-12-10', pausedDays: 7 })
    const { seen } = await counter.as('lead').clocks.preview({ settings: wider })
    await counter.as('lead').clocks.change({ seenVersion: 0, settings: wider, why: '표본', moving: seen })
    expect(await clockOf(counter, caseId, 'survey')).toMatchObject({ dueOn: '2026-12-09', pausedDays: 5 })
  })
})

describe('a case that turns out more urgent', () => {
  const urgency = (counter: Counter, caseId: string, seenVersion: number, urgency: 'crisis' | 'soon' | 'normal') =>
    counter.as('lead').team.setUrgency({ caseId: caseId as never, seenVersion, urgency, why: '표본 사정' })

  it('has its first contact due from the day that is known, and never later than before', async () => {
    const counter = await openCounter()
    const found = await openedCase(counter)
    expect(found.firstContactDue).toBe('2026-11-30')
    counter.at('2026-11-25T10:00')
    const raised = await urgency(counter, found.id, found.version, 'soon')
    expect(raised).toMatchObject({ urgency: 'soon', firstContactDue: '2026-11-27', dueOn: '2026-11-27' })
    counter.at('2026-11-30T10:00')
    const late = await urgency(counter, found.id, raised.version, 'crisis')
    expect(late).toMatchObject({ urgency: 'crisis', firstContactDue: '2026-11-27' })
    const { clocks } = await counter.as('planner').clocks.ofCase({ caseId: found.id })
    expect(clocks.filter(({ clock }) => clock === 'first-contact')).toHaveLength(1)
  })

  it('stands still no longer as a crisis: its first contact is due from that day and can be late', async () => {
    const counter = await openCounter()
    const found = await openedCase(counter)
    await counter.as('planner').clocks.pause({ caseId: found.id, seenVersion: found.version, reason: 'not-reached', from: day('2026-11-23') })
    counter.at('2026-11-25T10:00')
    const soon = await urgency(counter, found.id, (await counter.as('planner').clocks.ofCase({ caseId: found.id })).version, 'soon')
    expect(soon).toMatchObject({ urgency: 'soon', pausedSince: '2026-11-23' })
    const crisis = await urgency(counter, found.id, soon.version, 'crisis')
    expect(crisis).toMatchObject({ urgency: 'crisis', pausedSince: null, dueClock: 'first-contact', dueOn: crisis.firstContactDue })
    expect((await counter.as('planner').cases.page({ caseId: found.id })).events.map(({ kind, subject }) => [kind, subject])).toContainEqual(['resumed', '2'])
    counter.at('2026-12-04T10:00')
    expect((await counter.as('lead').worklist.heads({ scope: 'all' })).counts.late).toBe(1)
  })

  it('counts from its beginning again when it is less urgent than thought', async () => {
    const counter = await openCounter()
    const found = await openedCase(counter, 'soon')
    expect(found.firstContactDue).toBe('2026-11-25')
    counter.at('2026-11-24T10:00')
    expect(await urgency(counter, found.id, found.version, 'normal')).toMatchObject({ firstContactDue: '2026-11-30', dueOn: '2026-11-30' })
    expect((await counter.as('planner').cases.page({ caseId: found.id })).events[0]).toMatchObject({ kind: 'urgency-changed', note: '표본 사정', subject: 'normal' })
  })

  it('has no first contact to move once that was made', async () => {
    const counter = await openCounter()
    const found = await openedCase(counter)
    const { version } = await reached(counter, found.id)
    expect(await urgency(counter, found.id, version, 'crisis')).toMatchObject({ urgency: 'crisis', dueOn: null, firstContactDue: '2026-11-30' })
  })
})
