/** Referring a family to an agency: consent for that recipient, the least data, answer and outcome. */
import type { SharedPart } from '#core/referrals/model'
import { describe, expect, it } from 'vitest'
import { readReferrals } from '#core/referrals/read-referrals'
import { draftFor, nameRecipients, openCase, openOffice, openTasks, seen, sendTo, welfareHall, wordsOf } from '../support/linking-at-desk'
import { day, someStrokes } from '../support/visit-at-desk'

describe('who may be told', () => {
  it('sends to a private agency that was named when the consent was given', async () => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office)
    const sent = await sendTo(office.planner, caseId, office.hall.id, draftFor(personId))
    expect(sent).toMatchObject({ status: 'sent', sentOn: '2026-11-23', remindOn: '2026-11-30', body: { data: { name: '표본순', phone: '010-0000-0001', address: null, health: null, persons: [personId] } } })
  })

  it.each([
    ['was not named', { thirdParty: true }, 'other', 'not-named'],
    ['is private, to somebody who said no to others being told', { thirdParty: false }, 'hall', 'refused'],
  ] as const)('sends nothing to an agency that %s, and says why', async (_, consenting, which, because) => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office, consenting)
    const agency = office[which]
    const preview = await office.planner.referrals.preview({ caseId, agencyId: agency.id, personId, parts: ['name'] })
    expect(preview.check).toEqual({ allowed: false, because })
    await expect(sendTo(office.planner, caseId, agency.id, draftFor(personId))).rejects.toMatchObject({ code: 'RECIPIENT_NOT_CONSENTED', data: { agency: agency.name, because } })
    const [draft] = await office.planner.referrals.ofCase({ caseId })
    expect(draft).toMatchObject({ status: 'draft', body: { data: null } })
    await expect(office.planner.guide.sheet({ request: { document: 'referral-letter', referralId: draft!.id }, language: 'ko', edition: 'standard' })).rejects.toMatchObject({ code: 'RECIPIENT_NOT_CONSENTED' })
  })

  it('asks anew where an older consent does not say who was named', async () => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office)
    await office.db.updateTable('consent').set({ recipients: null } as never).execute()
    expect((await office.planner.referrals.preview({ caseId, agencyId: office.hall.id, personId, parts: ['name'] })).check).toEqual({ allowed: false, because: 'not-known' })
  })

  it('keeps the recipients of the day of the consent, whatever the office names later', async () => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office)
    await nameRecipients(office, ['예시나눔재단'])
    const checkOf = async (agencyId: string) => (await office.planner.referrals.preview({ caseId, agencyId: agencyId as never, personId, parts: ['name'] })).check.allowed
    expect([await checkOf(office.hall.id), await checkOf(office.other.id)]).toEqual([true, false])
  })

  it('tells a public agency what is needed without that consent, by statute', async () => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office, { thirdParty: false })
    const { check } = await office.planner.referrals.preview({ caseId, agencyId: office.office.id, personId, parts: ['name'] })
    expect(check).toEqual({ allowed: true, basis: 'statute' })
    expect(await sendTo(office.planner, caseId, office.office.id, draftFor(personId))).toMatchObject({ status: 'sent' })
  })

  it.each(['screen', 'paper', 'phone'] as const)('takes the consent to one more agency (%s), tells the trail, and sends', async (method) => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office, { thirdParty: false })
    const wording = await office.planner.consent.recipientWording({ agencyId: office.other.id, language: 'ko' })
    expect(wording.items).toHaveLength(1)
    expect(wording.items[0]!.speech).toContain('예시나눔재단')
    const asked = { caseId, personId, agencyId: office.other.id, signer: { name: '표본순', capacity: 'self' as const }, method, language: 'ko' as const }
    await expect(office.planner.consent.addRecipient({ ...asked, confirmedByClerk: false })).rejects.toMatchObject({ code: 'SIGNATURE_MISSING' })
    const view = await office.planner.consent.addRecipient({ ...asked, confirmedByClerk: method !== 'screen', ...(method === 'screen' ? { strokes: someStrokes } : {}) })
    expect(view).toMatchObject({ answers: { 'third-party': false }, added: [{ recipient: '예시나눔재단', method, withdrawn: false }] })
    const form = wordsOf(await office.planner.guide.sheet({ request: { document: 'recipient-form', agencyId: office.other.id }, language: 'ko', edition: 'standard' }))
    expect(form).toContain('예시나눔재단')
    expect(form).not.toContain('표본순')
    expect((await office.planner.cases.page({ caseId })).events).toContainEqual(expect.objectContaining({ kind: 'consent-added', note: '예시나눔재단' }))
    expect(await sendTo(office.planner, caseId, office.other.id, draftFor(personId))).toMatchObject({ status: 'sent' })
    expect((await office.planner.referrals.preview({ caseId, agencyId: office.hall.id, personId, parts: ['name'] })).check).toMatchObject({ allowed: false })
  })

  it('prints the recipient that was added on the copy of the consent', async () => {
    const office = await openOffice()
    const { caseId, personId, visit } = await openCase(office)
    await office.planner.consent.addRecipient({ caseId, personId, agencyId: office.other.id, signer: { name: '표본순', capacity: 'self' }, method: 'phone', confirmedByClerk: true, language: 'ko' })
    expect(wordsOf(await office.as('clerk').guide.sheet({ request: { document: 'consent-copy', visitId: visit.visitId }, language: 'ko', edition: 'standard' }))).toContain('보기종합복지관, 예시나눔재단')
  })

  it('is another planner\'s and the counter\'s business in nothing', async () => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office)
    const sent = await sendTo(office.planner, caseId, office.hall.id, draftFor(personId))
    const stranger = office.as('secondPlanner')
    await expect(stranger.referrals.ofCase({ caseId })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    await expect(stranger.referrals.answer({ ...seen(sent), answer: 'accepted', on: day('2026-11-23'), note: '' })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    const letter = { request: { document: 'referral-letter' as const, referralId: sent.id }, language: 'ko' as const, edition: 'standard' as const }
    await expect(stranger.guide.sheet(letter)).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    await expect(office.as('clerk').guide.sheet(letter)).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' })
    await expect(office.as('clerk').referrals.ofCase({ caseId })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
  })
})

