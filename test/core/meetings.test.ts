import type { CaseTrack } from '#core/cases/model'
import type { MeetingPage } from '#core/meetings/contract'
import type { AgendaItem, ItemDraft } from '#core/meetings/model'
import type { Counter, Seat } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { assignedCase, candidate, draftOf, plannedMeeting, standAt } from '../support/case-at-meeting'
import { openCounter } from '../support/open-counter'
import { aGoal, finishedPlan, reachedCase, selectedFor, surveyed } from '../support/planned-case'
import { day, someStrokes } from '../support/visit-at-desk'

const open = () => openCounter({ moment: '2026-11-23T10:00' })
const reasons = ({ items }: MeetingPage) => items.map(({ reason }) => reason)
const itemOf = (page: MeetingPage, caseId: string): AgendaItem => page.items.find(item => item.caseId === caseId)!
const reload = (counter: Counter, { meeting }: MeetingPage, seat: Seat = 'lead') => counter.as(seat).meetings.page({ meetingId: meeting.id })
const seen = ({ meeting }: MeetingPage) => ({ meetingId: meeting.id, seenVersion: meeting.version })

/** What is needed to decide, written by the lead. */
async function written(counter: Counter, item: AgendaItem, changed: Partial<ItemDraft> = {}): Promise<AgendaItem> {
  const saved = await counter.as('lead').meetings.saveItem({ itemId: item.id, seenVersion: item.version, draft: draftOf(item, { why: '표본 사유', lead: { sector: 'public', who: '표본동' }, ...changed }) })
  expect(saved.outcome).toBe('saved')
  return saved.item
}
async function decided(counter: Counter, item: AgendaItem, decision: CaseTrack, changed: Partial<ItemDraft> = {}): Promise<MeetingPage> {
  const ready = await written(counter, item, changed)
  return counter.as('lead').meetings.decide({ itemId: ready.id, seenVersion: ready.version, decision })
}
/** A meeting under way about one new candidate. */
async function underWay(counter: Counter) {
  const caseId = await candidate(counter)
  const page = await counter.as('lead').meetings.begin(seen(await plannedMeeting(counter)))
  return { caseId, page, item: itemOf(page, caseId) }
}
const rowOf = ({ db }: Counter, caseId: string) => db.selectFrom('welfare_case').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow()
const clocksOf = ({ db }: Counter, caseId: string) => db.selectFrom('case_clock').selectAll().where('case_id', '=', caseId).orderBy('started_on').orderBy('clock').execute()
const approvalAsked = (counter: Counter, caseId: string, kind: 'plan' | 'closing') => counter.db.insertInto('case_approval').values({ id: counter.host.newId(), case_id: caseId, kind, subject: null, note: null, asked_at: counter.host.now(), asked_by: counter.ids.planner, status: 'asked', answered_at: null, answered_by: null, answer: null }).execute()

