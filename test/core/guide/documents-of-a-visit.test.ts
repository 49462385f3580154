import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { openCounter } from '../../support/open-counter'
import { consentedVisit, openVisitAt } from '../../support/visit-at-desk'

const wordsOf = (sheet: object): string => JSON.stringify(sheet)

describe('documents of a visit', () => {
  it('draw the family guide with the planner who was given the case', async () => {
    const { as } = await openCounter()
    const clerk = as('clerk')
    const visit = await consentedVisit(clerk, 'move-in', '표본순자', '1944-05-01')
    const { urgency, kind, planners } = await clerk.cases.suggest({ visitId: visit.visitId })
    await clerk.cases.assign({ ...visit.seen(), urgency, kind, plannerId: planners[0]!.id })
    const asked = { request: { document: 'family-guide' as const, visitId: visit.visitId }, language: 'ko' as const, edition: 'standard' as const }
    const sheet = await clerk.guide.sheet(asked)
    expect(wordsOf(sheet)).toContain('표본플래너')
    expect(wordsOf(sheet)).toContain('02-000-0001')
    const { base64, pages, fileName } = await clerk.guide.pdf(asked)
    expect(Buffer.from(base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    expect(pages).toBeGreaterThan(0)
    expect(fileName).not.toContain('표본순자')
  }, 60_000)

  it('give a leaflet without any name to whoever said no', async () => {
    const { as } = await openCounter()
    const visit = await openVisitAt(as('clerk'), 'death')
    await visit.sayNo()
    const sheet = await as('clerk').guide.sheet({ request: { document: 'leaflet', event: 'death' }, language: 'ko', edition: 'large' })
    expect(sheet.edition).toBe('large')
    await expect(as('clerk').guide.sheet({ request: { document: 'family-guide', visitId: visit.visitId }, language: 'ko', edition: 'standard' })).rejects.toMatchObject({ code: 'CONSENT_MISSING' })
  })

  it('give the visitor a copy of the consent with the signature, and a receipt of the withdrawal', async () => {
    const { as } = await openCounter()
    const clerk = as('clerk')
    const visit = await consentedVisit(clerk, 'move-in', '표본순자')
    const copy = await clerk.guide.sheet({ request: { document: 'consent-copy', visitId: visit.visitId }, language: 'en', edition: 'standard' })
    expect(wordsOf(copy)).toContain('표본순자')
    expect(copy.groups.flat().some(block => block.kind === 'signature' && block.strokes !== undefined)).toBe(true)
    const consentId = visit.page().consents[0]!.id
    const receipt = { request: { document: 'withdrawal-receipt' as const, consentId }, language: 'ko' as const, edition: 'standard' as const }
    await expect(clerk.guide.sheet(receipt)).rejects.toMatchObject({ code: 'CONSENT_NOT_FOUND' })
    await clerk.consent.withdraw({ consentId, items: ['collect'] })
    expect(wordsOf(await clerk.guide.sheet(receipt))).toContain('2026-11-28')
  })

  it('count as given only by the clerk\'s key', async () => {
    const { as } = await openCounter()
    const clerk = as('clerk')
    const visit = await consentedVisit(clerk)
    await clerk.guide.sheet({ request: { document: 'family-guide', visitId: visit.visitId }, language: 'ko', edition: 'standard' })
    expect((await visit.reload()).handedOver).toEqual([])
    const page = await clerk.guide.handOver({ visitId: visit.visitId, document: 'family-guide', language: 'ko', edition: 'large', pages: 6 })
    expect(page.handedOver).toMatchObject([{ document: 'family-guide', edition: 'large', pages: 6, staffName: '표본창구' }])
  })
})