describe('what goes along', () => {
  const all: SharedPart[] = ['name', 'birth', 'contact', 'address', 'members', 'needs', 'health']

  it('is what is ticked and nothing else; without a name the agency learns none', async () => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office)
    const sent = await sendTo(office.planner, caseId, office.hall.id, draftFor(personId, { parts: [] }))
    expect(sent.body.data).toEqual({ parts: [], name: null, birth: null, sex: null, phone: null, callWhen: null, address: null, members: [], needs: [], health: null, persons: [personId] })
    const letter = wordsOf(await office.planner.guide.sheet({ request: { document: 'referral-letter', referralId: sent.id }, language: 'ko', edition: 'standard' }))
    expect(letter).not.toContain('표본순')
    expect(letter).not.toContain('010-0000-0001')
    expect(letter).toContain('수락하시면')
  })

  it('is the same on the preview, in the letter and in what is kept', async () => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office)
    const preview = await office.planner.referrals.preview({ caseId, agencyId: office.hall.id, personId, parts: all, health: '무릎이 불편함' })
    const sent = await sendTo(office.planner, caseId, office.hall.id, draftFor(personId, { parts: all, health: '무릎이 불편함' }))
    expect(sent.body.data).toEqual(preview.data)
    const letter = wordsOf(await office.planner.guide.sheet({ request: { document: 'referral-letter', referralId: sent.id }, language: 'ko', edition: 'standard' }))
    for (const told of ['표본순', '1944-05-01', '010-0000-0001', '서울특별시 동작구 예시로 1 101호', '무릎이 불편함'])
      expect(letter).toContain(told)
  })

  it('has no word about health without that consent, not even in a draft', async () => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office, { sensitive: false })
    const { data, leftOut, sensitiveAllowed } = await office.planner.referrals.preview({ caseId, agencyId: office.hall.id, personId, parts: ['name', 'health'], health: '무릎' })
    expect({ health: data.health, parts: data.parts, sensitiveAllowed }).toEqual({ health: null, parts: ['name'], sensitiveAllowed: false })
    expect(leftOut).toEqual([{ part: 'health', because: 'no-consent', count: 1 }])
    await expect(office.planner.referrals.begin({ caseId, agencyId: office.hall.id, draft: draftFor(personId, { health: '무릎' }) })).rejects.toMatchObject({ code: 'SENSITIVE_CONSENT_MISSING' })
    expect(await office.planner.referrals.ofCase({ caseId })).toEqual([])
  })

  it('leaves out who did not agree, takes a child along with the visitor, and counts them', async () => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office, { members: [{ name: '표본배', relation: 'spouse', birth: '1950-01-01' }, { name: '표본아', relation: 'child', birth: '2012-11-24' }] })
    const { data, leftOut } = await office.planner.referrals.preview({ caseId, agencyId: office.hall.id, personId, parts: ['members'] })
    expect(data.members.map(({ name }) => name)).toEqual(['표본아'])
    expect(leftOut).toEqual([{ part: 'members', because: 'no-consent', count: 1 }])
    // On the fourteenth birthday the child's own consent is needed (개인정보 보호법 제22조의2).
    office.at('2026-11-24T10:00')
    const grown = await office.as('planner').referrals.preview({ caseId, agencyId: office.hall.id, personId, parts: ['members'] })
    expect(grown.data.members).toEqual([])
  })

  it('takes a household of nine along to a public agency, each on their own consent', async () => {
    const office = await openOffice()
    const members = Array.from({ length: 8 }, (_, place) => ({ name: `표본${'가나다라마바사아'[place]}`, relation: 'child' as const, birth: `2020-01-0${place + 1}` }))
    const { caseId, personId } = await openCase(office, { members })
    const { data } = await office.planner.referrals.preview({ caseId, agencyId: office.office.id, personId, parts: ['members'] })
    expect(data.members).toHaveLength(8)
    expect(data.persons).toHaveLength(9)
  })
})

