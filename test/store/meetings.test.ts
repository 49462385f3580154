/** Meetings on SQLite, on PGlite and on PostgreSQL: gathered, decided, taken back, and what outside members get of them. */
import type { Counter } from '../support/open-counter.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assignedCase, candidate, draftOf, plannedMeeting, standAt } from '../support/case-at-meeting.ts'
import { openCounter } from '../support/open-counter.ts'
import { closeTestStores, openTestStore, storeKinds } from '../support/open-test-store.ts'
import { day } from '../support/visit-at-desk.ts'

afterAll(closeTestStores)

const agency = '표본종합사회복지관'

describe.each(storeKinds)('meetings on %s', (kind) => {
  let counter: Counter
  beforeAll(async () => {
    counter = await openCounter({ db: await openTestStore(kind), moment: '2026-11-23T10:00' })
    const { version, center, ...settings } = await counter.as('lead').center.settings()
    await counter.as('lead').center.change({ ...settings, seenVersion: version, recipients: [agency] })
  }, 120_000)

  it('gather, decide, take back and decide again', async () => {
    const { as, ids, db } = counter
    const chosen = await candidate(counter, { name: '표본하나', thirdParty: true })
    const reviewed = await assignedCase(counter, { name: '표본두리', thirdParty: true })
    await standAt(counter, reviewed, 'service', { track: 'integrated', clock: { clock: 'review', started: '2026-11-01', due: '2026-11-30' } })
    await assignedCase(counter, { name: '표본세나', urgency: 'crisis', thirdParty: false })
    let page = await plannedMeeting(counter, { kind: 'outside', attendees: [ids.lead, ids.planner, ids.outside] })
    expect(page.items.map(({ caseId, reason }) => [caseId, reason])).toEqual([[chosen, 'selection'], [reviewed, 'review']])
    page = await as('lead').meetings.begin({ meetingId: page.meeting.id, seenVersion: page.meeting.version })
    const item = page.items[0]!
    const saved = await as('lead').meetings.saveItem({ itemId: item.id, seenVersion: item.version, draft: draftOf(item, { why: '표본', lead: { sector: 'private', who: agency }, tasks: [{ id: 'aaaaaa', what: '밑반찬', staffId: ids.planner, who: '', dueOn: day('2026-11-30') }] }) })
    const stood = () => db.selectFrom('welfare_case').select(['stage', 'track', 'due_on', 'due_clock', 'next_on']).where('id', '=', chosen).executeTakeFirstOrThrow()
    const before = await stood()
    page = await as('lead').meetings.decide({ itemId: item.id, seenVersion: saved.item.version, decision: 'integrated' })
    expect(await stood()).toEqual({ stage: 'plan', track: 'integrated', due_on: '2026-12-08', due_clock: 'plan', next_on: '2026-11-30' })
    page = await as('lead').meetings.takeBack({ itemId: item.id, seenVersion: page.items[0]!.version })
    expect(await stood()).toEqual(before)
    page = await as('lead').meetings.decide({ itemId: item.id, seenVersion: page.items[0]!.version, decision: 'service-link' })
    expect(await stood()).toMatchObject({ stage: 'service', track: 'service-link' })
    const { items } = await as('outside').meetings.outside.page({ meetingId: page.meeting.id })
    expect(items).toMatchObject([{ state: 'shown', decision: 'service-link', leads: true }, { state: 'shown', decision: null }])
  })

  it('keep the first of two drafts that were written at once', async () => {
    const { as } = counter
    const caseId = await candidate(counter, { name: '표본네온' })
    const page = await plannedMeeting(counter)
    const item = page.items.find(one => one.caseId === caseId)!
    const write = (seat: 'lead' | 'planner', discussion: string) => as(seat).meetings.saveItem({ itemId: item.id, seenVersion: item.version, draft: draftOf(item, { discussion }) })
    const outcomes = await Promise.all([write('lead', '하나'), write('planner', '둘')])
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['saved', 'conflict'])
    expect(outcomes[1].item.draft.discussion).toBe('하나')
  })
})
