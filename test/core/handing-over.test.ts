/** A case in other hands: offered, looked after by a deputy, shared out when a planner leaves. */
import type { Counter } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { inTeams, offer, openCase } from '../support/case-at-desk'
import { openCounter } from '../support/open-counter'
import { day } from '../support/visit-at-desk'

/** A task and an appointment of a case, of whoever looks after it. */
async function dutiesOf(counter: Counter, caseId: string | null, staffId: string, dayOf = '2026-11-30') {
  const common = { case_id: caseId, meeting_id: null, created_at: counter.host.now(), version: 1 }
  await counter.db.insertInto('case_task').values({ ...common, id: counter.host.newId(), kind: 'free', what: '표본 할 일', due_on: dayOf, staff_id: staffId, who: null, subject: null, created_by: staffId, done_at: null, done_by: null }).execute()
  await counter.db.insertInto('appointment').values({ ...common, id: counter.host.newId(), kind: 'home-visit', day: dayOf, starts: null, minutes: 60, status: 'planned', staff_id: staffId, place: null, note: null, record_id: null, place_in_day: 0 }).execute()
}
const holders = async (counter: Counter) => ({
  tasks: (await counter.db.selectFrom('case_task').select('staff_id').execute()).map(({ staff_id }) => staff_id),
  appointments: (await counter.db.selectFrom('appointment').select('staff_id').execute()).map(({ staff_id }) => staff_id),
})

