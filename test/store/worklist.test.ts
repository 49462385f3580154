/** Whatever the worklist promises, it promises on SQLite, on PGlite and on PostgreSQL alike. */
import type { Counter } from '../support/open-counter.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WorklistFilter, WorklistOrder } from '#core/worklist/model'
import { madeUpCases } from '../support/made-up-cases.ts'
import { openCounter } from '../support/open-counter.ts'
import { closeTestStores, openTestStore, storeKinds } from '../support/open-test-store.ts'

afterAll(closeTestStores)

const count = 300
const day = (text: string) => text as never

describe.each(storeKinds)('the worklist on %s', (kind) => {
  let counter: Counter
  beforeAll(async () => {
    counter = await openCounter({ db: await openTestStore(kind), moment: '2026-11-23T10:00' })
    await madeUpCases(counter, count)
  })
  const lead = () => counter.as('lead').worklist
  const asked = (filter: Partial<WorklistFilter> = {}, order: WorklistOrder = 'due') => ({ scope: 'all' as const, filter: WorklistFilter.parse(filter), order })
  const orderOf = async (filter: Partial<WorklistFilter> = {}, order: WorklistOrder = 'due') => (await lead().order(asked(filter, order))).ids.match(/.{36}/g) ?? []

  it.each(WorklistOrder.options)('gives the whole order by %s, beginning with the first rows', async (order) => {
    const ids = await orderOf({}, order)
    expect(new Set(ids).size).toBe(count)
    expect(ids.slice(0, 60)).toEqual((await lead().list(asked({}, order))).map(({ id }) => id))
  })

  it('puts the day the clock runs until first, what stands still and what has none last', async () => {
    const rows = await lead().rows({ caseIds: (await orderOf()).slice(0, 200) as never[] })
    const days = rows.map(({ dueOn, pausedSince }) => pausedSince === null ? dueOn ?? '9999' : '9999')
    expect(days).toEqual(days.toSorted())
  })

  it('counts and filters alike', async () => {
    const { counts, planners } = await lead().heads({ scope: 'all' })
    expect(counts.all).toBe(count)
    expect(await orderOf({ due: 'late' })).toHaveLength(counts.late)
    expect(await orderOf({ due: 'today' })).toHaveLength(counts.today)
    expect(await orderOf({ urgency: ['crisis'] })).toHaveLength(counts.crisis)
    expect(await orderOf({ fresh: true })).toHaveLength(counts.fresh)
    expect(counts.late).toBeGreaterThan(0)
    expect(planners).toHaveLength(2)
    const perArea = await lead().areas({ scope: 'all' })
    expect(perArea.reduce((sum, { count }) => sum + count, 0)).toBe(count)
    expect(await orderOf({ areas: [perArea[0]!.area] })).toHaveLength(perArea[0]!.count)
  })

  it('finds names by a part and by initials', async () => {
    const names = new Map((await counter.db.selectFrom('person').innerJoin('welfare_case', 'welfare_case.household_id', 'person.household_id').select(['welfare_case.id', 'person.name', 'person.initials']).execute()).map(row => [row.id, row]))
    const some = [...names.values()][7]!
    const part = some.name.slice(1)
    expect(new Set(await orderOf({ text: part }))).toEqual(new Set([...names.values()].filter(({ name }) => name.includes(part)).map(({ id }) => id)))
    expect(new Set(await orderOf({ text: some.initials }))).toEqual(new Set([...names.values()].filter(({ initials }) => initials === some.initials).map(({ id }) => id)))
  })

  it('puts what has no time of the day first, and at the same time always in the same order', async () => {
    const own = await counter.db.selectFrom('welfare_case').select('id').where('planner_id', '=', counter.ids.planner).orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    const planner = counter.as('planner')
    for (const starts of ['14:00', null, '09:00', '09:00', null])
      await planner.worklist.saveAppointment({ appointmentId: null, seenVersion: 0, kind: 'at-center', caseId: own.id as never, day: day('2026-12-15'), starts, minutes: 30, place: '', note: '', bring: '', caution: '' })
    const { appointments } = await planner.worklist.calendar({ from: day('2026-12-15'), to: day('2026-12-15'), whose: 'mine' })
    expect(appointments.map(({ starts }) => starts)).toEqual([null, null, '09:00', '09:00', '14:00'])
    const ofCase = await planner.worklist.appointmentsOfCase({ caseId: own.id as never })
    expect(ofCase.map(({ id }) => id)).toEqual(appointments.map(({ id }) => id).toReversed())
    expect((await planner.cases.page({ caseId: own.id as never })).glance.appointments.map(({ id }) => id)).toEqual(appointments.slice(0, 3).map(({ id }) => id))
  })

  it('changes several cases in one go, and keeps the calendar and the round', async () => {
    const [one, two] = await lead().list({ ...asked(), take: 2 })
    await lead().applyBulk({ cases: [one!, two!].map(({ id, version }) => ({ caseId: id, seenVersion: version })), action: { kind: 'task', what: '안부 전화', dueOn: day('2026-11-25') } })
    expect((await lead().rows({ caseIds: [one!.id, two!.id] })).every(({ nextOn }) => nextOn !== null && nextOn <= '2026-11-25')).toBe(true)
    const own = await counter.db.selectFrom('welfare_case').select('id').where('planner_id', '=', counter.ids.planner).limit(2).execute()
    const planner = counter.as('planner').worklist
    for (const { id } of own)
      await planner.saveAppointment({ appointmentId: null, seenVersion: 0, kind: 'home-visit', caseId: id as never, day: day('2026-11-24'), starts: null, minutes: 30, place: '', note: '', bring: '', caution: '' })
    expect((await planner.calendar({ from: day('2026-11-23'), to: day('2026-11-29'), whose: 'mine' })).appointments).toHaveLength(2)
    const { stops } = await planner.visitPlan({ day: day('2026-11-24') })
    expect(stops).toHaveLength(2)
    await planner.orderVisits({ day: day('2026-11-24'), appointmentIds: stops.map(({ appointment }) => appointment.id).toReversed() })
    expect((await planner.visitPlan({ day: day('2026-11-24') })).stops.map(({ appointment }) => appointment.id)).toEqual(stops.map(({ appointment }) => appointment.id).toReversed())
  })
})
