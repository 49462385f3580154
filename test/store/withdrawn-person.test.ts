/** Another adult's name goes out of what is written about the case, on every store. */
import { afterAll, describe, expect, it } from 'vitest'
import { openCase } from '../support/linking-at-desk.ts'
import { openCounter } from '../support/open-counter.ts'
import { closeTestStores, openTestStore, storeKinds } from '../support/open-test-store.ts'
import { day, someStrokes } from '../support/visit-at-desk.ts'

afterAll(closeTestStores)

describe.each(storeKinds)('a withdrawn adult on %s', (kind) => {
  it('is named no more in notes, tasks, appointments and records', async () => {
    const counter = await openCounter({ db: await openTestStore(kind) })
    const planner = counter.as('planner')
    const { caseId, visit, members } = await openCase(counter, { members: [{ name: '표본배', relation: 'spouse', birth: '1950-01-01' }] })
    const spouse = members.find(({ name }) => name === '표본배')!
    await visit.reload()
    const page = await counter.as('clerk').consent.record({ ...visit.seen(), personId: spouse.id, signer: { name: '표본배', capacity: 'self' }, answers: { 'collect': true, 'sensitive': true, 'third-party': true }, method: 'screen', strokes: someStrokes, confirmedByClerk: false, language: 'ko' })
    await planner.worklist.addTask({ caseId, what: '표본배님께 전화', dueOn: day('2026-11-30') })
    await planner.worklist.saveAppointment({ appointmentId: null, seenVersion: 0, kind: 'call', caseId, day: day('2026-11-30'), starts: null, minutes: 30, place: '', note: '표본배님', bring: '', caution: '' })
    const begun = await planner.records.begin({ caseId, kind: 'first-counselling' })
    await planner.records.save({ recordId: begun.id, seenVersion: begun.version, body: { ...begun.body, complaint: '표본배님과 다툼' } })
    await counter.as('clerk').consent.withdraw({ consentId: page.consents.find(({ personId }) => personId === spouse.id)!.id, items: ['collect'] })
    const left = [...await counter.db.selectFrom('case_task').selectAll().execute(), ...await counter.db.selectFrom('appointment').selectAll().execute(), ...await counter.db.selectFrom('case_record').selectAll().execute(), ...await counter.db.selectFrom('case_record_version').selectAll().execute()]
    expect(JSON.stringify(left)).not.toContain('표본배')
    expect(JSON.stringify(left)).toContain('○○○님과 다툼')
  })
})
