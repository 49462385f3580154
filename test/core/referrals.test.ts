/** Referring a family to an agency: consent for that recipient, the least data, answer and outcome, calling back. */
import type { Client } from '#core/contract'
import type { SharedPart } from '#core/referrals/model'
import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { readReferrals } from '#core/referrals/read-referrals'
import { readPdf } from '../journeys/support/read-pdf'
import { agencyOf, draftFor, nameRecipients, openCase } from '../support/linking-at-desk'
import { openCounter } from '../support/open-counter'
import { day, someStrokes } from '../support/visit-at-desk'

const welfareHall = '보기종합복지관'

/** An office that names one private recipient, and knows it and a public agency. */
async function openOffice() {
  const counter = await openCounter()
  await nameRecipients(counter, [welfareHall])
  const planner = counter.as('planner')
  const hall = await planner.referrals.addAgency({ agency: agencyOf({ name: welfareHall }) })
  const other = await planner.referrals.addAgency({ agency: agencyOf({ name: '예시나눔재단' }) })
  const office = await planner.referrals.addAgency({ agency: agencyOf({ name: '견본구청', sector: 'public' }) })
  return { ...counter, planner, hall, other, office }
}

async function sendTo(client: Client, caseId: string, agencyId: string, draft: ReturnType<typeof draftFor>, remindOn?: string) {
  const { id, version } = await client.referrals.begin({ caseId: caseId as never, agencyId: agencyId as never, draft })
  return client.referrals.send({ referralId: id, seenVersion: version, ...(remindOn ? { remindOn: day(remindOn) } : {}) })
}

const openTasks = (office: Awaited<ReturnType<typeof openOffice>>) => office.db.selectFrom('case_task').select(['kind', 'what', 'due_on', 'subject']).where('done_at', 'is', null).orderBy('due_on').execute()
const wordsOf = (sheet: object): string => JSON.stringify(sheet)
const seen = ({ id, version }: { readonly id: string, readonly version: number }) => ({ referralId: id as never, seenVersion: version })

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

