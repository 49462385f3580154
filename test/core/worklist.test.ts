/** The worklist: whose cases stand on it, what narrows and orders them, and what is done to several at once. */
import type { Client } from '#core/contract'
import type { Seat } from '../support/open-counter.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { WorklistFilter } from '#core/worklist/model'
import { caseNow } from '../support/case-at-desk.ts'
import { openCounter } from '../support/open-counter.ts'
import { consentedVisit } from '../support/visit-at-desk.ts'

type Counter = Awaited<ReturnType<typeof openCounter>>
let counter: Counter
beforeEach(async () => {
  counter = await openCounter({ moment: '2026-11-23T10:00' })
})

const filter = (given: Partial<WorklistFilter> = {}): WorklistFilter => WorklistFilter.parse(given)

interface Given { readonly name?: string, readonly to?: Seat, readonly urgency?: 'crisis' | 'soon' | 'normal', readonly road?: string, readonly phone?: string }
async function aCase({ name = '표본순', to = 'planner', urgency = 'normal', road = '표본로 1', phone }: Given = {}) {
  const clerk = counter.as('clerk')
  const visit = await consentedVisit(clerk, 'counselling', name)
  await visit.household({ road, ...(phone ? { phone } : {}) })
  const page = await clerk.cases.assign({ ...visit.seen(), plannerId: counter.ids[to], urgency, kind: 'counselling', why: '표본' })
  return caseNow(counter, page.case!.id)
}
const joinTeam = (team: string, ...seats: Seat[]) => counter.db.updateTable('staff').set({ team }).where('id', 'in', seats.map(seat => counter.ids[seat])).execute()
const setCase = (id: string, fields: Record<string, unknown>) => counter.db.updateTable('welfare_case').set(fields).where('id', '=', id).execute()
const list = (client: Client, given: Partial<WorklistFilter> = {}, scope: 'mine' | 'team' | 'unassigned' | 'all' = 'mine', order: Parameters<Client['worklist']['list']>[0]['order'] = 'due') =>
  client.worklist.list({ scope, filter: filter(given), order })
const idsOf = async (work: Promise<readonly { id: string }[]>) => (await work).map(({ id }) => id)

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

