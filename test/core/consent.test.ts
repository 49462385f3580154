import { describe, expect, it } from 'vitest'
import { openCounter } from '../support/open-counter'
import { consentedVisit, openVisitAt, someStrokes } from '../support/visit-at-desk'

describe('asking for consent', () => {
  it('has every item in both languages, with purpose, data, period and the right to refuse', async () => {
    const { as } = await openCounter()
    for (const language of ['ko', 'en'] as const) {
      const { version, items } = await as('clerk').consent.wording({ language })
      expect(version).not.toBe('')
      expect(items.map(({ item }) => item)).toEqual(['collect', 'sensitive', 'third-party', 'callback'])
      for (const { purpose, data, period, refusal, speech } of items)
        expect([purpose, data, period, refusal, speech].every(text => text.length > 5)).toBe(true)
    }
  })

  it('goes on when sensitive data and third parties are refused', async () => {
    const { as } = await openCounter()
    const visit = await openVisitAt(as('clerk'), 'move-in')
    await visit.sayYes()
    const page = await visit.consent({ sensitive: false, thirdParty: false })
    expect(page.household?.members[0]).toMatchObject({ consent: 'given', sensitiveAllowed: false })
    await expect(visit.fact('disability', 'severe', visit.visitor()!.id)).rejects.toMatchObject({ code: 'SENSITIVE_NOT_CONSENTED' })
    await expect(visit.fact('tenure', 'owned')).resolves.toBeDefined()
  })

  it('keeps nothing but the outcome when collecting is refused', async () => {
    const { as, db } = await openCounter()
    const visit = await openVisitAt(as('clerk'), 'move-in')
    await visit.paperwork({ event: 'move-in', newAddress: '표본대로 77' })
    await visit.sayYes()
    const page = await as('clerk').consent.record({ ...visit.seen(), signer: { name: '표본거절', capacity: 'self' }, answers: { 'collect': false, 'sensitive': false, 'third-party': false }, method: 'paper', confirmedByClerk: true, language: 'ko' })
    expect(page.visit).toMatchObject({ answer: 'no', refusalReason: 'privacy' })
    expect(page.household).toBeNull()
    for (const table of ['consent', 'household', 'person'] as const)
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([])
    expect(JSON.stringify(await db.selectFrom('audit_line').selectAll().execute())).not.toContain('표본거절')
  })

  it('needs strokes on the screen, and the clerk\'s word for paper and phone', async () => {
    const { as } = await openCounter()
    const visit = await openVisitAt(as('clerk'), 'birth')
    await visit.sayYes()
    const given = { ...visit.seen(), signer: { name: '표본순', capacity: 'self' as const }, answers: { 'collect': true, 'sensitive': true, 'third-party': true }, language: 'ko' as const }
    await expect(as('clerk').consent.record({ ...given, method: 'screen', confirmedByClerk: true })).rejects.toMatchObject({ code: 'SIGNATURE_MISSING' })
    await expect(as('clerk').consent.record({ ...given, method: 'phone', confirmedByClerk: false })).rejects.toMatchObject({ code: 'SIGNATURE_MISSING' })
    const page = await as('clerk').consent.record({ ...given, method: 'phone', confirmedByClerk: true })
    expect(page.consents[0]).toMatchObject({ method: 'phone', signaturePending: true })
    const signed = await as('clerk').consent.addSignature({ consentId: page.consents[0]!.id, strokes: someStrokes })
    expect(signed).toMatchObject({ signaturePending: false, hash: page.consents[0]!.hash })
  })

  it('names for whom a proxy or a representative signs, and makes that person the visitor', async () => {
    const { as } = await openCounter()
    const visit = await openVisitAt(as('clerk'), 'counselling')
    await visit.sayYes()
    const given = { ...visit.seen(), answers: { 'collect': true, 'sensitive': false, 'third-party': false }, method: 'screen' as const, strokes: someStrokes, confirmedByClerk: false, language: 'ko' as const }
    await expect(as('clerk').consent.record({ ...given, signer: { name: '표본딸', capacity: 'proxy' } })).rejects.toMatchObject({ code: 'FOR_NAME_MISSING' })
    const page = await as('clerk').consent.record({ ...given, signer: { name: '표본딸', capacity: 'proxy', forName: '표본어머니' } })
    expect(page.household?.members[0]).toMatchObject({ name: '표본어머니', consent: 'represented', visitor: true })
    expect(page.consents[0]).toMatchObject({ signerName: '표본딸', forName: '표본어머니' })
  })
})

