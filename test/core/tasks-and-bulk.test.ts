/** What is done from the worklist: tasks, what is due today, one thing to several cases at once. */
import type { Counter } from '../support/open-counter.ts'
import type { Listed } from '../support/worklist-at-desk.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { openCounter } from '../support/open-counter.ts'
import { idsOf, list, listedCase } from '../support/worklist-at-desk.ts'

let counter: Counter
beforeEach(async () => {
  counter = await openCounter({ moment: '2026-11-23T10:00' })
})
const aCase = (given: Listed = {}) => listedCase(counter, given)
const setCase = (id: string, fields: Record<string, unknown>) => counter.db.updateTable('welfare_case').set(fields).where('id', '=', id).execute()

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