describe('the life of a referral', () => {
  it('goes from draft to outcome, and what came back stands in the case', async () => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office)
    const { planner } = office
    const draft = await planner.referrals.begin({ caseId, agencyId: office.hall.id, draft: draftFor(personId, { asked: '' }) })
    await expect(planner.referrals.send(seen(draft))).rejects.toMatchObject({ code: 'REFERRAL_INCOMPLETE' })
    const saved = await planner.referrals.save({ ...seen(draft), draft: draftFor(personId) })
    const sent = await planner.referrals.send(seen(saved))
    const accepted = await planner.referrals.answer({ ...seen(sent), answer: 'accepted', on: day('2026-11-23'), note: '김보기 담당' })
    const begun = await planner.referrals.start({ ...seen(accepted), note: '' })
    const ended = await planner.referrals.end({ ...seen(begun), outcome: 'partly', on: day('2026-11-23'), note: '석 달 제공' })
    expect(ended).toMatchObject({ status: 'ended', outcome: 'partly', answeredOn: '2026-11-23', endedOn: '2026-11-23', body: { back: '석 달 제공' } })
    expect(ended.events.map(({ status, note }) => [status, note])).toEqual([['ended', '석 달 제공'], ['in-service', null], ['accepted', '김보기 담당'], ['sent', null]])
    const trail = (await planner.cases.page({ caseId })).events.filter(({ kind }) => kind === 'referral')
    expect(trail.map(({ note }) => note)).toEqual(['ended', 'in-service', 'accepted', 'sent'].map(status => `${status} · ${welfareHall}`))
    expect(await readReferrals(office.db, caseId)).toEqual([ended])
  })

  it('declines only with a reason of the list', async () => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office)
    const sent = await sendTo(office.planner, caseId, office.hall.id, draftFor(personId))
    await expect(office.planner.referrals.answer({ ...seen(sent), answer: 'declined', on: day('2026-11-23'), note: '' })).rejects.toMatchObject({ code: 'REASON_CODE_NEEDED' })
    expect(await office.planner.referrals.answer({ ...seen(sent), answer: 'declined', reasonCode: 'criteria', on: day('2026-11-23'), note: '소득 기준' })).toMatchObject({ status: 'declined', reasonCode: 'criteria', body: { back: '소득 기준' } })
  })

  it('takes no step that its state does not allow, no answer from tomorrow, and no second writer', async () => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office)
    const sent = await sendTo(office.planner, caseId, office.hall.id, draftFor(personId))
    await expect(office.planner.referrals.start({ ...seen(sent), note: '' })).rejects.toMatchObject({ code: 'REFERRAL_NOT_SO_FAR' })
    await expect(office.planner.referrals.save({ ...seen(sent), draft: draftFor(personId) })).rejects.toMatchObject({ code: 'REFERRAL_NOT_SO_FAR' })
    await expect(office.planner.referrals.answer({ ...seen(sent), answer: 'accepted', on: day('2026-11-24'), note: '' })).rejects.toMatchObject({ code: 'DAY_IN_FUTURE' })
    await office.as('lead').referrals.answer({ ...seen(sent), answer: 'accepted', on: day('2026-11-23'), note: '' })
    await expect(office.planner.referrals.answer({ ...seen(sent), answer: 'declined', reasonCode: 'full', on: day('2026-11-23'), note: '' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })

  it('refers to several at once for one need', async () => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office)
    await sendTo(office.planner, caseId, office.hall.id, draftFor(personId, { need: 'daily-living' }))
    await sendTo(office.planner, caseId, office.office.id, draftFor(personId, { need: 'daily-living' }))
    expect((await office.planner.referrals.ofCase({ caseId })).map(({ agencyName, status }) => [agencyName, status])).toEqual([['견본구청', 'sent'], [welfareHall, 'sent']])
  })

  it('throws a draft away without a trace', async () => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office)
    const draft = await office.planner.referrals.begin({ caseId, agencyId: office.hall.id, draft: draftFor(personId) })
    expect(await office.planner.referrals.drop(seen(draft))).toEqual([])
    expect((await office.planner.cases.page({ caseId })).events.filter(({ kind }) => kind === 'referral')).toEqual([])
  })

  it('reminds on the day named, a week later without one, across a leap day; the answer ends it', async () => {
    const office = await openOffice()
    office.at('2028-02-22T10:00')
    const { caseId, personId } = await openCase(office)
    const planner = office.as('planner')
    const sent = await sendTo(planner, caseId, office.hall.id, draftFor(personId))
    expect(sent.remindOn).toBe('2028-02-29')
    const task = { kind: 'referral', what: `의뢰 회신 확인: ${welfareHall}`, subject: sent.id }
    expect(await openTasks(office)).toContainEqual({ ...task, due_on: '2028-02-29' })
    await expect(planner.referrals.remind({ ...seen(sent), remindOn: day('2028-02-21') })).rejects.toMatchObject({ code: 'DAY_IN_PAST' })
    const later = await planner.referrals.remind({ ...seen(sent), remindOn: day('2028-03-02') })
    expect((await openTasks(office)).filter(({ kind }) => kind === 'referral')).toEqual([{ ...task, due_on: '2028-03-02' }])
    await planner.referrals.answer({ ...seen(later), answer: 'accepted', on: day('2028-02-22'), note: '' })
    expect((await openTasks(office)).filter(({ kind }) => kind === 'referral')).toEqual([])
  })
})