describe('who of the household has consented', () => {
  it('leaves other adults pending, lets children under 14 follow, and asks 14-year-olds themselves', async () => {
    const { as } = await openCounter({ moment: '2026-11-23T10:00' })
    const visit = await consentedVisit(as('clerk'), 'birth', '표본엄마', '1990-01-01')
    await visit.member({ name: '표본아빠', relation: 'spouse', birth: '1988-01-01', sex: 'male' })
    await visit.member({ name: '표본열세살', relation: 'child', birth: '2012-11-24' })
    await visit.member({ name: '표본열네살', relation: 'child', birth: '2012-11-23' })
    const states = Object.fromEntries(visit.page().household!.members.map(({ name, consent, sensitiveAllowed }) => [name, `${consent} ${sensitiveAllowed}`]))
    expect(states).toEqual({ 표본엄마: 'given true', 표본아빠: 'pending false', 표본열세살: 'represented true', 표본열네살: 'pending false' })
    const father = visit.page().household!.members[1]!
    await expect(visit.fact('disability', 'mild', father.id)).rejects.toMatchObject({ code: 'SENSITIVE_NOT_CONSENTED' })
    await expect(visit.fact('employment', 'employed', father.id)).resolves.toBeDefined()
    await as('clerk').consent.record({ ...visit.seen(), personId: father.id, signer: { name: '표본아빠', capacity: 'self' }, answers: { 'collect': true, 'sensitive': true, 'third-party': false }, method: 'screen', strokes: someStrokes, confirmedByClerk: false, language: 'ko' })
    await visit.reload()
    await expect(visit.fact('disability', 'mild', father.id)).resolves.toBeDefined()
  })
})

describe('withdrawing consent', () => {
  it('destroys what is known of health at once and leaves the rest', async () => {
    const { as } = await openCounter()
    const visit = await consentedVisit(as('clerk'))
    await visit.fact('disability', 'severe', visit.visitor()!.id)
    await visit.fact('tenure', 'owned')
    const outcome = await as('clerk').consent.withdraw({ consentId: visit.page().consents[0]!.id, items: ['sensitive'] })
    expect(outcome).toMatchObject({ factsDestroyed: 1, caseEnded: false, destroyOn: null })
    const page = await visit.reload()
    expect(page.household?.members[0]?.facts).toEqual({})
    expect(page.household?.facts.tenure?.value).toBe('owned')
  })

  it('ends the case, hides the household at once and destroys it on the day', async () => {
    const { as, db, host, at } = await openCounter()
    const visit = await consentedVisit(as('clerk'), 'move-in', '표본철회')
    const { planners, urgency, kind } = await as('clerk').cases.suggest({ visitId: visit.visitId })
    await as('clerk').cases.assign({ ...visit.seen(), urgency, kind, plannerId: planners[0]!.id })
    await visit.reload()
    const outcome = await as('clerk').consent.withdraw({ consentId: visit.page().consents[0]!.id, items: ['collect'] })
    expect(outcome).toMatchObject({ caseEnded: true, destroyOn: '2026-11-28' })
    expect(await as('clerk').households.search({ text: '표본철회', limit: 10 })).toEqual([])
    expect(await as('planner').cases.list({ scope: 'mine', includeClosed: false })).toEqual([])
    await expect(as('clerk').eligibility.lookup({ visitId: visit.visitId })).rejects.toMatchObject({ code: 'CONSENT_MISSING' })
    const { destroyDue } = await import('#core/households/destroy-household')
    expect(await destroyDue(db, '2026-11-27' as never)).toBe(0)
    expect(await destroyDue(db, '2026-11-28' as never)).toBe(1)
    expect(await db.selectFrom('person').selectAll().execute()).toEqual([])
    at('2026-11-28T09:00')
    expect((await as('clerk').intake.page({ visitId: visit.visitId })).household).toBeNull()
    expect(host.unkept.size).toBe(0)
  })

  it('can be done once only, and only for what was given', async () => {
    const { as } = await openCounter()
    const visit = await consentedVisit(as('clerk'))
    const consentId = visit.page().consents[0]!.id
    await expect(as('clerk').consent.withdraw({ consentId, items: ['third-party'] })).rejects.toMatchObject({ code: 'ALREADY_WITHDRAWN' })
    await as('clerk').consent.withdraw({ consentId, items: ['sensitive'] })
    await expect(as('clerk').consent.withdraw({ consentId, items: ['sensitive'] })).rejects.toMatchObject({ code: 'ALREADY_WITHDRAWN' })
  })
})
