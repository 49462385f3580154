import type { WorklistFilter } from '#core/worklist/model'
/** The worklist: whose cases stand on it, what narrows and orders them, and the filters one keeps. */
import type { Counter, Seat } from '../support/open-counter.ts'
import type { Listed } from '../support/worklist-at-desk.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { openCounter } from '../support/open-counter.ts'
import { consentedVisit } from '../support/visit-at-desk.ts'
import { filter, idsOf, list, listedCase } from '../support/worklist-at-desk.ts'

let counter: Counter
beforeEach(async () => {
  counter = await openCounter({ moment: '2026-11-23T10:00' })
})
const aCase = (given: Listed = {}) => listedCase(counter, given)
const joinTeam = (team: string, ...seats: Seat[]) => counter.db.updateTable('staff').set({ team }).where('id', 'in', seats.map(seat => counter.ids[seat])).execute()
const setCase = (id: string, fields: Record<string, unknown>) => counter.db.updateTable('welfare_case').set(fields).where('id', '=', id).execute()

describe('whose cases stand on the worklist', () => {
  it('shows a planner their own cases and nobody else\'s', async () => {
    const own = await aCase()
    await aCase({ to: 'secondPlanner' })
    expect(await idsOf(list(counter.as('planner')))).toEqual([own.id])
  })

  it('shows the cases of an absent colleague to the deputy, from the first to the last day and no longer', async () => {
    const theirs = await aCase()
    await counter.db.updateTable('staff').set({ deputy_id: counter.ids.secondPlanner, absent_from: '2026-11-24', absent_until: '2026-11-25' }).where('id', '=', counter.ids.planner).execute()
    const shown = async (moment: string) => {
      counter.at(moment)
      return idsOf(list(counter.as('secondPlanner')))
    }
    expect(await shown('2026-11-23T10:00')).toEqual([])
    expect(await shown('2026-11-24T10:00')).toEqual([theirs.id])
    expect(await shown('2026-11-25T23:59')).toEqual([theirs.id])
    expect(await shown('2026-11-26T00:00')).toEqual([])
  })

  it('shows the team\'s cases to whoever shares the team, and only the own to somebody in no team', async () => {
    const mine = await aCase({ to: 'planner' })
    const theirs = await aCase({ to: 'secondPlanner', name: '표본솔' })
    expect(await idsOf(list(counter.as('planner'), {}, 'team'))).toEqual([mine.id])
    await joinTeam('표본팀', 'planner', 'secondPlanner')
    expect(new Set(await idsOf(list(counter.as('planner'), {}, 'team')))).toEqual(new Set([mine.id, theirs.id]))
  })

  it('shows what nobody has to every planner, and everybody\'s only to the lead', async () => {
    const nobodys = await aCase()
    await setCase(nobodys.id, { planner_id: '' })
    expect(await idsOf(list(counter.as('secondPlanner'), {}, 'unassigned'))).toEqual([nobodys.id])
    expect(await idsOf(list(counter.as('lead'), {}, 'all'))).toEqual([nobodys.id])
    await expect(list(counter.as('planner'), {}, 'all')).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(counter.as('planner').worklist.heads({ scope: 'all' })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(counter.as('planner').worklist.order({ scope: 'all', filter: filter(), order: 'due' })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })

  it('gives the rows of a window only of cases in sight', async () => {
    const own = await aCase()
    const others = await aCase({ to: 'secondPlanner', name: '표본솔' })
    const rows = (seat: Seat) => idsOf(counter.as(seat).worklist.rows({ caseIds: [others.id, own.id] }))
    expect(await rows('planner')).toEqual([own.id])
    expect(new Set(await rows('lead'))).toEqual(new Set([own.id, others.id]))
  })

  it('masks the names', async () => {
    await aCase({ name: '표본순' })
    expect((await list(counter.as('planner')))[0]!.maskedName).toBe('표*순')
  })
})

describe('what narrows the worklist', () => {
  it('counts late, today, crisis and new over the whole scope, whatever the filter', async () => {
    const late = await aCase({ urgency: 'crisis' })
    const today = await aCase({ name: '표본솔' })
    const paused = await aCase({ name: '표본달' })
    await setCase(late.id, { due_on: '2026-11-22' })
    await setCase(today.id, { due_on: '2026-11-23', unread: 0 })
    await setCase(paused.id, { due_on: '2026-11-01', paused_since: '2026-11-01' })
    const { counts, planners } = await counter.as('planner').worklist.heads({ scope: 'mine' })
    expect(counts).toEqual({ all: 3, late: 1, today: 1, crisis: 1, fresh: 2 })
    expect(planners.map(({ name }) => name)).toEqual(['표본플래너'])
    expect(await idsOf(list(counter.as('planner'), { due: 'late' }))).toEqual([late.id])
    expect(await idsOf(list(counter.as('planner'), { due: 'today' }))).toEqual([today.id])
    expect(await idsOf(list(counter.as('planner'), { paused: true }))).toEqual([paused.id])
  })

  it('takes this week for seven days with today', async () => {
    const found = await aCase()
    for (const [due, shown] of [['2026-11-22', false], ['2026-11-23', true], ['2026-11-29', true], ['2026-11-30', false]] as const) {
      await setCase(found.id, { due_on: due })
      expect(await idsOf(list(counter.as('planner'), { due: 'week' })), due).toEqual(shown ? [found.id] : [])
    }
  })

  it('finds whom nobody reached for so many days, from the day of opening on where nobody ever was', async () => {
    const never = await aCase()
    const reached = await aCase({ name: '표본솔' })
    await setCase(reached.id, { last_contact_on: '2026-10-25' })
    const shown = async (moment: string) => {
      counter.at(moment)
      return new Set(await idsOf(list(counter.as('planner'), { noContactDays: 30 })))
    }
    expect(await shown('2026-11-23T10:00')).toEqual(new Set())
    expect(await shown('2026-11-24T10:00')).toEqual(new Set([reached.id]))
    expect(await shown('2026-12-22T10:00')).toEqual(new Set([reached.id]))
    expect(await shown('2026-12-23T10:00')).toEqual(new Set([reached.id, never.id]))
  })

  it('finds refusers who are to be asked again by their next day', async () => {
    const refused = await aCase()
    await setCase(refused.id, { status: 'refused', next_on: '2026-11-23' })
    const again = { status: ['refused'], next: 'due' } as Partial<WorklistFilter>
    expect(await idsOf(list(counter.as('planner'), again))).toEqual([refused.id])
    await setCase(refused.id, { next_on: '2026-11-24' })
    expect(await idsOf(list(counter.as('planner'), again))).toEqual([])
  })

  it('narrows by urgency, stage, what the meeting decided, need and area', async () => {
    const one = await aCase({ urgency: 'crisis', road: '서울특별시 동작구 표본로 12' })
    const other = await aCase({ name: '표본솔', road: '예시로3길 4' })
    await setCase(other.id, { stage: 'plan', track: 'integrated', main_need: 'health' })
    const by = (given: Partial<WorklistFilter>) => idsOf(list(counter.as('planner'), given))
    expect(await by({ urgency: ['crisis'] })).toEqual([one.id])
    expect(await by({ stage: ['plan'] })).toEqual([other.id])
    expect(await by({ track: ['integrated'] })).toEqual([other.id])
    expect(await by({ track: ['none'] })).toEqual([one.id])
    expect(await by({ needs: ['health'] })).toEqual([other.id])
    expect(await by({ areas: ['표본동 표본로'] })).toEqual([one.id])
    expect(await counter.as('planner').worklist.areas({ scope: 'mine' })).toEqual([{ area: '표본동 예시로3길', count: 1 }, { area: '표본동 표본로', count: 1 }])
  })

  it('finds a name by a part, by initials, in the wrong keyboard mode, by phone and by the beginning of the street', async () => {
    const found = await aCase({ name: '김표본', phone: '010-0000-4321', road: '예시로 7' })
    await aCase({ name: '이하늘', road: '가온로 1' })
    const by = (text: string) => idsOf(list(counter.as('planner'), { text }))
    for (const text of ['김표본', '표본', 'ㄱㅍㅂ', 'ㅍㅂ', 'rlavyqhs', '4321', '010-0000-4321', '예시로', '예시로 7'])
      expect(await by(text), text).toEqual([found.id])
    expect(await by('박')).toEqual([])
    expect(await idsOf(list(counter.as('secondPlanner'), { text: '김표본' }))).toEqual([])
  })

  it('leaves out what is closed until it is asked for, and a withdrawn family from every search', async () => {
    const closed = await aCase({ name: '김표본' })
    await setCase(closed.id, { status: 'closed' })
    expect(await idsOf(list(counter.as('planner')))).toEqual([])
    expect(await idsOf(list(counter.as('planner'), { includeClosed: true }))).toEqual([closed.id])
    await setCase(closed.id, { status: 'withdrawn' })
    expect(await idsOf(list(counter.as('planner'), { includeClosed: true, text: '김표본' }))).toEqual([])
  })

  it('follows an address that is corrected later', async () => {
    const clerk = counter.as('clerk')
    const visit = await consentedVisit(clerk, 'counselling')
    await visit.household({ road: '표본로 1' })
    await clerk.cases.assign({ ...visit.seen(), plannerId: counter.ids.planner, urgency: 'normal', kind: 'counselling', why: '표본' })
    await visit.reload()
    await visit.household({ road: '예시로 2' })
    expect((await list(counter.as('planner')))[0]!.area).toBe('표본동 예시로')
  })
})

describe('the order of the worklist', () => {
  it.each([
    ['due', ['late', 'soon', 'none']],
    ['urgency', ['none', 'late', 'soon']],
    ['next', ['none', 'late', 'soon']],
    ['last-contact', ['soon', 'none', 'late']],
    ['area', ['soon', 'none', 'late']],
  ] as const)('by %s', async (order, wanted) => {
    const ids = {
      late: (await aCase({ name: '표본하나', road: '표본로 1' })).id,
      soon: (await aCase({ name: '표본두울', road: '가온로 1' })).id,
      none: (await aCase({ name: '표본세엣', road: '나래로 1', urgency: 'crisis' })).id,
    }
    await setCase(ids.late, { due_on: '2026-11-01', next_on: '2026-12-02', last_contact_on: '2026-11-10' })
    await setCase(ids.soon, { due_on: '2026-11-30', next_on: null, last_contact_on: null })
    await setCase(ids.none, { due_on: '2026-10-01', paused_since: '2026-10-01', next_on: '2026-12-01', last_contact_on: '2026-11-01' })
    expect(await idsOf(list(counter.as('planner'), {}, 'mine', order))).toEqual(wanted.map(name => ids[name]))
    const { ids: all } = await counter.as('planner').worklist.order({ scope: 'mine', filter: filter(), order })
    expect(all.match(/.{36}/g)).toEqual(wanted.map(name => ids[name]))
  })
})

describe('saved filters', () => {
  it('are one\'s own, in one\'s own order, renamed and removed', async () => {
    const planner = counter.as('planner')
    const save = (name: string, filterId: string | null = null) => planner.worklist.saveFilter({ filterId: filterId as never, name, order: 'urgency', filter: filter({ urgency: ['crisis'] }) })
    await save('위기만')
    const [one, other] = await save('둘째')
    expect((await planner.worklist.orderFilters({ filterIds: [other!.id] })).map(({ name }) => name)).toEqual(['둘째', '위기만'])
    expect((await save('이름 바꿈', one!.id)).map(({ name }) => name)).toEqual(['둘째', '이름 바꿈'])
    expect(await counter.as('secondPlanner').worklist.filters()).toEqual([])
    await expect(counter.as('secondPlanner').worklist.removeFilter({ filterId: one!.id })).rejects.toMatchObject({ code: 'FILTER_NOT_FOUND' })
    expect((await planner.worklist.removeFilter({ filterId: one!.id })).map(({ name }) => name)).toEqual(['둘째'])
    expect((await planner.worklist.filters())[0]!.filter.urgency).toEqual(['crisis'])
  })
})