describe('the agenda of a meeting', () => {
  it('gathers candidates, plans to approve, reviews due, closings and crises by itself, each with its reason', async () => {
    const counter = await open()
    const chosen = await candidate(counter, { name: '표본하나' })
    const planned = await assignedCase(counter, { name: '표본두리' })
    await standAt(counter, planned, 'plan', { track: 'integrated' })
    await approvalAsked(counter, planned, 'plan')
    const reviewed = await assignedCase(counter, { name: '표본세나' })
    await standAt(counter, reviewed, 'service', { track: 'integrated', clock: { clock: 'review', started: '2026-11-01', due: '2026-12-02' } })
    const ending = await assignedCase(counter, { name: '표본네온' })
    await approvalAsked(counter, ending, 'closing')
    const crisis = await assignedCase(counter, { name: '표본다섯', urgency: 'crisis' })
    const nothing = await assignedCase(counter, { name: '표본여섯' })
    const page = await plannedMeeting(counter)
    expect(page.items.map(({ caseId, reason }) => [caseId, reason])).toEqual([
      [crisis, 'crisis'],
      [chosen, 'selection'],
      [planned, 'plan-approval'],
      [reviewed, 'review'],
      [ending, 'closing'],
    ])
    expect(page.items.map(({ caseId }) => caseId)).not.toContain(nothing)
  })

  it('takes a review due on the seventh day after the meeting, and none of the eighth', async () => {
    const counter = await open()
    const seventh = await assignedCase(counter, { name: '표본일곱' })
    const eighth = await assignedCase(counter, { name: '표본여덟' })
    await standAt(counter, seventh, 'service', { clock: { clock: 'review', started: '2026-11-01', due: '2026-12-02' } })
    await standAt(counter, eighth, 'service', { clock: { clock: 'review', started: '2026-11-01', due: '2026-12-03' } })
    const page = await plannedMeeting(counter)
    expect(page.items.map(({ caseId }) => caseId)).toEqual([seventh])
  })

  it('has a case once, with all that speaks for it', async () => {
    const counter = await open()
    const caseId = await candidate(counter, { urgency: 'crisis' })
    await approvalAsked(counter, caseId, 'closing')
    const page = await plannedMeeting(counter)
    expect(page.items).toHaveLength(1)
    expect(page.items[0]).toMatchObject({ reason: 'crisis', also: ['selection', 'closing'] })
    await expect(counter.as('lead').meetings.addItem({ meetingId: page.meeting.id, caseId, question: '' })).rejects.toMatchObject({ code: 'ALREADY_ON_AGENDA' })
  })

  it('takes in what comes up until the meeting begins, lets go what is settled, and stays from then on', async () => {
    const counter = await open()
    const first = await candidate(counter, { name: '표본하나' })
    const page = await plannedMeeting(counter)
    const second = await candidate(counter, { name: '표본두리' })
    await standAt(counter, first, 'service')
    const before = await reload(counter, page)
    expect(before.items.map(({ caseId }) => caseId)).toEqual([second])
    const running = await counter.as('lead').meetings.begin(seen(before))
    await candidate(counter, { name: '표본세나' })
    expect((await reload(counter, running)).items).toHaveLength(1)
  })

  it('keeps what was written although its reason is gone', async () => {
    const counter = await open()
    const caseId = await candidate(counter)
    const page = await plannedMeeting(counter)
    await written(counter, itemOf(page, caseId), { question: '선정할까요?' })
    await standAt(counter, caseId, 'service')
    expect((await reload(counter, page)).items).toMatchObject([{ caseId, draft: { question: '선정할까요?' } }])
  })

  it('is put into order, added to and left out of by hand, and remembers why', async () => {
    const counter = await open()
    const first = await candidate(counter, { name: '표본하나' })
    const second = await candidate(counter, { name: '표본두리' })
    const byHand = await assignedCase(counter, { name: '표본세나' })
    let page = await plannedMeeting(counter)
    page = await counter.as('lead').meetings.addItem({ meetingId: page.meeting.id, caseId: byHand, question: '가족과 만날까요?' })
    expect(reasons(page)).toEqual(['selection', 'selection', 'by-hand'])
    const turned = [byHand, second, first].map(caseId => itemOf(page, caseId).id)
    page = await counter.as('lead').meetings.order({ ...seen(page), itemIds: turned })
    expect(page.items.map(({ caseId }) => caseId)).toEqual([byHand, second, first])
    await expect(counter.as('lead').meetings.order({ meetingId: page.meeting.id, seenVersion: 1, itemIds: turned })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    const left = itemOf(page, second)
    page = await counter.as('lead').meetings.leaveOut({ itemId: left.id, seenVersion: left.version, why: '입원 중이라 다음 달에' })
    expect(page.items.at(-1)).toMatchObject({ caseId: second, state: 'left-out', leftOutWhy: '입원 중이라 다음 달에' })
    expect(itemOf(await reload(counter, page), second).state).toBe('left-out')
    const again = itemOf(page, second)
    page = await counter.as('lead').meetings.takeIn({ itemId: again.id, seenVersion: again.version })
    expect(itemOf(page, second).state).toBe('open')
  })

  it('has only crises since the last meeting, also those that became one', async () => {
    const counter = await open()
    const old = await assignedCase(counter, { name: '표본하나', urgency: 'crisis' })
    const raised = await assignedCase(counter, { name: '표본두리' })
    let page = await counter.as('lead').meetings.begin(seen(await plannedMeeting(counter)))
    expect(reasons(page)).toEqual(['crisis'])
    page = await decided(counter, itemOf(page, old), 'integrated')
    await counter.as('lead').meetings.close(seen(page))
    counter.at('2026-11-26T09:00')
    await counter.db.updateTable('welfare_case').set({ urgency: 'crisis' }).where('id', '=', raised).execute()
    await counter.db.insertInto('case_event').values({ id: counter.host.newId(), case_id: raised, at: counter.host.now(), staff_id: counter.ids.planner, kind: 'urgency-changed', note: null, channel: null, outcome: null, next_try: null, subject: null }).execute()
    const next = await plannedMeeting(counter, { day: day('2026-12-02') })
    expect(next.items.map(({ caseId, reason }) => [caseId, reason])).toEqual([[raised, 'crisis']])
  })
})

describe('whose meeting it is', () => {
  it('is nobody\'s who was not called, and clerks and administrators have none', async () => {
    const counter = await open()
    await candidate(counter)
    const page = await plannedMeeting(counter, { attendees: [counter.ids.lead] })
    await expect(reload(counter, page, 'planner')).rejects.toMatchObject({ code: 'MEETING_NOT_FOUND' })
    expect((await counter.as('planner').meetings.list()).meetings).toEqual([])
    for (const seat of ['clerk', 'admin', 'outside'] as const)
      await expect(reload(counter, page, seat)).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })

  it('lets a planner who was called read the cases of others masked, and write only on their own', async () => {
    const counter = await open()
    const caseId = await candidate(counter, { name: '표본순이', planner: 'planner' })
    const page = await plannedMeeting(counter, { attendees: [counter.ids.lead, counter.ids.secondPlanner] })
    const item = itemOf(await reload(counter, page, 'secondPlanner'), caseId)
    expect(item).toMatchObject({ mayWrite: false, card: { maskedName: '표**이', ageBand: 60 } })
    await expect(counter.as('secondPlanner').meetings.saveItem({ itemId: item.id, seenVersion: item.version, draft: draftOf(item, { question: '?' }) })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
  })

  it('gathers for a planner only what the planner may work on, whatever is asked for', async () => {
    const counter = await open()
    const own = await candidate(counter, { name: '표본하나', planner: 'planner' })
    await candidate(counter, { name: '표본두리', planner: 'secondPlanner' })
    const page = await counter.as('planner').meetings.plan({ kind: 'internal', scope: { of: 'office' }, day: day('2026-11-25'), starts: '10:00', minutes: 60, place: null, weekly: false, attendees: [counter.ids.planner] })
    expect(page.items.map(({ caseId }) => caseId)).toEqual([own])
  })

  it('calls outside members only where outside agencies meet', async () => {
    const counter = await open()
    await expect(plannedMeeting(counter, { attendees: [counter.ids.lead, counter.ids.outside] })).rejects.toMatchObject({ code: 'NOT_FOR_MEETINGS' })
    await expect(plannedMeeting(counter, { attendees: [counter.ids.clerk] })).rejects.toMatchObject({ code: 'NOT_FOR_MEETINGS' })
    expect((await plannedMeeting(counter, { kind: 'outside', attendees: [counter.ids.lead, counter.ids.outside] })).attendees).toHaveLength(2)
  })
})

describe('planning', () => {
  it('stands in the calendar of everybody of the office who comes, moves with the meeting and goes with it', async () => {
    const counter = await open()
    let page = await plannedMeeting(counter, { kind: 'outside', attendees: [counter.ids.lead, counter.ids.planner, counter.ids.outside] })
    const rows = () => counter.db.selectFrom('appointment').select(['staff_id', 'day', 'starts', 'status', 'kind']).where('meeting_id', '=', page.meeting.id).orderBy('staff_id').execute()
    expect((await rows()).map(({ staff_id, kind }) => [staff_id, kind])).toEqual([counter.ids.lead, counter.ids.planner].sort().map(id => [id, 'meeting']))
    page = await counter.as('lead').meetings.change({ ...seen(page), day: day('2026-11-26'), starts: '14:30', minutes: 90, place: null, weekly: true, attendees: [counter.ids.lead] })
    expect(await rows()).toMatchObject([{ staff_id: counter.ids.lead, day: '2026-11-26', starts: '14:30', status: 'planned' }])
    page = await counter.as('lead').meetings.cancel(seen(page))
    expect((await rows()).map(({ status }) => status)).toEqual(['cancelled'])
    await expect(counter.as('lead').meetings.change({ ...seen(page), day: day('2026-11-27'), starts: '14:30', minutes: 90, place: null, weekly: true, attendees: [counter.ids.lead] })).rejects.toMatchObject({ code: 'MEETING_BEGUN' })
  })

  it('is for today or later', async () => {
    const counter = await open()
    await expect(plannedMeeting(counter, { day: day('2026-11-22') })).rejects.toMatchObject({ code: 'DAY_IN_PAST' })
    expect((await plannedMeeting(counter, { day: day('2026-11-23') })).meeting.day).toBe('2026-11-23')
  })

  it('proposes the next one a week later with the same people, on the next working day where that is a holiday', async () => {
    const counter = await open()
    const page = await plannedMeeting(counter, { day: day('2026-12-18'), starts: '15:00' })
    expect(page.next).toMatchObject({ day: '2026-12-28', starts: '15:00', place: '2층 회의실', attendees: expect.arrayContaining([counter.ids.lead, counter.ids.planner]) })
    expect((await counter.as('lead').meetings.list()).proposals.internal).toMatchObject({ day: '2026-12-28', starts: '15:00' })
  })

  it('keeps the first of two changes made from the same version', async () => {
    const counter = await open()
    const page = await plannedMeeting(counter)
    const changed = { ...seen(page), day: day('2026-11-26'), starts: '14:30', minutes: 90, place: null, weekly: true, attendees: [counter.ids.lead] }
    await counter.as('lead').meetings.change(changed)
    await expect(counter.as('lead').meetings.change({ ...changed, starts: '09:00' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect((await reload(counter, page)).meeting.starts).toBe('14:30')
  })
})

describe('writing on an item', () => {
  it('writes over nobody: the second from the same version gets the first one\'s words back', async () => {
    const counter = await open()
    const { item } = await underWay(counter)
    await written(counter, item, { discussion: '팀장이 적음' })
    const second = await counter.as('planner').meetings.saveItem({ itemId: item.id, seenVersion: item.version, draft: draftOf(item, { discussion: '플래너가 적음' }) })
    expect(second).toMatchObject({ outcome: 'conflict', item: { draft: { discussion: '팀장이 적음' } } })
  })

  it('warns when the text for outside tells a name, a number, an address or a birth day, and not otherwise', async () => {
    const counter = await open()
    const caseId = await candidate(counter, { name: '표본순이', birth: '1958-04-02', road: '표본로 12', detail: '101동 1203호', phone: '010-0000-4321' })
    const page = await plannedMeeting(counter)
    let item = itemOf(page, caseId)
    const told = async (forOutside: string) => {
      item = (await counter.as('lead').meetings.saveItem({ itemId: item.id, seenVersion: item.version, draft: draftOf(item, { forOutside }) })).item
      return item.personal.forOutside ?? []
    }
    expect(await told('혼자 지내며 끼니를 거르는 60대. 도시락 연계가 가능할까요?')).toEqual([])
    expect(await told('표본 순이 님 도시락')).toEqual(['name'])
    expect(await told('본순이 어머니')).toEqual(['name'])
    expect(await told('연락처 010 0000 4321')).toEqual(['phone'])
    expect(await told('표본로12 사시는 분')).toEqual(['address'])
    expect(await told('1203호라고만 하면')).toEqual([])
    for (const birth of ['1958-04-02생', '1958년 4월 2일', '58.4.2.', '580402'])
      expect(await told(birth)).toEqual(['birth'])
    expect(await told('580402-2000000')).toContain('id-number')
  })
})

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

describe('ending a meeting', () => {
  it('waits until every item is decided or put off, which then stands first on the next agenda with its question', async () => {
    const counter = await open()
    const caseId = await candidate(counter)
    await assignedCase(counter, { name: '표본하나', urgency: 'crisis' })
    let page = await counter.as('lead').meetings.begin(seen(await plannedMeeting(counter)))
    await expect(counter.as('lead').meetings.close(seen(page))).rejects.toMatchObject({ code: 'AGENDA_OPEN', data: { count: 2 } })
    page = await decided(counter, page.items.find(item => item.caseId !== caseId)!, 'service-link')
    const asked = await written(counter, itemOf(page, caseId), { question: '누가 맡을까요?' })
    page = await counter.as('lead').meetings.putOff({ itemId: asked.id, seenVersion: asked.version, why: '가족을 더 만나 본 뒤에' })
    expect(itemOf(page, caseId)).toMatchObject({ state: 'put-off', putOffWhy: '가족을 더 만나 본 뒤에' })
    page = await counter.as('lead').meetings.close(seen(page))
    expect(page.meeting).toMatchObject({ status: 'closed', closedBy: { id: counter.ids.lead } })
    counter.at('2026-11-26T09:00')
    const next = await plannedMeeting(counter, { day: day('2026-12-02') })
    expect(next.items).toMatchObject([{ caseId, reason: 'put-off', also: ['selection'], draft: { question: '누가 맡을까요?' } }])
  })

  it('fixes the minutes: only additions with who and when come after', async () => {
    const counter = await open()
    const { caseId, item } = await underWay(counter)
    let page = await decided(counter, item, 'information')
    await expect(counter.as('lead').meetings.add({ meetingId: page.meeting.id, itemId: null, text: '아직' })).rejects.toMatchObject({ code: 'MEETING_NOT_CLOSED' })
    page = await counter.as('lead').meetings.close(seen(page))
    const closed = itemOf(page, caseId)
    const write = { itemId: closed.id, seenVersion: closed.version }
    for (const refused of [
      counter.as('lead').meetings.saveItem({ ...write, draft: closed.draft }),
      counter.as('lead').meetings.takeBack(write),
      counter.as('lead').meetings.leaveOut({ ...write, why: '표본' }),
      counter.as('lead').meetings.attend({ meetingId: page.meeting.id, staffId: counter.ids.lead, was: 'invited', presence: 'present' }),
    ])
      await expect(refused).rejects.toMatchObject({ code: 'MEETING_CLOSED' })
    page = await counter.as('lead').meetings.add({ meetingId: page.meeting.id, itemId: closed.id, text: '날짜를 27일로 바로잡음' })
    page = await counter.as('planner').meetings.add({ meetingId: page.meeting.id, itemId: null, text: '늦게 온 사람 있음' })
    expect(itemOf(page, caseId)).toMatchObject({ draft: closed.draft, additions: [{ name: '표본팀장', text: '날짜를 27일로 바로잡음' }] })
    expect(page.additions).toMatchObject([{ name: '표본플래너', text: '늦게 온 사람 있음' }])
  })

  it('marks who is there, and tells whoever marked from an old screen', async () => {
    const counter = await open()
    const page = await plannedMeeting(counter)
    const mark = { meetingId: page.meeting.id, staffId: counter.ids.planner, was: 'invited' as const }
    await counter.as('lead').meetings.attend({ ...mark, presence: 'present' })
    await expect(counter.as('lead').meetings.attend({ ...mark, presence: 'absent' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect((await reload(counter, page)).attendees.find(({ staffId }) => staffId === counter.ids.planner)?.presence).toBe('present')
  })

  it('tells an open screen of those who were called, and nobody else', async () => {
    const counter = await open()
    const page = await plannedMeeting(counter, { attendees: [counter.ids.lead, counter.ids.planner] })
    const [called, other] = [await counter.as('planner').meetings.watch(), await counter.as('secondPlanner').meetings.watch()]
    const [heard, nothing] = [called.next(), other.next()]
    const second = await plannedMeeting(counter, { attendees: [counter.ids.secondPlanner] })
    await counter.as('lead').meetings.begin(seen(page))
    expect((await heard).value).toEqual({ meetingId: page.meeting.id })
    expect((await nothing).value).toEqual({ meetingId: second.meeting.id })
    await called.return?.(undefined)
    await other.return?.(undefined)
  })
})

describe('the names of a meeting', () => {
  it('are other ones in each meeting and say nothing of the person', async () => {
    const counter = await open()
    const cases = [await candidate(counter, { name: '표본하나' }), await candidate(counter, { name: '표본두리' })]
    const named = async () => {
      const page = await plannedMeeting(counter)
      return cases.map(caseId => itemOf(page, caseId).pseudonym)
    }
    const meetings = [await named(), await named(), await named(), await named()]
    for (const names of meetings) {
      expect(new Set(names).size).toBe(2)
      expect(names.every(name => /^[가-힣]-\d{1,2}$/.test(name))).toBe(true)
    }
    for (const place of [0, 1])
      expect(new Set(meetings.map(names => names[place])).size).toBe(4)
  })

  it('are never one that the case had before', async () => {
    const counter = await open()
    const caseId = await candidate(counter)
    const first = await plannedMeeting(counter)
    const every = [...'가나다라마바사아자차카타파하'].flatMap(letter => Array.from({ length: 39 }, (_, at) => `${letter}-${at + 1}`))
    const had = itemOf(first, caseId).pseudonym
    const left = every.find(name => name !== had)!
    await counter.db.insertInto('meeting_item').values(every.filter(name => name !== had && name !== left).map(pseudonym => ({ id: counter.host.newId(), meeting_id: counter.host.newId(), case_id: caseId, reason: 'by-hand', body: '{}', pseudonym, place: 1, decision: null, decided_at: null, decided_by: null, version: 1 }))).execute()
    expect(itemOf(await plannedMeeting(counter), caseId).pseudonym).toBe(left)
  })

  it('stay within the meeting', async () => {
    const counter = await open()
    const { caseId, page, item } = await underWay(counter)
    expect(itemOf(await reload(counter, page), caseId).pseudonym).toBe(item.pseudonym)
  })
})

describe('withdrawal', () => {
  it('takes a case off what is still to come, and destruction off the minutes', async () => {
    const counter = await open()
    const { caseId, page } = await underWay(counter)
    const { consents } = await counter.as('planner').cases.page({ caseId })
    await counter.as('clerk').consent.withdraw({ consentId: consents[0]!.id, items: ['collect'] })
    expect((await reload(counter, page)).items).toMatchObject([{ caseId, card: { members: 0, needs: [] } }])
    const later = await plannedMeeting(counter, { day: day('2026-12-02') })
    expect(later.items).toEqual([])
    counter.at('2026-12-01T09:00')
    const { destroyDue } = await import('#core/households/destroy-household')
    await counter.host.inTurn(() => destroyDue(counter.db, day('2026-12-01')) as Promise<unknown>)
    expect(await counter.db.selectFrom('meeting_item').select('id').where('case_id', '=', caseId).execute()).toEqual([])
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
