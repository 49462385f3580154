/** What a case meeting decides about a case, and what it sets in motion. */
import type { Counter } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { rowOf } from '../support/case-at-desk'
import { assignedCase, candidate, plannedMeeting, standAt } from '../support/case-at-meeting'
import { decided, itemOf, open, seen, underWay, written } from '../support/meeting-at-table'
import { aGoal, finishedPlan, reachedCase, selectedFor, surveyed } from '../support/planned-case'
import { day, someStrokes } from '../support/visit-at-desk'

const clocksOf = ({ db }: Counter, caseId: string) => db.selectFrom('case_clock').selectAll().where('case_id', '=', caseId).orderBy('started_on').orderBy('clock').execute()

describe('deciding', () => {
  it.each([
    ['integrated', 'plan', 'plan'],
    ['high-difficulty', 'plan', 'plan'],
    ['service-link', 'service', null],
    ['information', 'service', null],
    ['close', 'closing', null],
  ] as const)('%s moves the case to %s', async (decision, stage, clock) => {
    const counter = await open()
    const { caseId, item } = await underWay(counter)
    const page = await decided(counter, item, decision)
    expect(itemOf(page, caseId)).toMatchObject({ state: 'decided', decision, decidedBy: { id: counter.ids.lead } })
    expect(await rowOf(counter, caseId)).toMatchObject({ stage, track: decision, due_clock: clock })
    const { events } = await counter.as('planner').cases.page({ caseId })
    expect(events.find(({ kind }) => kind === 'meeting-decision')).toMatchObject({ note: decision, subject: item.id })
  })

  it('ends the clock of the selection and begins the one of the plan', async () => {
    const counter = await open()
    const { caseId, item } = await underWay(counter)
    await decided(counter, item, 'integrated')
    const clocks = await clocksOf(counter, caseId)
    expect(clocks.find(({ clock }) => clock === 'selection')?.done_on).toBe('2026-11-23')
    expect(clocks.find(({ clock }) => clock === 'plan')).toMatchObject({ started_on: '2026-11-23', due_on: '2026-12-08', done_on: null })
  })

  it('leaves a managed case in its service where it is confirmed', async () => {
    const counter = await open()
    const caseId = await assignedCase(counter)
    await standAt(counter, caseId, 'service', { track: 'integrated', clock: { clock: 'review', started: '2026-11-01', due: '2026-11-26' } })
    const page = await counter.as('lead').meetings.begin(seen(await plannedMeeting(counter)))
    await decided(counter, itemOf(page, caseId), 'high-difficulty')
    expect(await rowOf(counter, caseId)).toMatchObject({ stage: 'service', track: 'high-difficulty', due_clock: 'review' })
  })

  it('needs the meeting to run, a reason, who leads a managed case, and tasks that are whole', async () => {
    const counter = await open()
    const caseId = await candidate(counter)
    let page = await plannedMeeting(counter)
    const early = await written(counter, itemOf(page, caseId))
    await expect(counter.as('lead').meetings.decide({ itemId: early.id, seenVersion: early.version, decision: 'information' })).rejects.toMatchObject({ code: 'MEETING_NOT_RUNNING' })
    page = await counter.as('lead').meetings.begin(seen(page))
    const bare = await written(counter, itemOf(page, caseId), { why: ' ', lead: { sector: null, who: '' }, tasks: [{ id: 'aaaaaa', what: '도시락 알아보기', staffId: null, who: '', dueOn: day('2026-11-30') }] })
    await expect(counter.as('lead').meetings.decide({ itemId: bare.id, seenVersion: bare.version, decision: 'integrated' })).rejects.toMatchObject({ code: 'ITEM_INCOMPLETE', data: { fields: ['why', 'lead', 'tasks'] } })
    await expect(counter.as('lead').meetings.decide({ itemId: bare.id, seenVersion: bare.version, decision: 'information' })).rejects.toMatchObject({ data: { fields: ['why', 'tasks'] } })
    const late = await written(counter, bare, { tasks: [{ id: 'aaaaaa', what: '도시락 알아보기', staffId: counter.ids.planner, who: '', dueOn: day('2026-11-22') }] })
    await expect(counter.as('lead').meetings.decide({ itemId: late.id, seenVersion: late.version, decision: 'integrated' })).rejects.toMatchObject({ code: 'DAY_IN_PAST' })
    expect(await rowOf(counter, caseId)).toMatchObject({ stage: 'selection', track: null })
  })

  it('puts the tasks on the worklists, those of an outside member under their name', async () => {
    const counter = await open()
    const { caseId, item } = await underWay(counter)
    await decided(counter, item, 'integrated', {
      lead: { sector: 'private', who: '표본종합사회복지관' },
      roles: [{ id: 'rrrrrr', sector: 'private', who: '표본종합사회복지관', what: '주 2회 방문' }, { id: 'ssssss', sector: 'public', who: '표본동', what: '급여 신청' }],
      tasks: [
        { id: 'aaaaaa', what: '급여 신청 돕기', staffId: counter.ids.planner, who: '', dueOn: day('2026-11-27') },
        { id: 'bbbbbb', what: '밑반찬 시작', staffId: null, who: '표본종합사회복지관', dueOn: day('2026-11-30') },
      ],
    })
    const tasks = await counter.db.selectFrom('case_task').select(['kind', 'what', 'staff_id', 'who', 'due_on', 'done_at']).where('case_id', '=', caseId).where('kind', '=', 'meeting').orderBy('due_on').execute()
    expect(tasks).toEqual([
      { kind: 'meeting', what: '급여 신청 돕기', staff_id: counter.ids.planner, who: null, due_on: '2026-11-27', done_at: null },
      { kind: 'meeting', what: '밑반찬 시작', staff_id: null, who: '표본종합사회복지관', due_on: '2026-11-30', done_at: null },
    ])
    expect((await rowOf(counter, caseId)).next_on).toBe('2026-11-27')
  })

  it('is taken back within the meeting: stage, track, clocks as before, and the tasks closed', async () => {
    const counter = await open()
    const { caseId, item } = await underWay(counter)
    const [before, clocks] = [await rowOf(counter, caseId), await clocksOf(counter, caseId)]
    let page = await decided(counter, item, 'integrated', { tasks: [{ id: 'aaaaaa', what: '급여 신청', staffId: counter.ids.planner, who: '', dueOn: day('2026-11-27') }] })
    const done = itemOf(page, caseId)
    await expect(counter.as('lead').meetings.decide({ itemId: done.id, seenVersion: done.version, decision: 'close' })).rejects.toMatchObject({ code: 'ALREADY_DECIDED' })
    page = await counter.as('lead').meetings.takeBack({ itemId: done.id, seenVersion: done.version })
    expect(itemOf(page, caseId)).toMatchObject({ state: 'open', decision: null })
    const { stage, track, due_on, due_clock, next_on } = await rowOf(counter, caseId)
    expect({ stage, track, due_on, due_clock, next_on }).toEqual({ stage: before.stage, track: before.track, due_on: before.due_on, due_clock: before.due_clock, next_on: null })
    expect(await clocksOf(counter, caseId)).toEqual(clocks)
    expect(await counter.db.selectFrom('case_task').select('id').where('case_id', '=', caseId).where('kind', '=', 'meeting').where('done_at', 'is', null).execute()).toEqual([])
  })

  it('stays once work on the case has gone on', async () => {
    const counter = await open()
    const { caseId, item } = await underWay(counter)
    const done = itemOf(await decided(counter, item, 'integrated'), caseId)
    await counter.db.updateTable('welfare_case').set({ stage: 'service' }).where('id', '=', caseId).execute()
    await expect(counter.as('lead').meetings.takeBack({ itemId: done.id, seenVersion: done.version })).rejects.toMatchObject({ code: 'CASE_MOVED_ON' })
  })

  it('lets the words be put better afterwards, and leaves alone what it set in motion', async () => {
    const counter = await open()
    const { caseId, item } = await underWay(counter)
    const done = itemOf(await decided(counter, item, 'integrated'), caseId)
    const after = await written(counter, done, { discussion: '더 자세히', lead: { sector: 'private', who: '다른 기관' } })
    expect(after.draft).toMatchObject({ discussion: '더 자세히', lead: { sector: 'public', who: '표본동' } })
  })
})