describe('withdrawal in the middle of everything', () => {
  async function everythingUnderWay() {
    const office = await openOffice()
    const opened = await openCase(office)
    const { caseId, personId } = opened
    const { planner } = office
    const sent = await sendTo(planner, caseId, office.hall.id, draftFor(personId, { parts: ['name', 'health'], health: '무릎이 불편함' }))
    await planner.consent.addRecipient({ caseId, personId, agencyId: office.other.id, signer: { name: '표본순', capacity: 'self' }, method: 'phone', confirmedByClerk: true, language: 'ko' })
    const added = await sendTo(planner, caseId, office.other.id, draftFor(personId))
    const inService = await planner.referrals.start({ ...seen(await planner.referrals.answer({ ...seen(added), answer: 'accepted', on: day('2026-11-23'), note: '' })), note: '' })
    const atOffice = await sendTo(planner, caseId, office.office.id, draftFor(personId))
    const draft = await planner.referrals.begin({ caseId, agencyId: office.hall.id, draft: draftFor(personId, { health: '어깨' }) })
    const done = await sendTo(planner, caseId, office.hall.id, draftFor(personId))
    const declined = await planner.referrals.answer({ ...seen(done), answer: 'declined', reasonCode: 'full', on: day('2026-11-23'), note: '' })
    const statuses = async () => Object.fromEntries((await planner.referrals.ofCase({ caseId })).map(({ id, status }) => [id, status]))
    return { ...office, ...opened, sent, inService, atOffice, draft, declined, statuses }
  }

  it('of telling others calls back what private agencies have, and leaves the public one and what was over', async () => {
    const all = await everythingUnderWay()
    await all.as('clerk').consent.withdraw({ consentId: all.consentId, items: ['third-party'] })
    expect(await all.statuses()).toEqual({
      [all.sent.id]: 'called-back',
      [all.inService.id]: 'called-back',
      [all.atOffice.id]: 'sent',
      [all.draft.id]: 'draft',
      [all.declined.id]: 'declined',
    })
    const letters = (await openTasks(all)).filter(({ what }) => what.startsWith('회수'))
    expect(letters.map(({ what, due_on }) => [what, due_on]).sort()).toEqual([[`회수·파기 요청서 보내기: ${welfareHall}`, '2026-11-23'], ['회수·파기 요청서 보내기: 예시나눔재단', '2026-11-23']])
    await expect(all.planner.referrals.send(seen(all.draft))).rejects.toMatchObject({ code: 'RECIPIENT_NOT_CONSENTED', data: { because: 'withdrawn' } })
    await expect(all.planner.guide.sheet({ request: { document: 'referral-letter', referralId: all.sent.id }, language: 'ko', edition: 'standard' })).rejects.toMatchObject({ code: 'REFERRAL_NOT_FOUND' })
  })

  it('of telling others first and of everything later leaves the letters that were still to be written', async () => {
    const all = await everythingUnderWay()
    await all.as('clerk').consent.withdraw({ consentId: all.consentId, items: ['third-party'] })
    await all.as('clerk').consent.withdraw({ consentId: all.consentId, items: ['collect'] })
    const letters = (await openTasks(all)).map(({ what }) => what).sort()
    expect(letters).toHaveLength(3)
    expect(letters.every(what => what.startsWith('회수·파기 요청서 보내기'))).toBe(true)
    expect(letters).toContain(`회수·파기 요청서 보내기: ${welfareHall}`)
  })

  it('of everything calls back all of them, ends the case, and leaves one thing to do: the letters', async () => {
    const all = await everythingUnderWay()
    const { caseEnded } = await all.as('clerk').consent.withdraw({ consentId: all.consentId, items: ['collect'] })
    expect(caseEnded).toBe(true)
    expect(await all.statuses()).toEqual({
      [all.sent.id]: 'called-back',
      [all.inService.id]: 'called-back',
      [all.atOffice.id]: 'called-back',
      [all.draft.id]: 'called-back',
      [all.declined.id]: 'declined',
    })
    const tasks = await openTasks(all)
    expect(tasks.every(({ what }) => what.startsWith('회수·파기 요청서 보내기'))).toBe(true)
    expect(tasks).toHaveLength(3)
    // Health goes at once, also from our own copies.
    expect(JSON.stringify(await all.db.selectFrom('referral').select('body').execute())).not.toMatch(/무릎|어깨/)
    const referralId = all.sent.id
    const letter = await all.planner.guide.sheet({ request: { document: 'call-back-letter', referralId }, language: 'ko', edition: 'standard' })
    expect(wordsOf(letter)).toContain('제37조제3항')
    expect(wordsOf(letter)).toContain('표본순')
    const [referral] = (await all.planner.referrals.ofCase({ caseId: all.caseId })).filter(({ id }) => id === referralId)
    expect(await all.planner.referrals.letterSent(seen(referral!))).toMatchObject({ body: { callBack: { why: 'consent-withdrawn', letterOn: '2026-11-23' } } })
    expect(await openTasks(all)).toHaveLength(2)
    await expect(all.planner.referrals.letterSent(seen(referral!))).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    await expect(all.planner.referrals.begin({ caseId: all.caseId, agencyId: all.office.id, draft: draftFor(all.personId) })).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
  })

  it('of health calls back only health, and the referral goes on with its reminder', async () => {
    const all = await everythingUnderWay()
    await all.as('clerk').consent.withdraw({ consentId: all.consentId, items: ['sensitive'] })
    const [sent] = (await all.planner.referrals.ofCase({ caseId: all.caseId })).filter(({ id }) => id === all.sent.id)
    expect(sent).toMatchObject({ status: 'sent', body: { health: '', data: { health: null, parts: ['name'], name: '표본순' }, callBack: { what: 'health', why: 'sensitive-withdrawn' } } })
    expect(JSON.stringify(await all.db.selectFrom('referral').select('body').execute())).not.toMatch(/무릎|어깨/)
    const about = (await openTasks(all)).filter(({ subject }) => subject === all.sent.id).map(({ what, due_on }) => [what, due_on])
    expect(about).toEqual([[`건강 정보 파기 요청서 보내기: ${welfareHall}`, '2026-11-23'], [`의뢰 회신 확인: ${welfareHall}`, '2026-11-30']])
    expect((await all.statuses())[all.inService.id]).toBe('in-service')
    await all.planner.referrals.letterSent(seen(sent!))
    expect((await openTasks(all)).filter(({ subject }) => subject === all.sent.id).map(({ what }) => what)).toEqual([`의뢰 회신 확인: ${welfareHall}`])
  })

  it('takes what was added with it, and may be given again', async () => {
    const office = await openOffice()
    const { caseId, personId, consentId } = await openCase(office, { thirdParty: false })
    const add = () => office.planner.consent.addRecipient({ caseId, personId, agencyId: office.other.id, signer: { name: '표본순', capacity: 'self' }, method: 'phone', confirmedByClerk: true, language: 'ko' })
    const allowed = async () => (await office.planner.referrals.preview({ caseId, agencyId: office.other.id, personId, parts: ['name'] })).check
    await add()
    expect(await allowed()).toMatchObject({ allowed: true })
    const { consent } = await office.as('clerk').consent.withdraw({ consentId, items: ['third-party'] })
    expect(consent.added).toMatchObject([{ withdrawn: true }])
    expect(await allowed()).toEqual({ allowed: false, because: 'withdrawn' })
    await expect(office.as('clerk').consent.withdraw({ consentId, items: ['third-party'] })).rejects.toMatchObject({ code: 'ALREADY_WITHDRAWN' })
    office.at('2026-11-24T10:00')
    await office.as('planner').consent.addRecipient({ caseId, personId, agencyId: office.other.id, signer: { name: '표본순', capacity: 'self' }, method: 'phone', confirmedByClerk: true, language: 'ko' })
    expect((await office.as('planner').referrals.preview({ caseId, agencyId: office.other.id, personId, parts: ['name'] })).check).toMatchObject({ allowed: true, basis: 'consent' })
  })

  it('of another adult, who went along as family, calls the referral back and keeps nothing of them', async () => {
    const office = await openOffice()
    const { caseId, personId, visit, members } = await openCase(office, { members: [{ name: '표본배', relation: 'spouse', birth: '1950-01-01' }] })
    const spouse = members.find(({ name }) => name === '표본배')!
    const clerk = office.as('clerk')
    await visit.reload()
    const page = await clerk.consent.record({ ...visit.seen(), personId: spouse.id, signer: { name: '표본배', capacity: 'self' }, answers: { 'collect': true, 'sensitive': true, 'third-party': true }, method: 'screen', strokes: someStrokes, confirmedByClerk: false, language: 'ko' })
    const consentId = page.consents.find(consent => consent.personId === spouse.id)!.id
    const together = await sendTo(office.planner, caseId, office.hall.id, draftFor(personId, { parts: ['name', 'members'] }))
    expect(together.body.data!.members.map(({ name }) => name)).toEqual(['표본배'])
    const alone = await sendTo(office.planner, caseId, office.hall.id, draftFor(personId))
    const aboutSpouse = await sendTo(office.planner, caseId, office.office.id, draftFor(spouse.id, { why: '허리가 아프심' }))
    await office.planner.applications.begin({ caseId, serviceId: 'basic-pension' as never, personId: spouse.id })
    await clerk.consent.withdraw({ consentId, items: ['collect'] })
    const statuses = Object.fromEntries((await office.planner.referrals.ofCase({ caseId })).map(({ id, status }) => [id, status]))
    expect(statuses).toEqual({ [together.id]: 'called-back', [alone.id]: 'sent', [aboutSpouse.id]: 'called-back' })
    expect(JSON.stringify(await office.db.selectFrom('referral').select('body').execute())).not.toMatch(/표본배|1950|허리/)
    expect(await office.db.selectFrom('application').selectAll().execute()).toEqual([])
    const letter = wordsOf(await office.planner.guide.sheet({ request: { document: 'call-back-letter', referralId: aboutSpouse.id }, language: 'ko', edition: 'standard' }))
    expect(letter).toContain(`의뢰 번호 ${aboutSpouse.id.slice(-8).toUpperCase()}`)
  })

  it('destroys with the household what was referred and who was added', async () => {
    const all = await everythingUnderWay()
    await all.as('clerk').consent.withdraw({ consentId: all.consentId, items: ['collect'] })
    const { destroyHousehold } = await import('#core/households/destroy-household')
    await destroyHousehold(all.db, all.householdId)
    for (const table of ['referral', 'referral_event', 'consent_recipient'] as const)
      expect(await all.db.selectFrom(table).selectAll().execute(), table).toEqual([])
  })

  it('calls back by our own choice as well, with the reason on the trail', async () => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office)
    const sent = await sendTo(office.planner, caseId, office.hall.id, draftFor(personId))
    const called = await office.planner.referrals.callBack({ ...seen(sent), why: '다른 기관이 먼저 도움' })
    expect(called).toMatchObject({ status: 'called-back', endedOn: '2026-11-23', body: { callBack: { why: 'by-us', letterOn: null } }, events: [{ status: 'called-back', note: '다른 기관이 먼저 도움' }, { status: 'sent' }] })
  })
})

