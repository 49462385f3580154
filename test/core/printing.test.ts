/** What goes out on paper or as a file: what the access log keeps of it, and when what was handed over is out of date. */
import type { Client } from '#core/contract'
import { describe, expect, it } from 'vitest'
import { beginning, chained } from '#core/audit/append-line'
import { outcomeOf, pagesOf, printOptionsOf, PrintOrder, PrintOutcome } from '#core/kernel/print-order'
import { openCounter, realTexts } from '../support/open-counter'
import { consentedVisit, day, openVisitAt } from '../support/visit-at-desk'

type AskedPdf = Parameters<Client['guide']['pdf']>[0]
const guideOf = (visitId: string, more: object = {}): AskedPdf => ({ request: { document: 'family-guide', visitId: visitId as never, ...more }, language: 'ko', edition: 'standard' })

describe('an order to the printer', () => {
  const order = { printer: null, copies: 2, sides: 'both', pages: { from: 2, to: 3 }, paper: 'a4' } as const

  it('counts pages from nought for Electron, turns over the long edge, and leaves the usual printer to the system', () => {
    expect(printOptionsOf(order)).toEqual({ silent: true, copies: 2, collate: true, duplexMode: 'longEdge', pageSize: 'A4', pageRanges: [{ from: 1, to: 2 }] })
    expect(printOptionsOf({ ...order, printer: 'HP_M402', sides: 'one', pages: null, paper: 'a5' })).toEqual({ silent: true, copies: 2, collate: true, duplexMode: 'simplex', pageSize: 'A5', deviceName: 'HP_M402' })
  })

  it.each([
    ['', '', 6, null],
    ['2', '3', 6, { from: 2, to: 3 }],
    ['2', '', 6, { from: 2, to: 6 }],
    ['', '1', 6, { from: 1, to: 1 }],
    [' 6 ', '6', 6, { from: 6, to: 6 }],
    ['2', '3', undefined, { from: 2, to: 3 }],
    ['3', '2', 6, undefined],
    ['0', '2', 6, undefined],
    ['1', '7', 6, undefined],
    ['two', '', 6, undefined],
    ['-1', '2', 6, undefined],
    ['2', '', undefined, undefined],
  ])('reads the pages "%s" to "%s" of %s', (from, to, count, wanted) => {
    expect(pagesOf(from, to, count)).toEqual(wanted)
  })

  it.each([[0, false], [1, true], [999, true], [1000, false], [1.5, false]])('of %s copies is taken: %s', (copies, taken) => {
    expect(PrintOrder.safeParse({ ...order, copies }).success).toBe(taken)
  })

  it.each(PrintOutcome.options.filter(outcome => outcome !== 'sent'))('has words in both languages for one that was not sent: %s', (outcome) => {
    for (const language of ['ko', 'en'] as const)
      expect(typeof (realTexts[language].printing as { notPrinted: Record<string, unknown> }).notPrinted[outcome]).toBe('string')
  })

  it('that somebody cancelled has not failed', () => {
    expect([outcomeOf(true, ''), outcomeOf(false, 'Print job canceled'), outcomeOf(false, 'Print job failed')]).toEqual(['sent', 'cancelled', 'failed'])
  })
})