describe('a case whose closing was asked for', () => {
  /** In service by a plan in force, then the closing asked for, and a meeting under way about it. */
  async function closingAtMeeting(counter: Counter) {
    const { caseId, visitor } = await reachedCase(counter)
    const planner = counter.as('planner')
    await surveyed(counter, caseId, { economy: { level: 3 } })
    await selectedFor(counter, caseId, 'integrated')
    const plan = await finishedPlan(counter, caseId, { goals: [aGoal('goal0001', 'economy')] })
    await planner.plans.agree({ recordId: plan.id, seenVersion: plan.version, personId: visitor.id, name: null, method: 'screen', strokes: someStrokes, why: '' })
    const [planWaits] = await counter.as('lead').plans.waiting()
    await counter.as('lead').plans.approve({ approvalId: planWaits!.id, seenVersion: planWaits!.recordVersion })
    const begun = await planner.records.begin({ caseId, kind: 'closing' })
    const { record } = await planner.records.save({ recordId: begun.id, seenVersion: begun.version, body: { ...begun.body, reason: 'improved', summary: '표본 요약' } })
    const closing = await planner.closing.ask({ recordId: record.id, seenVersion: record.version })
    const [waiting] = await counter.as('lead').plans.waiting()
    const page = await counter.as('lead').meetings.begin(seen(await plannedMeeting(counter)))
    return { caseId, closing, approval: { approvalId: waiting!.id, seenVersion: waiting!.recordVersion }, item: itemOf(page, caseId) }
  }
  const inService = { stage: 'service', due_clock: 'review', due_on: '2026-12-23' }

  it.each(['integrated', 'high-difficulty', 'service-link', 'information'] as const)('goes on in its service where the meeting decides "%s", and can be approved for closing no more', async (decision) => {
    const counter = await open()
    const { caseId, closing, approval, item } = await closingAtMeeting(counter)
    expect(item.reason).toBe('closing')
    await decided(counter, item, decision)
    expect(await rowOf(counter, caseId)).toMatchObject({ ...inService, track: decision })
    expect(await counter.as('lead').plans.waiting()).toEqual([])
    expect(await counter.as('planner').records.read({ recordId: closing.id })).toMatchObject({ status: 'open' })
    await expect(counter.as('lead').plans.approve(approval)).rejects.toMatchObject({ code: 'APPROVAL_NOT_FOUND' })
    expect(await rowOf(counter, caseId)).toMatchObject({ status: 'in-contact', stage: 'service' })
  })

  it('waits for the lead on where the meeting decides to close', async () => {
    const counter = await open()
    const { caseId, approval, item } = await closingAtMeeting(counter)
    await decided(counter, item, 'close')
    expect(await rowOf(counter, caseId)).toMatchObject({ stage: 'closing', track: 'close' })
    await counter.as('lead').plans.approve(approval)
    expect(await rowOf(counter, caseId)).toMatchObject({ status: 'after-care' })
  })

  it('waits for the lead again when the decision is taken back, and returned it goes back to its service', async () => {
    const counter = await open()
    const { caseId, closing, item } = await closingAtMeeting(counter)
    counter.at('2026-11-23T11:00')
    const done = itemOf(await decided(counter, item, 'integrated'), caseId)
    await counter.as('lead').meetings.takeBack({ itemId: done.id, seenVersion: done.version })
    expect(await rowOf(counter, caseId)).toMatchObject({ stage: 'closing', due_clock: null })
    const { finishedAt, finishedBy } = closing
    const now = await counter.as('planner').records.read({ recordId: closing.id })
    expect(now).toMatchObject({ status: 'finished', finishedAt, finishedBy })
    const [waiting] = await counter.as('lead').plans.waiting()
    expect(waiting).toMatchObject({ kind: 'closing', recordId: closing.id, askedAt: finishedAt, askedBy: { id: counter.ids.planner } })
    await counter.as('lead').plans.return({ approvalId: waiting!.id, seenVersion: waiting!.recordVersion, why: '표본' })
    expect(await rowOf(counter, caseId)).toMatchObject(inService)
  })

  it('is not put back over what was written of the closing since', async () => {
    const counter = await open()
    const { caseId, closing, item } = await closingAtMeeting(counter)
    const done = itemOf(await decided(counter, item, 'integrated'), caseId)
    const { version, body } = await counter.as('planner').records.read({ recordId: closing.id })
    await counter.as('planner').records.save({ recordId: closing.id, seenVersion: version, body: { ...body, summary: '더 적은 것' } })
    await expect(counter.as('lead').meetings.takeBack({ itemId: done.id, seenVersion: done.version })).rejects.toMatchObject({ code: 'CASE_MOVED_ON' })
    expect(await rowOf(counter, caseId)).toMatchObject(inService)
  })

  it('is not approved once its work has gone on by any other way', async () => {
    const counter = await open()
    const { caseId, approval } = await closingAtMeeting(counter)
    await counter.db.updateTable('welfare_case').set({ stage: 'plan' }).where('id', '=', caseId).execute()
    await expect(counter.as('lead').plans.approve(approval)).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await rowOf(counter, caseId)).toMatchObject({ status: 'in-contact', stage: 'plan' })
  })

  it('by an earlier meeting goes on from the stage before when the next one decides otherwise', async () => {
    const counter = await open()
    const { caseId } = await reachedCase(counter)
    await surveyed(counter, caseId, { economy: { level: 3 } })
    let page = await counter.as('lead').meetings.begin(seen(await plannedMeeting(counter)))
    page = await decided(counter, itemOf(page, caseId), 'close')
    await counter.as('lead').meetings.close(seen(page))
    counter.at('2026-12-01T10:00')
    page = await counter.as('lead').meetings.begin(seen(await plannedMeeting(counter, { day: day('2026-12-02') })))
    await decided(counter, itemOf(page, caseId), 'integrated')
    expect(await rowOf(counter, caseId)).toMatchObject({ stage: 'plan', track: 'integrated', due_clock: 'plan' })
  })
})