describe('the letters', () => {
  it.each(['ko', 'en'] as const)('say on paper (%s) what is asked, only what was agreed, and bring a slip without a name', async (language) => {
    const office = await openOffice()
    const { caseId, personId } = await openCase(office)
    const sent = await sendTo(office.planner, caseId, office.hall.id, draftFor(personId, { why: '식사를 거르심', need: 'daily-living' }))
    const { base64, pages, fileName } = await office.planner.guide.pdf({ request: { document: 'referral-letter', referralId: sent.id }, language, edition: 'standard' })
    const text = (await readPdf(Buffer.from(base64, 'base64'))).text.replace(/[\s\u2060]+/g, '')
    for (const told of [welfareHall, '표본순', '010-0000-0001', '주2회밑반찬을부탁드립니다', '식사를거르심', '표본플래너'])
      expect(text).toContain(told)
    expect(text).not.toContain('1944-05-01')
    expect(text).not.toContain('예시로')
    const slip = text.slice(text.lastIndexOf(language === 'ko' ? '회신서' : 'Replyslip'))
    expect(slip).not.toContain('표본순')
    expect(slip).toContain(sent.id.slice(-8).toUpperCase())
    expect(pages).toBe(2)
    expect(fileName).not.toMatch(/표본순|보기/)
  }, 60_000)
})