describe('handing a case over', () => {
  it('leaves it where it is until the other accepts it, and takes tasks and appointments along', async () => {
    const counter = await openCounter()
    const { as, ids } = counter
    const found = await openCase(counter)
    await dutiesOf(counter, found.id, ids.planner)
    await offer(counter, found)
    expect((await as('planner').cases.page({ caseId: found.id })).case.planner?.id).toBe(ids.planner)
    const { incoming } = await as('secondPlanner').team.handed()
    expect(incoming).toMatchObject([{ caseId: found.id, maskedName: '표*순', why: '표본 사정', from: { id: ids.planner }, status: 'asked' }])
    // Whoever is asked may read the case before they answer.
    expect((await as('secondPlanner').cases.page({ caseId: found.id })).case.id).toBe(found.id)
    const handed = await as('secondPlanner').team.accept({ transferId: incoming[0]!.id })
    expect(handed).toMatchObject({ planner: { id: ids.secondPlanner }, unread: false })
    expect(await holders(counter)).toEqual({ tasks: [ids.secondPlanner], appointments: [ids.secondPlanner] })
    await expect(as('planner').cases.page({ caseId: found.id })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    await expect(as('secondPlanner').team.accept({ transferId: incoming[0]!.id })).rejects.toMatchObject({ code: 'TRANSFER_ANSWERED' })
  })

  it('comes back with the reason, and the receiver sees the case no more', async () => {
    const counter = await openCounter()
    const { as } = counter
    const found = await openCase(counter)
    await offer(counter, found)
    const [asked] = (await as('secondPlanner').team.handed()).incoming
    await as('secondPlanner').team.giveBack({ transferId: asked!.id, why: '맡은 일이 많음' })
    await expect(as('secondPlanner').cases.page({ caseId: found.id })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    expect((await as('planner').team.handed()).outgoing).toMatchObject([{ status: 'returned', answer: '맡은 일이 많음' }])
    expect(await as('planner').team.ofCase({ caseId: found.id })).toMatchObject({ offer: null, returned: { answer: '맡은 일이 많음' } })
    counter.at('2026-12-02T10:00')
    expect((await counter.as('planner').team.handed()).outgoing).toEqual([])
  })

  it('can be taken back by who offered it and by the lead, not by a stranger', async () => {
    const counter = await openCounter()
    const { as } = counter
    const found = await openCase(counter)
    const { offer: asked, version } = await offer(counter, found)
    await expect(offer(counter, { id: found.id, version }, 'secondPlanner')).rejects.toMatchObject({ code: 'OFFERED_ALREADY' })
    await expect(as('secondPlanner').team.takeBack({ transferId: asked!.id })).rejects.toMatchObject({ code: 'TRANSFER_NOT_FOUND' })
    await expect(as('planner').team.accept({ transferId: asked!.id })).rejects.toMatchObject({ code: 'TRANSFER_NOT_FOUND' })
    await as('lead').team.takeBack({ transferId: asked!.id })
    expect(await as('planner').team.ofCase({ caseId: found.id })).toMatchObject({ offer: null, returned: null })
    await expect(as('secondPlanner').cases.page({ caseId: found.id })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
  })

  it('is the planner\'s, the deputy\'s or the lead\'s to begin, not a colleague\'s', async () => {
    const counter = await openCounter()
    await inTeams(counter, { planner: '표본팀', secondPlanner: '표본팀' })
    const found = await openCase(counter)
    await expect(offer(counter, found, 'secondPlanner', 'secondPlanner')).rejects.toMatchObject({ code: 'NOT_YOURS_TO_GIVE' })
    await expect(offer(counter, found, 'planner')).rejects.toMatchObject({ code: 'NOT_A_PLANNER' })
    expect(await offer(counter, found, 'secondPlanner', 'lead')).toMatchObject({ offer: { askedBy: { id: counter.ids.lead }, from: { id: counter.ids.planner } } })
  })

  it('tells both screens at once, without a name', async () => {
    const counter = await openCounter()
    const found = await openCase(counter)
    const news = await counter.as('secondPlanner').cases.watch()
    const heard = news.next()
    await offer(counter, found)
    expect((await heard).value).toEqual({ caseId: found.id, plannerId: counter.ids.secondPlanner, change: 'changed' })
    await news.return?.(undefined)
  })

  it('of two answers keeps the first', async () => {
    const counter = await openCounter()
    const found = await openCase(counter)
    const { offer: asked } = await offer(counter, found)
    const answers = await Promise.allSettled([counter.as('secondPlanner').team.accept({ transferId: asked!.id }), counter.as('planner').team.takeBack({ transferId: asked!.id })])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  })
})

describe('a deputy', () => {
  const absent = (counter: Counter, from: string, until: string, deputyId?: string | null) =>
    counter.as('lead').staff.setAbsence({ staffId: counter.ids.planner, absence: { from: day(from), until: day(until) }, ...(deputyId === undefined ? {} : { deputyId: deputyId as never }) })

  it('works on the cases on the first and the last day of the absence and on no other', async () => {
    const counter = await openCounter()
    const found = await openCase(counter)
    await absent(counter, '2026-11-24', '2026-11-26', counter.ids.secondPlanner)
    const opens = async (on: string) => {
      counter.at(`${on}T10:00`)
      return counter.as('secondPlanner').cases.page({ caseId: found.id }).then(() => true, ({ code }) => code)
    }
    expect([await opens('2026-11-23'), await opens('2026-11-24'), await opens('2026-11-26'), await opens('2026-11-27')]).toEqual(['CASE_NOT_FOUND', true, true, 'CASE_NOT_FOUND'])
  })

  it('sees whom they stand in for, and the mark on the case', async () => {
    const counter = await openCounter()
    const found = await openCase(counter)
    await absent(counter, '2026-11-23', '2026-11-23', counter.ids.secondPlanner)
    expect((await counter.as('secondPlanner').team.handed()).standingIn).toEqual([{ planner: { id: counter.ids.planner, name: '표본플래너' }, from: '2026-11-23', until: '2026-11-23', open: 1 }])
    expect(await counter.as('secondPlanner').team.ofCase({ caseId: found.id })).toMatchObject({ standingIn: { planner: { id: counter.ids.planner }, until: '2026-11-23' } })
    expect(await counter.as('planner').team.ofCase({ caseId: found.id })).toMatchObject({ standingIn: null })
    counter.at('2026-11-24T10:00')
    expect((await counter.as('secondPlanner').team.handed()).standingIn).toEqual([])
  })

  it('is a planner in use who is here on those days', async () => {
    const counter = await openCounter()
    const { as, ids } = counter
    await expect(absent(counter, '2026-11-24', '2026-11-26', ids.planner)).rejects.toMatchObject({ code: 'DEPUTY_NOT_AVAILABLE' })
    await expect(absent(counter, '2026-11-24', '2026-11-26', ids.clerk)).rejects.toMatchObject({ code: 'DEPUTY_NOT_AVAILABLE' })
    await as('lead').staff.setAbsence({ staffId: ids.secondPlanner, absence: { from: day('2026-11-26'), until: day('2026-11-30') } })
    await expect(absent(counter, '2026-11-24', '2026-11-26', ids.secondPlanner)).rejects.toMatchObject({ code: 'DEPUTY_NOT_AVAILABLE' })
    expect(await absent(counter, '2026-11-24', '2026-11-25', ids.secondPlanner)).toMatchObject({ deputyId: ids.secondPlanner })
    // The deputy of an earlier absence does not hold for days on which they are away themselves.
    await expect(absent(counter, '2026-11-27', '2026-11-27')).rejects.toMatchObject({ code: 'DEPUTY_NOT_AVAILABLE' })
    expect(await absent(counter, '2026-11-27', '2026-11-27', null)).toMatchObject({ deputyId: null })
  })

  it('has no deputy for it: who falls ill meanwhile is shown to the lead, and nobody else sees the cases', async () => {
    const counter = await openCounter()
    const { as, ids, db } = counter
    const third = counter.host.newId()
    await db.insertInto('staff').values({ id: third, name: '표본셋째', roles: '["planner"]', areas: '[]', phone: null, active: 1, absent_from: null, absent_until: null, version: 1 }).execute()
    const found = await openCase(counter)
    await absent(counter, '2026-11-23', '2026-11-27', ids.secondPlanner)
    await as('secondPlanner').staff.setAbsence({ staffId: ids.secondPlanner, absence: { from: day('2026-11-23'), until: day('2026-11-24') }, deputyId: third as never })
    expect((await as('lead').team.overview()).members.find(({ planner }) => planner.id === ids.planner)).toMatchObject({ absent: true, deputyAway: true })
    counter.host.sessions.start('token-of-third', third as never, counter.host.now())
    const { createRouterClient } = await import('@orpc/server')
    const { router } = await import('#core/router')
    const client = createRouterClient(router, { context: { host: counter.host, connection: { place: 'test', local: true, token: () => 'token-of-third', keepToken: () => undefined } } })
    await expect(client.cases.page({ caseId: found.id })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
  })
})

describe('a planner who leaves', () => {
  async function threeCases(counter: Counter) {
    return [
      await openCase(counter, { name: '표본하나', difficulty: 2 }),
      await openCase(counter, { name: '표본둘', urgency: 'crisis', difficulty: 5 }),
      await openCase(counter, { name: '표본셋' }),
    ]
  }
  const leave = (counter: Counter, moves: readonly { id: string, version: number }[], more: Partial<Parameters<ReturnType<Counter['as']>['team']['redistribute']>[0]> = {}) => counter.as('lead').team.redistribute({
    staffId: counter.ids.planner,
    lastDay: day('2026-11-30'),
    moves: moves.map(({ id, version }) => ({ caseId: id as never, seenVersion: version, toStaffId: counter.ids.secondPlanner })),
    restTo: null,
    why: '전보',
    ...more,
  })

  it('is previewed with a new planner for every case and the loads that result, and nothing is written', async () => {
    const counter = await openCounter()
    const { as, ids } = counter
    const cases = await threeCases(counter)
    const before = JSON.stringify(await counter.db.selectFrom('welfare_case').selectAll().execute())
    const preview = await as('lead').team.previewLeaving({ staffId: ids.planner })
    expect(preview.cases.map(({ found, to }) => [found.maskedName, to])).toEqual([['표*둘', ids.secondPlanner], ['표**나', ids.secondPlanner], ['표*셋', ids.secondPlanner]])
    expect(preview.loads).toMatchObject([{ planner: { id: ids.secondPlanner }, before: { cases: 0, weight: 0 }, after: { cases: 3, weight: 8 } }])
    expect(JSON.stringify(await counter.db.selectFrom('welfare_case').selectAll().execute())).toBe(before)
    expect(cases).toHaveLength(3)
  })

  it('shows the loads as the lead changes single cases', async () => {
    const counter = await openCounter()
    const { as, ids, db } = counter
    const third = counter.host.newId()
    await db.insertInto('staff').values({ id: third, name: '표본셋째', roles: '["planner"]', areas: '[]', phone: null, active: 1, absent_from: null, absent_until: null, version: 1 }).execute()
    const [first] = await threeCases(counter)
    const proposed = await as('lead').team.previewLeaving({ staffId: ids.planner })
    const to = proposed.cases.find(({ found }) => found.id === first!.id)!.to
    const other = to === third ? ids.secondPlanner : third
    const changed = await as('lead').team.previewLeaving({ staffId: ids.planner, chosen: [{ caseId: first!.id, toStaffId: other as never }] })
    expect(changed.cases.find(({ found }) => found.id === first!.id)).toMatchObject({ to: other, chosen: true })
    expect(changed.cases.filter(({ chosen }) => chosen)).toHaveLength(1)
    const weight = (loads: typeof changed.loads, id: string | null) => loads.find(({ planner }) => planner.id === id)!.after.weight
    expect(weight(changed.loads, other)).toBe(weight(proposed.loads, other) + 2)
    expect(weight(changed.loads, to)).toBe(weight(proposed.loads, to) - 2)
  })

  it('hands on everything at once: cases, tasks, appointments, and what belongs to no case', async () => {
    const counter = await openCounter()
    const { ids, as } = counter
    const cases = await threeCases(counter)
    await dutiesOf(counter, cases[0]!.id, ids.planner)
    await dutiesOf(counter, null, ids.planner)
    await dutiesOf(counter, cases[0]!.id, ids.lead)
    await expect(leave(counter, cases)).rejects.toMatchObject({ code: 'TAKER_NEEDED' })
    expect((await as('planner').cases.list({ scope: 'mine' }))).toHaveLength(3)
    expect(await leave(counter, cases, { restTo: ids.secondPlanner })).toEqual({ moved: 3, tasks: 2, appointments: 2 })
    expect(await holders(counter)).toEqual({ tasks: [ids.secondPlanner, ids.secondPlanner, ids.lead], appointments: [ids.secondPlanner, ids.secondPlanner, ids.lead] })
    expect(await as('secondPlanner').cases.list({ scope: 'mine' })).toHaveLength(3)
    expect(await as('planner').cases.list({ scope: 'mine' })).toEqual([])
    expect((await as('secondPlanner').cases.page({ caseId: cases[0]!.id })).events[0]).toMatchObject({ kind: 'reassigned', note: '전보' })
  })

  it('leaves nothing on an own case that is closed: the preview counts it and asks who takes it', async () => {
    const counter = await openCounter()
    const { ids, as } = counter
    const closed = await openCase(counter)
    await as('planner').cases.close({ caseId: closed.id, seenVersion: closed.version, why: '안내로 끝' })
    await dutiesOf(counter, closed.id, ids.planner)
    expect(await as('lead').team.previewLeaving({ staffId: ids.planner })).toMatchObject({ cases: [], tasks: 1, appointments: 1 })
    await expect(leave(counter, [])).rejects.toMatchObject({ code: 'TAKER_NEEDED' })
    await expect(leave(counter, [], { restTo: ids.lead })).rejects.toMatchObject({ code: 'TAKER_NEEDED' })
    expect(await leave(counter, [], { restTo: ids.secondPlanner })).toEqual({ moved: 0, tasks: 1, appointments: 1 })
    expect(await holders(counter)).toEqual({ tasks: [ids.secondPlanner], appointments: [ids.secondPlanner] })
  })

  it('hands visits on colleagues\' cases to whose case it is, also where there is no task beside them, and never what is over', async () => {
    const counter = await openCounter()
    const { ids, as, db } = counter
    const others = await openCase(counter, { planner: 'secondPlanner' })
    await dutiesOf(counter, others.id, ids.planner, '2026-11-23')
    await db.deleteFrom('case_task').execute()
    await dutiesOf(counter, others.id, ids.planner, '2026-11-22')
    await db.deleteFrom('case_task').execute()
    expect(await as('lead').team.previewLeaving({ staffId: ids.planner })).toMatchObject({ tasks: 0, appointments: 0 })
    expect(await leave(counter, [])).toEqual({ moved: 0, tasks: 0, appointments: 1 })
    expect(await db.selectFrom('appointment').select(['staff_id', 'day']).orderBy('day').execute()).toEqual([{ staff_id: ids.planner, day: '2026-11-22' }, { staff_id: ids.secondPlanner, day: '2026-11-23' }])
  })

  it('moves all cases or none', async () => {
    const counter = await openCounter()
    const { as, ids } = counter
    const cases = await threeCases(counter)
    const untouched = async () => expect((await counter.db.selectFrom('welfare_case').select('planner_id').distinct().execute())).toEqual([{ planner_id: ids.planner }])
    await expect(leave(counter, cases.slice(1))).rejects.toMatchObject({ code: 'CASES_LEFT_OVER', data: { count: 1 } })
    await untouched()
    await expect(leave(counter, [cases[0]!, cases[1]!, { id: cases[2]!.id, version: cases[2]!.version + 1 }])).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    await untouched()
    await expect(leave(counter, cases, { moves: cases.map(({ id, version }, place) => ({ caseId: id, seenVersion: version, toStaffId: place === 2 ? ids.planner : ids.secondPlanner })) })).rejects.toMatchObject({ code: 'NOT_A_PLANNER' })
    await untouched()
    await expect(leave(counter, cases, { lastDay: day('2026-11-22') })).rejects.toMatchObject({ code: 'DAY_IN_PAST' })
    await as('lead').team.setConflict({ caseId: cases[2]!.id, seenVersion: cases[2]!.version, staffId: ids.secondPlanner, conflict: true })
    await expect(leave(counter, [cases[0]!, cases[1]!, { id: cases[2]!.id, version: cases[2]!.version + 1 }])).rejects.toMatchObject({ code: 'CONFLICT_OF_INTEREST' })
    await untouched()
    expect(await counter.db.selectFrom('staff').select('leaves_on').where('id', '=', ids.planner).executeTakeFirst()).toEqual({ leaves_on: null })
  })

  it('is no longer proposed, keeps the account, and is shown once the last day is over', async () => {
    const counter = await openCounter()
    const { as, ids } = counter
    await leave(counter, await threeCases(counter))
    expect((await as('lead').staff.list()).find(({ id }) => id === ids.planner)).toMatchObject({ active: true, leavesOn: '2026-11-30' })
    expect((await as('lead').team.overview()).gone).toEqual([])
    counter.at('2026-11-30T10:00')
    expect((await counter.as('lead').team.overview()).gone).toEqual([])
    counter.at('2026-12-01T10:00')
    expect((await counter.as('lead').team.overview()).gone).toMatchObject([{ id: ids.planner, leavesOn: '2026-11-30' }])
  })

  it('gives an offer that waits for them back to who made it', async () => {
    const counter = await openCounter()
    const other = await openCase(counter, { planner: 'secondPlanner', name: '표본넷' })
    await offer(counter, other, 'planner', 'lead')
    await leave(counter, [])
    expect(await counter.as('secondPlanner').team.ofCase({ caseId: other.id })).toMatchObject({ offer: null, returned: { answer: '전보' } })
  })
})