describe('the access log of paper', () => {
  it('says of every print and save which document, of whom, how large, in which language and how many pages', async () => {
    const { as } = await openCounter()
    const clerk = as('clerk')
    const visit = await consentedVisit(clerk)
    const { pages } = await clerk.guide.pdf({ ...guideOf(visit.visitId), edition: 'large' })
    await clerk.guide.pdf({ ...guideOf(visit.visitId), language: 'en', way: 'locked' })
    await clerk.guide.printed({ ...guideOf(visit.visitId), pages: 2, copies: 3, printer: 'HP_M402' })
    const [third, second, first] = await as('admin').audit.list({ limit: 4 })
    expect(first).toMatchObject({ operation: 'guide.pdf', outcome: 'done', subject: `visit:${visit.visitId}`, paper: { document: 'family-guide', edition: 'large', language: 'ko', way: 'print', pages, copies: null, printer: null } })
    expect(second).toMatchObject({ paper: { language: 'en', edition: 'standard', way: 'locked' } })
    expect(third).toMatchObject({ operation: 'guide.printed', subject: `visit:${visit.visitId}`, paper: { document: 'family-guide', way: 'print', pages: 2, copies: 3, printer: 'HP_M402' } })
    expect(JSON.stringify([first, second, third])).not.toContain('표본순')
  }, 60_000)

  it('keeps what was refused as well, without a page', async () => {
    const { as } = await openCounter()
    const clerk = as('clerk')
    const missing = '00000000-0000-7000-8000-000000000000'
    await expect(clerk.guide.pdf({ ...guideOf(missing), way: 'save' })).rejects.toMatchObject({ code: 'VISIT_NOT_FOUND' })
    await expect(clerk.guide.printed({ ...guideOf(missing), pages: 1, copies: 1, printer: null })).rejects.toMatchObject({ code: 'VISIT_NOT_FOUND' })
    const [printed, saved] = await as('admin').audit.list({ limit: 2 })
    expect(saved).toMatchObject({ operation: 'guide.pdf', outcome: 'VISIT_NOT_FOUND', subject: `visit:${missing}`, paper: { document: 'family-guide', way: 'save', pages: 0 } })
    expect(printed).toMatchObject({ operation: 'guide.printed', outcome: 'VISIT_NOT_FOUND', paper: { way: 'print' } })
  })

  it('shows a changed number of copies as a broken chain', async () => {
    const { as, host } = await openCounter()
    const visit = await consentedVisit(as('clerk'))
    await as('clerk').guide.printed({ ...guideOf(visit.visitId), pages: 2, copies: 3, printer: null })
    expect(await as('admin').audit.verify()).toMatchObject({ intact: true })
    const db = host.store()!
    const line = await db.selectFrom('audit_line').select(['seq', 'detail']).where('operation', '=', 'guide.printed').executeTakeFirstOrThrow()
    await db.updateTable('audit_line').set({ detail: line.detail!.replace('"copies":3', '"copies":1') } as never).where('seq', '=', line.seq).execute()
    expect(await as('admin').audit.verify()).toMatchObject({ intact: false, brokenAt: line.seq })
    await db.updateTable('audit_line').set({ detail: null } as never).where('seq', '=', line.seq).execute()
    expect(await as('admin').audit.verify()).toMatchObject({ intact: false, brokenAt: line.seq })
  })

  it.each(['{not json', '', '{"document":1}', 'null'])('stays readable where somebody wrote %j over a line, which the check tells', async (detail) => {
    const { as, db } = await openCounter()
    const visit = await consentedVisit(as('clerk'))
    const asked = { ...guideOf(visit.visitId), pages: 2, copies: 3, printer: null }
    await as('clerk').guide.printed(asked)
    await as('clerk').guide.printed(asked)
    const [last, line] = await as('admin').audit.list({ limit: 2 })
    await db.updateTable('audit_line').set({ detail } as never).where('seq', '=', line!.seq).execute()
    const lines = await as('admin').audit.list({ limit: 10 })
    expect(lines.find(({ seq }) => seq === line!.seq)).toMatchObject({ operation: 'guide.printed', paper: null })
    expect(lines.find(({ seq }) => seq === last!.seq)).toMatchObject({ paper: { copies: 3 } })
    expect(await as('admin').audit.verify()).toMatchObject({ intact: false, brokenAt: line!.seq })
  })

  it('stays readable where somebody wrote over a moment or the number of a line', async () => {
    const { as, db } = await openCounter()
    await openVisitAt(as('clerk'), 'move-in')
    await openVisitAt(as('clerk'), 'move-in')
    await db.updateTable('audit_line').set({ at: 'yesterday' } as never).where('seq', '=', 1).execute()
    await db.updateTable('audit_line').set({ seq: -2 } as never).where('seq', '=', 2).execute()
    const lines = await as('admin').audit.list({})
    expect(lines.find(({ seq }) => seq === 1)).toMatchObject({ at: null })
    expect(lines.map(({ seq }) => seq)).toContain(-2)
    expect(await as('admin').audit.verify()).toMatchObject({ intact: false, brokenAt: 1 })
  })

  it('does not take a line that was emptied for one from before papers were kept', async () => {
    const { host } = await openCounter()
    const line = { at: host.now(), staffId: null, operation: 'guide.pdf', outcome: 'done', subject: null, place: '견본', detail: null }
    expect(chained(beginning, 1, { ...line, detail: '' })).not.toBe(chained(beginning, 1, line))
  })

  it('says of what was seen on screen that it may have been printed', () => {
    const seen = (['ko', 'en'] as const).map(language => (realTexts[language].printing as { log: { way: { view: string } } }).log.way.view)
    expect(seen).toEqual(['화면에서 봄(브라우저에서 인쇄했을 수 있음)', 'seen on screen (may have been printed from the browser)'])
  })

  it('leaves a line from before papers were kept its hash', async () => {
    const { host } = await openCounter()
    const line = { at: host.now(), staffId: null, operation: 'guide.pdf', outcome: 'done', subject: null, place: '견본' }
    const before = [beginning, '1', line.at, '', 'guide.pdf', 'done', '', '견본'].map(part => `${part.length}:${part}`).join('|')
    expect(chained(beginning, 1, line)).toBe(before)
    expect(chained(beginning, 1, { ...line, detail: null })).toBe(before)
    expect(chained(beginning, 1, { ...line, detail: '{}' })).not.toBe(before)
  })
})

