/** The office's papers and the close of a day, on every kind of store alike. */
import type { Counter } from '../support/open-counter.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDailyClose } from '#core/daily-close/read-daily-close'
import { shippedPaper } from '#core/paper-texts/model'
import { openCase } from '../support/case-at-desk.ts'
import { openCounter } from '../support/open-counter.ts'
import { closeTestStores, openTestStore, storeKinds } from '../support/open-test-store.ts'
import { consentedVisit, day } from '../support/visit-at-desk.ts'

afterAll(closeTestStores)

describe.each(storeKinds)('papers on %s', (kind) => {
  let counter: Counter
  beforeAll(async () => {
    counter = await openCounter({ db: await openTestStore(kind), drawSheet: async () => ({ base64: '', pages: 4 }) })
  })

  it('are kept in versions, of which the newest is printed', async () => {
    const lead = counter.as('lead')
    const sentences = { 'guide.memo.title': { ko: '견본 쪽지', en: 'Sample memo' } }
    await lead.paperTexts.save({ seenVersion: 0, paper: { ...shippedPaper, sentences }, why: '견본' })
    await expect(lead.paperTexts.save({ seenVersion: 0, paper: null, why: '견본' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect((await counter.as('clerk').guide.sheet({ request: { document: 'memo-sheet' }, language: 'ko', edition: 'standard' })).title).toBe('견본 쪽지')
    await lead.paperTexts.save({ seenVersion: 1, paper: null, why: '처음으로' })
    expect((await lead.paperTexts.history()).map(({ version, by, changed }) => [version, by, changed])).toEqual([[2, '표본팀장', ['guide.memo.title']], [1, '표본팀장', ['guide.memo.title']]])
  })

  it('count the same for a day', async () => {
    await openCase(counter, { name: '표본하나', urgency: 'soon' })
    const visit = await consentedVisit(counter.as('clerk'), 'birth', '표본둘', '1990-02-03', { thirdParty: true })
    await counter.as('clerk').consent.withdraw({ consentId: visit.page().consents[0]!.id, items: ['third-party'] })
    await counter.as('clerk').guide.pdf({ request: { document: 'family-guide', visitId: visit.visitId }, language: 'ko', edition: 'large', way: 'save' })
    await counter.as('clerk').guide.handOver({ visitId: visit.visitId, document: 'family-guide', language: 'ko', edition: 'large', pages: 4 })
    const { db, host } = counter
    const close = await readDailyClose({ db, host, now: host.now(), today: day('2026-11-23') }, day('2026-11-23'), { name: { province: '서울특별시', district: '동작구', dong: '표본동' }, phone: null })
    expect(close).toMatchObject({
      visits: [{ event: 'birth', open: 1 }, { event: 'counselling', open: 1 }],
      consents: [{ item: 'collect', given: 2, withdrawn: 0 }, { item: 'sensitive', given: 2 }, { item: 'third-party', given: 1, refused: 1, withdrawn: 1 }],
      cases: [{ urgency: 'crisis', count: 0 }, { urgency: 'soon', count: 1 }, { urgency: 'normal', count: 0 }],
      planners: [{ name: '표본플래너', opened: 1, holds: 1 }],
      papers: [{ document: 'family-guide', edition: 'large', way: 'save', times: 1, pages: 4 }],
      handed: [{ document: 'family-guide', edition: 'large', times: 1, pages: 4 }],
      carried: { visits: 2, callbacks: 0 },
      log: { intact: true, brokenAt: null },
    })
    expect(close.log.linesOfDay).toBe(close.log.lines)
  })
})
