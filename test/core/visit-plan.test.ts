/** The round of a day's home visits: its order, by hand too, and the paper that goes along. */
import type { Place } from '#core/worklist/calendar/order-stops'
import { beforeEach, describe, expect, it } from 'vitest'
import { areaOf, buildingOf, streetOf } from '#core/worklist/area-of'
import { inSensibleOrder } from '#core/worklist/calendar/order-stops'
import { openCounter } from '../support/open-counter.ts'
import { consentedVisit, day } from '../support/visit-at-desk.ts'

type Counter = Awaited<ReturnType<typeof openCounter>>

const place = (id: string, road: string, starts: string | null = null, { dong = '표본동', minutes = 60 } = {}): Place => ({ id, dong, street: streetOf(road), building: buildingOf(road), starts, minutes })
const ordered = (...places: Place[]) => inSensibleOrder(places).join(' ')

describe('an address', () => {
  it.each([
    ['표본로 12', '표본로', [12, 0]],
    ['서울특별시 동작구 장승배기로 70', '장승배기로', [70, 0]],
    ['표본로12길 3-4', '표본로12길', [3, 4]],
    ['표본로 지하 5', '표본로', [5, 0]],
    ['표본로5가길 7', '표본로5가길', [7, 0]],
    ['표본빌라 301', '', [301, 0]],
    ['', '', undefined],
  ] as const)('%s has its street and its building', (road, street, building) => {
    expect(streetOf(road)).toBe(street)
    expect(buildingOf(road)).toEqual(building)
  })

  it('is listed by dong and street, by the dong alone where there is no street', () => {
    expect(areaOf('표본동', '표본로 12')).toBe('표본동 표본로')
    expect(areaOf('표본동', '')).toBe('표본동')
  })
})

describe('the order of a round', () => {
  it('goes up the odd side of a street and down the even side', () => {
    expect(ordered(place('a', '표본로 10'), place('b', '표본로 3'), place('c', '표본로 2'), place('d', '표본로 11'), place('e', '표본로 3-2'))).toBe('b e d a c')
  })

  it('finishes one street and one dong before the next', () => {
    expect(ordered(place('a', '표본로 1'), place('b', '예시로 1'), place('c', '표본로 3'), place('d', '가온로 1', null, { dong: '다른동' }))).toBe('d b a c')
  })

  it('keeps what has a time at its time', () => {
    expect(ordered(place('late', '표본로 1', '15:00'), place('early', '예시로 9', '10:00'))).toBe('early late')
  })

  it('puts what has no time beside a visit in the same street where there is room', () => {
    expect(ordered(place('ten', '예시로 1', '10:00'), place('three', '표본로 1', '15:00'), place('near', '표본로 5'), place('other', '예시로 3'))).toBe('ten other near three')
  })

  it('does not squeeze in what would make a fixed visit late', () => {
    // from half past ten to twelve, with the way, there is room for one of an hour and not for two
    const nine = place('nine', '예시로 1', '09:30')
    const noon = place('noon', '나래로 1', '12:00')
    expect(ordered(nine, noon, place('x', '예시로 3'))).toBe('nine x noon')
    expect(ordered(nine, noon, place('x', '예시로 3'), place('y', '예시로 5'))).toBe('nine noon x y')
    expect(ordered(nine, noon, place('x', '예시로 3', null, { minutes: 61 }))).toBe('nine noon x')
  })

  it('leaves what has no address for the end of its dong, and nobody out', () => {
    expect(ordered(place('none', ''), place('a', '표본로 1'))).toBe('none a')
    expect(ordered()).toBe('')
    expect(ordered(place('one', '표본로 1'))).toBe('one')
  })
})

