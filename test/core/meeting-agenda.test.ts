/** What comes before a case meeting, and whose it is: the agenda that gathers itself, planning, who was called. */
import type { MeetingPage } from '#core/meetings/contract'
import type { Counter } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { assignedCase, candidate, draftOf, plannedMeeting, standAt } from '../support/case-at-meeting'
import { decided, itemOf, open, reload, seen, written } from '../support/meeting-at-table'
import { day } from '../support/visit-at-desk'

const reasons = ({ items }: MeetingPage) => items.map(({ reason }) => reason)
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
