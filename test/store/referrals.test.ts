/** Whatever referrals, added recipients and applications promise, they promise on every store. */
import { afterAll, describe, expect, it } from 'vitest'
import { readApplications } from '#core/applications/read-applications'
import { destroyHousehold } from '#core/households/destroy-household'
import { readAgencies } from '#core/referrals/read-agencies'
import { findReferral, readReferrals } from '#core/referrals/read-referrals'
import { writeReferral } from '#core/referrals/write-referral'
import { agencyOf, draftFor, openCase } from '../support/linking-at-desk'
import { openCounter } from '../support/open-counter'
import { closeTestStores, openTestStore, storeKinds } from '../support/open-test-store'

afterAll(closeTestStores)

describe.each(storeKinds)('referrals and applications on %s', (kind) => {
  it('are kept, counted, changed by one at a time, called back, and destroyed with the household', async () => {
    const counter = await openCounter({ db: await openTestStore(kind) })
    const { db } = counter
    const planner = counter.as('planner')
    const hall = await planner.referrals.addAgency({ agency: agencyOf({ fields: ['welfare', 'care'], capacity: 3 }) })
    const { caseId, personId, consentId, householdId } = await openCase(counter)
    await planner.consent.addRecipient({ caseId, personId, agencyId: hall.id, signer: { name: '표본순', capacity: 'self' }, method: 'phone', confirmedByClerk: true, language: 'ko' })
    const draft = await planner.referrals.begin({ caseId, agencyId: hall.id, draft: draftFor(personId) })
    const sent = await planner.referrals.send({ referralId: draft.id, seenVersion: draft.version })
    expect(await readReferrals(db, caseId)).toEqual([sent])
    expect(await readAgencies(db)).toMatchObject([{ name: '보기종합복지관', fields: ['welfare', 'care'], capacity: 3, families: 1, active: true }])

    // Two who saw the same version: the second writes nothing.
    await writeReferral(counter, sent, { body: { back: '먼저' } })
    await expect(writeReferral(counter, sent, { body: { back: '나중' } })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect((await findReferral(db, sent.id))!.body.back).toBe('먼저')

    const { applications } = await planner.applications.begin({ caseId, serviceId: 'basic-pension' as never, personId })
    expect(await readApplications(db, caseId, counter.host.catalogue())).toEqual(applications)
    expect(applications[0]).toMatchObject({ personId, status: 'collecting', version: 1 })

    await counter.as('clerk').consent.withdraw({ consentId, items: ['third-party'] })
    expect(await readReferrals(db, caseId)).toMatchObject([{ status: 'called-back', remindOn: null, body: { back: '먼저', callBack: { why: 'consent-withdrawn' } } }])
    expect(await readAgencies(db)).toMatchObject([{ families: 0 }])

    await destroyHousehold(db, householdId)
    for (const table of ['referral', 'referral_event', 'application', 'consent', 'consent_recipient'] as const)
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([])
    expect(await readAgencies(db)).toHaveLength(1)
  }, 60_000)
})