describe('the plan of a day', () => {
  let counter: Counter
  beforeEach(async () => {
    counter = await openCounter({ moment: '2026-11-23T09:00' })
  })
  async function aVisit(name: string, road: string, starts: string | null = null) {
    const clerk = counter.as('clerk')
    const visit = await consentedVisit(clerk, 'counselling', name)
    await visit.household({ road, detail: '101호', phone: '010-0000-1234' })
    const page = await clerk.cases.assign({ ...visit.seen(), plannerId: counter.ids.planner, urgency: 'normal', kind: 'counselling', why: '표본' })
    const made = await counter.as('planner').worklist.saveAppointment({ appointmentId: null, seenVersion: 0, kind: 'home-visit', caseId: page.case!.id, day: day('2026-11-24'), starts, minutes: 40, place: '', note: '첫 방문', bring: '낙상방지 매트', caution: '개를 키움' })
    return { caseId: page.case!.id, id: made.id, version: made.version }
  }
  const plan = (seat: 'planner' | 'secondPlanner' = 'planner') => counter.as(seat).worklist.visitPlan({ day: day('2026-11-24') })

  it('has whole names, addresses and phones, and leaves a line in the access log about each case', async () => {
    const one = await aVisit('표본순', '표본로 5')
    const two = await aVisit('표본솔', '표본로 1')
    const { stops, byHand } = await plan()
    expect(byHand).toBe(false)
    expect(stops.map(({ name, address, phone, dong }) => [name, dong, address, phone])).toEqual([['표본솔', '표본동', '표본로 1, 101호', '010-0000-1234'], ['표본순', '표본동', '표본로 5, 101호', '010-0000-1234']])
    const lines = await counter.db.selectFrom('audit_line').select('subject').where('operation', '=', 'worklist.visitPlan').where('subject', 'is not', null).execute()
    expect(new Set(lines.map(({ subject }) => subject))).toEqual(new Set([`case:${one.caseId}`, `case:${two.caseId}`]))
    expect(await counter.as('admin').audit.verify()).toMatchObject({ intact: true })
  })

  it('is moved by hand, says where a fixed time no longer fits, and goes back to the proposal', async () => {
    const one = await aVisit('표본하나', '표본로 1', '10:00')
    const two = await aVisit('표본두울', '표본로 3', '14:00')
    const free = await aVisit('표본세엣', '표본로 5')
    await counter.as('planner').worklist.orderVisits({ day: day('2026-11-24'), appointmentIds: [two.id, one.id] })
    const moved = await plan()
    expect(moved.byHand).toBe(true)
    expect(moved.stops.map(({ appointment, outOfTime }) => [appointment.id, outOfTime])).toEqual([[two.id, false], [one.id, true], [free.id, false]])
    await counter.as('planner').worklist.orderVisits({ day: day('2026-11-24'), appointmentIds: [] })
    expect((await plan()).stops[0]!.appointment.id).toBe(one.id)
  })

  it('leaves out what is cancelled, what is another planner\'s, and a family whose case went to somebody else', async () => {
    const one = await aVisit('표본하나', '표본로 1')
    await aVisit('표본두울', '표본로 3')
    await counter.as('planner').worklist.markAppointment({ appointmentId: one.id, seenVersion: one.version, status: 'cancelled' })
    expect((await plan()).stops.map(({ name }) => name)).toEqual(['표본두울'])
    expect((await plan('secondPlanner')).stops).toEqual([])
    await counter.db.updateTable('welfare_case').set({ planner_id: counter.ids.secondPlanner }).execute()
    expect((await plan()).stops).toEqual([])
  })

  it('is printed with everything for the door and a word about keeping it safe, in both languages', async () => {
    await aVisit('표본순', '표본로 5', '10:00')
    for (const language of ['ko', 'en'] as const) {
      const sheet = await counter.as('planner').guide.sheet({ request: { document: 'visit-plan', day: day('2026-11-24') }, language, edition: 'standard' })
      const text = JSON.stringify(sheet)
      for (const wanted of ['표본순', '표본로 5, 101호', '010-0000-1234', '첫 방문', '낙상방지 매트', '개를 키움', '10:00'])
        expect(text).toContain(wanted)
      expect(sheet.footer).toMatch(language === 'ko' ? /파쇄/ : /shred/)
      expect(sheet.title).not.toContain('표본순')
    }
    const { fileName, pages } = await counter.as('planner').guide.pdf({ request: { document: 'visit-plan', day: day('2026-11-24') }, language: 'ko', edition: 'standard' })
    expect(fileName).toBe('방문순서-2026-11-23.pdf')
    expect(pages).toBe(1)
    expect(await counter.db.selectFrom('audit_line').selectAll().where('operation', '=', 'worklist.visitSheet').execute()).toHaveLength(3)
  })

  it('is refused to the counter and to planners of other teams', async () => {
    const one = await aVisit('표본순', '표본로 5')
    const sheets = (seat: 'clerk' | 'secondPlanner' | 'planner') => counter.as(seat).guide.sheet({ request: { document: 'visit-sheets', caseIds: [one.caseId] }, language: 'ko', edition: 'standard' })
    await expect(sheets('clerk')).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    await expect(sheets('secondPlanner')).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    await expect(counter.as('clerk').guide.sheet({ request: { document: 'visit-plan', day: day('2026-11-24') }, language: 'ko', edition: 'standard' })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    expect(JSON.stringify(await sheets('planner'))).toContain('낙상방지 매트')
  })
})
