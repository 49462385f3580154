/** Records, their versions and the bytes of attachments: every store keeps them alike. */
import { afterAll, describe, expect, it } from 'vitest'
import { destroyAttachmentsDue } from '#core/attachments/destroy-attachments'
import { openCase } from '../support/case-at-desk'
import { aPhoto, asBase64 } from '../support/made-up-files'
import { openCounter } from '../support/open-counter'
import { closeTestStores, openTestStore, storeKinds } from '../support/open-test-store'

afterAll(closeTestStores)

describe.each(storeKinds)('on %s', async (kind) => {
  const counter = await openCounter({ db: await openTestStore(kind), moment: '2026-11-23T10:00' })
  const planner = counter.as('planner')

  it('of two changes made from the same version the first is kept, and both people’s versions stay', async () => {
    const { id: caseId } = await openCase(counter)
    const begun = await planner.records.begin({ caseId, kind: 'first-counselling' })
    const mine = { recordId: begun.id, seenVersion: begun.version, body: { ...begun.body, complaint: '플래너: 집이 추워요 🙂 "따옴표"' } }
    const theirs = { ...mine, body: { ...begun.body, complaint: '팀장' } }
    const [one, other] = await Promise.all([planner.records.save(mine), counter.as('lead').records.save(theirs)])
    expect([one.outcome, other.outcome].sort()).toEqual(['conflict', 'saved'])
    const second = await counter.as('lead').records.save({ ...theirs, seenVersion: 2 })
    expect(second).toMatchObject({ outcome: 'saved', record: { version: 3, body: { complaint: '팀장' } } })
    const history = await planner.records.history({ recordId: begun.id })
    expect(history.map(({ body }) => body.complaint)).toEqual(['팀장', '플래너: 집이 추워요 🙂 "따옴표"', begun.body.complaint])
    const back = await planner.records.takeBack({ recordId: begun.id, seenVersion: 3, toVersion: 2 })
    expect(back.body.complaint).toBe('플래너: 집이 추워요 🙂 "따옴표"')
  })

  it('what was withdrawn is in no record and no version', async () => {
    const { id: caseId, householdId } = await openCase(counter)
    const begun = await planner.records.begin({ caseId, kind: 'first-counselling' })
    await planner.records.save({ recordId: begun.id, seenVersion: 1, body: { ...begun.body, health: '비밀스러운 병' } })
    const consent = await counter.db.selectFrom('consent').select('id').where('household_id', '=', householdId).executeTakeFirstOrThrow()
    await counter.as('clerk').consent.withdraw({ consentId: consent.id as never, items: ['sensitive'] })
    const bodies = [...await counter.db.selectFrom('case_record').select('body').execute(), ...await counter.db.selectFrom('case_record_version').select('body').execute()]
    expect(bodies.filter(({ body }) => body.includes('비밀스러운'))).toEqual([])
  })

  it('gives the bytes of a photo of a megabyte back as they came, and destroys them on their day', async () => {
    const { id: caseId } = await openCase(counter)
    const base64 = asBase64(aPhoto(1024 * 1024 + 7))
    const kept = await planner.attachments.add({ caseId, mediaType: 'image/jpeg', purpose: 'home', title: '집', base64, thumbnail: asBase64(aPhoto(300)) })
    const seen = await planner.attachments.look({ attachmentId: kept.id })
    expect(seen.base64 === base64).toBe(true)
    expect((await planner.attachments.list({ caseId }))[0]).toMatchObject({ thumbnail: asBase64(aPhoto(300)), bytesLong: 1024 * 1024 + 7 })
    expect(await destroyAttachmentsDue(counter.db, '2027-11-23' as never)).toBe(0)
    expect(await destroyAttachmentsDue(counter.db, '2027-11-24' as never)).toBe(1)
  })
})
