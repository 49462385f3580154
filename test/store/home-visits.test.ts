/** A visit from the door to the contact, and the office's handbook, on every kind of store. */
import { afterAll, describe, expect, it } from 'vitest'
import { openCounter } from '../support/open-counter.ts'
import { closeTestStores, openTestStore, storeKinds } from '../support/open-test-store.ts'
import { consentedVisit } from '../support/visit-at-desk.ts'

afterAll(closeTestStores)

describe.each(storeKinds)('a home visit on %s', (kind) => {
  it('begins with the appointment, takes over a proposal, and ends as a contact', async () => {
    const { as, ids, db, host } = await openCounter({ db: await openTestStore(kind), moment: '2026-11-30T14:05' })
    const visit = await consentedVisit(as('clerk'))
    const caseId = (await as('clerk').cases.assign({ ...visit.seen(), urgency: 'normal', kind: 'counselling', plannerId: ids.planner, why: '지역' })).case!.id
    const appointment = host.newId()
    await db.insertInto('appointment').values({ id: appointment, kind: 'home-visit', case_id: caseId, meeting_id: null, day: '2026-11-30', starts: null, minutes: 60, status: 'planned', staff_id: ids.planner, place: null, note: null, record_id: null, place_in_day: 0, created_at: host.now(), version: 1 } as never).execute()
    const begun = await as('planner').homeVisits.begin({ caseId, appointmentId: null })
    const saved = await as('planner').records.save({ recordId: begun.id, seenVersion: begun.version, body: { ...begun.body, met: 'resident', talk: '이야기', answers: [{ step: 'economy-why', answer: 'lost-job', note: '' }] } })
    await as('planner').homeVisits.accept({ recordId: begun.id, seenVersion: saved.record.version, key: 'crisis-reason/job-lost' })
    await as('planner').records.finish({ recordId: begun.id, seenVersion: saved.record.version })
    expect(await db.selectFrom('appointment').select('status').where('id', '=', appointment).executeTakeFirst()).toEqual({ status: 'done' })
    expect((await as('planner').cases.page({ caseId })).case).toMatchObject({ status: 'in-contact', stage: 'counselling', lastContactOn: '2026-11-30' })
    expect((await as('planner').homeVisits.proposals({ recordId: begun.id })).filter(({ taken }) => taken).map(({ proposal }) => proposal.key)).toEqual(['crisis-reason/job-lost'])
  })

  it('keeps the office\'s words, their history and the way back', async () => {
    const { as } = await openCounter({ db: await openTestStore(kind) })
    const item = { kind: 'greeting' as const, id: 'door-first', when: 'door' as const, say: { ko: '안녕하세요.', en: 'Hello.' } }
    await as('lead').handbook.save({ items: [item], seenVersion: 0, why: '짧게' })
    await as('lead').handbook.restore({ itemId: 'door-first', seenVersion: 1, why: '처음으로' })
    expect((await as('planner').handbook.history({ itemId: 'door-first' })).map(({ version, by, why }) => [version, by, why])).toEqual([[2, '표본팀장', '처음으로'], [1, '표본팀장', '짧게']])
  })
})