describe('tasks and what is due today', () => {
  it('stand on the list of whoever does them, across cases, until they are ticked off', async () => {
    const own = await aCase()
    const planner = counter.as('planner')
    const task = await planner.worklist.addTask({ caseId: own.id, what: '서류 챙기기', dueOn: '2026-11-25' as never })
    await planner.worklist.addTask({ caseId: null, what: '회의 자료', dueOn: '2026-11-24' as never })
    expect((await planner.worklist.tasks()).map(({ what }) => what)).toEqual(['회의 자료', '서류 챙기기'])
    expect((await planner.cases.page({ caseId: own.id })).case.nextOn).toBe('2026-11-25')
    await planner.worklist.doneTask({ taskId: task.id, seenVersion: task.version })
    expect((await planner.worklist.tasks()).map(({ what }) => what)).toEqual(['회의 자료'])
    const { case: found, events } = await planner.cases.page({ caseId: own.id })
    expect(found.nextOn).toBeNull()
    expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['task-added', 'task-done']))
  })

  it('are taken back when the wrong one was ticked', async () => {
    const planner = counter.as('planner')
    const task = await planner.worklist.addTask({ caseId: null, what: '회의 자료', dueOn: '2026-11-24' as never })
    const done = await planner.worklist.doneTask({ taskId: task.id, seenVersion: task.version })
    await planner.worklist.doneTask({ taskId: task.id, seenVersion: done.version, done: false })
    expect(await planner.worklist.tasks()).toHaveLength(1)
  })

  it('are moved by whoever saw them last, never into the past', async () => {
    const planner = counter.as('planner')
    const task = await planner.worklist.addTask({ caseId: null, what: '회의 자료', dueOn: '2026-11-24' as never })
    await planner.worklist.moveTask({ taskId: task.id, seenVersion: task.version, dueOn: '2026-11-30' as never })
    await expect(planner.worklist.moveTask({ taskId: task.id, seenVersion: task.version, dueOn: '2026-12-01' as never })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    await expect(planner.worklist.moveTask({ taskId: task.id, seenVersion: task.version + 1, dueOn: '2026-11-22' as never })).rejects.toMatchObject({ code: 'DAY_IN_PAST' })
    await expect(planner.worklist.addTask({ caseId: null, what: '어제', dueOn: '2026-11-22' as never })).rejects.toMatchObject({ code: 'DAY_IN_PAST' })
  })

  it('are nobody else\'s business', async () => {
    const own = await aCase()
    const task = await counter.as('planner').worklist.addTask({ caseId: own.id, what: '서류', dueOn: '2026-11-25' as never })
    await expect(counter.as('secondPlanner').worklist.doneTask({ taskId: task.id, seenVersion: 1 })).rejects.toMatchObject({ code: 'TASK_NOT_FOUND' })
    await expect(counter.as('secondPlanner').worklist.addTask({ caseId: own.id, what: '남의 일', dueOn: '2026-11-25' as never })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    await setCase(own.id, { status: 'withdrawn' })
    await expect(counter.as('planner').worklist.addTask({ caseId: own.id, what: '철회 뒤', dueOn: '2026-11-25' as never })).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
  })

  it('today shows clocks, tasks and appointments up to today in one list, the oldest first', async () => {
    const own = await aCase()
    const paused = await aCase({ name: '표본달' })
    await setCase(paused.id, { due_on: '2026-11-20', paused_since: '2026-11-21' })
    const planner = counter.as('planner')
    await planner.worklist.addTask({ caseId: own.id, what: '오늘', dueOn: '2026-11-24' as never })
    await planner.worklist.addTask({ caseId: own.id, what: '내일', dueOn: '2026-11-25' as never })
    await planner.worklist.saveAppointment({ appointmentId: null, seenVersion: 0, kind: 'call', caseId: own.id, day: '2026-11-24' as never, starts: '14:00', minutes: 20, place: '', note: '', bring: '', caution: '' })
    await setCase(own.id, { due_on: '2026-11-23' })
    counter.at('2026-11-24T09:00')
    expect((await counter.as('planner').worklist.today()).map(({ kind, day }) => [kind, day])).toEqual([['clock', '2026-11-23'], ['task', '2026-11-24'], ['appointment', '2026-11-24']])
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

describe('doing one thing to several cases', () => {
  const seen = (cases: readonly { id: string, version: number }[]) => cases.map(({ id, version }) => ({ caseId: id as never, seenVersion: version }))
  const fresh = async (...ids: string[]) => (await counter.as('lead').worklist.rows({ caseIds: ids as never[] }))
  const eventsOf = async (id: string) => (await counter.db.selectFrom('case_event').selectAll().where('case_id', '=', id).execute())

  it('shows each case with what would change, and what would be refused and why', async () => {
    const one = await aCase()
    const theirs = await aCase({ name: '표본솔', to: 'secondPlanner' })
    const closed = await aCase({ name: '표본달' })
    await setCase(closed.id, { status: 'closed' })
    const { lines, taker } = await counter.as('lead').worklist.previewBulk({ caseIds: [one.id, theirs.id, closed.id], action: { kind: 'reassign', plannerId: counter.ids.secondPlanner, why: '업무 나눔' } })
    expect(lines.map(({ caseId, to, refused }) => [caseId, to, refused])).toEqual([
      [one.id, '표본플래너둘', null],
      [theirs.id, '표본플래너둘', 'NOTHING_CHANGES'],
      [closed.id, '표본플래너둘', 'CASE_NOT_OPEN'],
    ])
    expect(taker).toMatchObject({ openNow: 1, openThen: 2, absent: false })
    expect(await eventsOf(one.id)).toHaveLength(1)
  })

  it('moves the cases with their tasks and appointments, a line on the trail and in the access log about each', async () => {
    const one = await aCase()
    const two = await aCase({ name: '표본솔' })
    await counter.as('planner').worklist.addTask({ caseId: one.id, what: '서류', dueOn: '2026-11-25' as never })
    const { done } = await counter.as('lead').worklist.applyBulk({ cases: seen([one, two]), action: { kind: 'reassign', plannerId: counter.ids.secondPlanner, why: '업무 나눔' } })
    expect(new Set(done)).toEqual(new Set([one.id, two.id]))
    expect(new Set(await idsOf(list(counter.as('secondPlanner'))))).toEqual(new Set([one.id, two.id]))
    expect(await counter.as('secondPlanner').worklist.tasks()).toHaveLength(1)
    for (const { id } of [one, two]) {
      expect((await eventsOf(id)).filter(({ kind, note }) => kind === 'reassigned' && note === '업무 나눔')).toHaveLength(1)
      expect(await counter.db.selectFrom('audit_line').selectAll().where('operation', '=', 'worklist.applyBulk').where('subject', '=', `case:${id}`).execute()).toHaveLength(1)
    }
    expect(await counter.as('admin').audit.verify()).toMatchObject({ intact: true })
  })

  it('does none of them when one changed since it was seen', async () => {
    const one = await aCase()
    const two = await aCase({ name: '표본솔' })
    await setCase(two.id, { version: 2 })
    await expect(counter.as('lead').worklist.applyBulk({ cases: seen([one, two]), action: { kind: 'urgency', urgency: 'crisis', why: '단전' } })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect((await fresh(one.id))[0]!.urgency).toBe('normal')
  })

  it('gives cases to others only by the lead, and never to whom must not have this family', async () => {
    const one = await aCase()
    const action = { kind: 'reassign', plannerId: counter.ids.secondPlanner, why: '나눔' } as const
    await expect(counter.as('planner').worklist.previewBulk({ caseIds: [one.id], action })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(counter.as('planner').worklist.applyBulk({ cases: seen([one]), action })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await counter.db.updateTable('staff').set({ conflicts: JSON.stringify([one.householdId]) }).where('id', '=', counter.ids.secondPlanner).execute()
    expect((await counter.as('lead').worklist.previewBulk({ caseIds: [one.id], action })).lines[0]!.refused).toBe('CONFLICT_OF_INTEREST')
    await expect(counter.as('lead').worklist.applyBulk({ cases: seen([one]), action })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    await expect(counter.as('lead').worklist.previewBulk({ caseIds: [one.id], action: { ...action, plannerId: counter.ids.clerk } })).rejects.toMatchObject({ code: 'NOT_A_PLANNER' })
  })

  it('lets a planner take what nobody has, and nothing else of it', async () => {
    const nobodys = await aCase()
    await setCase(nobodys.id, { planner_id: '' })
    const planner = counter.as('secondPlanner')
    expect((await planner.worklist.previewBulk({ caseIds: [nobodys.id], action: { kind: 'urgency', urgency: 'crisis', why: '단전' } })).lines[0]!.refused).toBe('CASE_NOT_FOUND')
    const [row] = await planner.worklist.rows({ caseIds: [nobodys.id] })
    await planner.worklist.applyBulk({ cases: seen([row!]), action: { kind: 'take' } })
    expect(await idsOf(list(planner))).toEqual([nobodys.id])
    expect((await planner.worklist.previewBulk({ caseIds: [nobodys.id], action: { kind: 'take' } })).lines[0]!.refused).toBe('HAS_A_PLANNER')
  })

  it('cannot touch the cases of a planner of another team', async () => {
    const one = await aCase()
    expect((await counter.as('secondPlanner').worklist.previewBulk({ caseIds: [one.id], action: { kind: 'task', what: '전화', dueOn: '2026-11-25' as never } })).lines).toMatchObject([{ refused: 'CASE_NOT_FOUND', maskedName: '—' }])
  })

  it('raises the urgency with its reason, and the first contact is due sooner', async () => {
    const one = await aCase()
    await counter.as('planner').worklist.applyBulk({ cases: seen([one]), action: { kind: 'urgency', urgency: 'crisis', why: '단전' } })
    const [row] = await fresh(one.id)
    expect(row).toMatchObject({ urgency: 'crisis' })
    expect(row!.dueOn! < one.dueOn!).toBe(true)
    expect((await eventsOf(one.id)).find(({ kind }) => kind === 'urgency-changed')).toMatchObject({ note: '단전' })
  })

  it('adds a task to each, moves the next try of each and lets the clocks of each stand still', async () => {
    const one = await aCase()
    const planner = counter.as('planner')
    await planner.worklist.applyBulk({ cases: seen([one]), action: { kind: 'task', what: '안부 전화', dueOn: '2026-11-25' as never } })
    expect(await planner.worklist.tasks()).toMatchObject([{ what: '안부 전화', dueOn: '2026-11-25' }])
    await planner.worklist.applyBulk({ cases: seen(await fresh(one.id)), action: { kind: 'postpone', dueOn: '2026-12-10' as never, why: '입원' } })
    await planner.worklist.applyBulk({ cases: seen(await fresh(one.id)), action: { kind: 'postpone', dueOn: '2026-12-12' as never, why: '' } })
    expect((await planner.worklist.tasks()).filter(({ kind }) => kind === 'retry')).toMatchObject([{ dueOn: '2026-12-12' }])
    await planner.worklist.applyBulk({ cases: seen(await fresh(one.id)), action: { kind: 'pause', reason: 'in-hospital', note: '' } })
    expect((await fresh(one.id))[0]).toMatchObject({ pausedSince: '2026-11-23' })
    expect((await planner.worklist.previewBulk({ caseIds: [one.id], action: { kind: 'pause', reason: 'away', note: '' } })).lines[0]!.refused).toBe('ALREADY_PAUSED')
    expect((await eventsOf(one.id)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['task-added', 'postponed', 'paused']))
  })
})
