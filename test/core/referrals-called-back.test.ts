/** A referral after a withdrawal: called back, stopped, and what the letters say. */
import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../journeys/support/read-pdf'
import { draftFor, openCase, openOffice, openTasks, seen, sendTo, welfareHall, wordsOf } from '../support/linking-at-desk'
import { day, someStrokes } from '../support/visit-at-desk'

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