describe('what was handed over', () => {
  const hashOf = async (clerk: Client, asked: AskedPdf): Promise<string> => (await clerk.guide.sheet({ request: asked.request, language: asked.language, edition: asked.edition })).contentHash

  it('is the same content in every language, edition and choice, on paper and on screen', async () => {
    const { as } = await openCounter()
    const clerk = as('clerk')
    const { visitId } = await consentedVisit(clerk)
    const { contentHash } = await clerk.guide.pdf(guideOf(visitId))
    expect(await hashOf(clerk, guideOf(visitId))).toBe(contentHash)
    expect(await hashOf(clerk, { ...guideOf(visitId), language: 'en', edition: 'large' })).toBe(contentHash)
    expect(await hashOf(clerk, guideOf(visitId, { masked: true, amounts: 'visitor', unlikely: false }))).toBe(contentHash)
  }, 60_000)

  it('is not out of date because a day has passed, though less of every deadline is left', async () => {
    const { as, at } = await openCounter()
    const clerk = as('clerk')
    const visit = await openVisitAt(clerk, 'birth')
    await visit.paperwork({ event: 'birth', bornOn: day('2026-11-10'), childOrder: 1 })
    await visit.sayYes()
    await visit.consent({ name: '표본하나' })
    await visit.member({ personId: visit.visitor()!.id, name: '표본하나', birth: '1994-05-01', sex: 'female' })
    await visit.member({ name: '표본새봄', relation: 'child', birth: '2026-11-10', sex: 'female' })
    const words = async (): Promise<string> => JSON.stringify((await as('clerk').guide.sheet(guideOf(visit.visitId) as never)).groups)
    const [before, said] = [await hashOf(clerk, guideOf(visit.visitId)), await words()]
    at('2026-11-24T10:00')
    expect(await words()).not.toBe(said)
    expect(await hashOf(as('clerk'), guideOf(visit.visitId))).toBe(before)
  })

  it('of the copy of a consent changes with what is withdrawn, and not with the day', async () => {
    const { as, at } = await openCounter()
    const visit = await consentedVisit(as('clerk'), 'move-in', '표본순자', '1944-05-01', { thirdParty: true })
    const copy = async (): Promise<string> => hashOf(as('clerk'), { request: { document: 'consent-copy', visitId: visit.visitId }, language: 'ko', edition: 'standard' })
    const before = await copy()
    at('2026-11-24T10:00')
    expect(await copy()).toBe(before)
    await as('clerk').consent.withdraw({ consentId: visit.page().consents[0]!.id, items: ['third-party'] })
    expect(await copy()).not.toBe(before)
  })

  it('is kept with it, and differs once a name, a mark, an answer or the planner changes', async () => {
    const { as } = await openCounter()
    const clerk = as('clerk')
    const visit = await consentedVisit(clerk)
    const { visitId } = visit
    const seen: string[] = [await hashOf(clerk, guideOf(visitId))]
    const given = await clerk.guide.handOver({ visitId, document: 'family-guide', language: 'ko', edition: 'standard', pages: 3, contentHash: seen[0]! })
    expect(given.handedOver).toMatchObject([{ contentHash: seen[0] }])
    const another = async (): Promise<void> => void seen.push(await hashOf(clerk, guideOf(visitId)))

    await visit.member({ personId: visit.visitor()!.id, name: '표본순이', birth: '1944-05-01', sex: 'female' })
    await another()
    const { lookup } = await clerk.eligibility.lookup({ visitId })
    const likely = lookup.verdicts.find(({ verdict }) => verdict === 'likely')!
    await clerk.eligibility.mark({ visitId, serviceId: likely.serviceId, personId: likely.memberId as never, mark: 'apply-today' })
    await another()
    await visit.reload()
    await visit.fact('disability', 'severe', visit.visitor()!.id)
    await another()
    const { urgency, kind, planners } = await clerk.cases.suggest({ visitId })
    await clerk.cases.assign({ ...visit.seen(), urgency, kind, plannerId: planners[0]!.id })
    await another()
    expect(new Set(seen).size).toBe(seen.length)
    expect((await visit.reload()).handedOver[0]!.contentHash).toBe(seen[0])
  }, 60_000)
})
