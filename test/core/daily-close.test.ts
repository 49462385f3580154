import type { Sheet } from '#core/guide/sheet'
import type { Seat } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { readDailyClose } from '#core/daily-close/read-daily-close'
import { DocumentRequest } from '#core/guide/contract'
import { seoulDayOf } from '#core/kernel/dates'
import { openCase } from '../support/case-at-desk'
import { openCounter, realTexts } from '../support/open-counter'
import { consentedVisit, day, openVisitAt } from '../support/visit-at-desk'

type Counter = Awaited<ReturnType<typeof openCounter>>
const office = { name: { province: '서울특별시', district: '동작구', dong: '표본동' }, phone: null }
const counted = ({ db, host }: Counter, on: string) => readDailyClose({ db, host, now: host.now(), today: seoulDayOf(host.now()) }, day(on), office)
const close = (counter: Counter, on: string, { seat = 'clerk' as Seat, language = 'ko' } = {}): Promise<Sheet> =>
  counter.as(seat).guide.sheet({ request: { document: 'daily-close', day: day(on) }, language, edition: 'standard' })
const tables = (sheet: Sheet): string[][][] => sheet.groups.flat().flatMap(block => block.kind === 'table' ? [block.rows] : [])
const fields = (sheet: Sheet): Record<string, string> => Object.fromEntries(sheet.groups.flat().flatMap(block => block.kind === 'fields' ? block.rows : []))

describe('the daily close sheet', () => {
  it('counts visits by what they came for and what came of them, with the reasons of refusing', async () => {
    const counter = await openCounter()
    const clerk = counter.as('clerk')
    const done = await consentedVisit(clerk)
    await clerk.intake.finish({ visitId: done.visitId })
    for (const reason of ['no-time', 'privacy', 'no-time'] as const) {
      const visit = await openVisitAt(clerk, 'move-in')
      await clerk.intake.answer({ ...visit.seen(), answer: 'no', reason })
      await clerk.intake.finish({ visitId: visit.visitId })
    }
    const call = await openVisitAt(clerk, 'birth')
    await clerk.intake.answer({ ...call.seen(), answer: 'call-me', callback: { name: '표본전화', phone: '010-0000-0000', when: '오전', agreed: true } })
    await clerk.intake.finish({ visitId: call.visitId })
    const left = await openVisitAt(clerk, 'birth')
    await clerk.intake.giveUp({ visitId: left.visitId })
    await openVisitAt(clerk, 'death')
    const { visits, refusals, carried } = await counted(counter, '2026-11-23')
    expect(visits).toEqual([
      { event: 'move-in', counselled: 1, refused: 3, callMe: 0, left: 0, open: 0 },
      { event: 'birth', counselled: 0, refused: 0, callMe: 1, left: 1, open: 0 },
      { event: 'death', counselled: 0, refused: 0, callMe: 0, left: 0, open: 1 },
    ])
    expect(refusals).toEqual([{ reason: 'no-time', count: 2 }, { reason: 'privacy', count: 1 }])
    expect(carried).toMatchObject({ visits: 1, callbacks: 1 })
    const sheet = await close(counter, '2026-11-23')
    expect(tables(sheet)[0]).toEqual([['전입', '4', '1', '3', '0', '0', '0'], ['출생', '2', '0', '0', '1', '1', '0'], ['사망', '1', '0', '0', '0', '0', '1'], ['합계', '7', '1', '3', '1', '1', '1']])
  })

  it('counts consents by item on the day they were given, and withdrawals on the day they came', async () => {
    const counter = await openCounter()
    const visit = await consentedVisit(counter.as('clerk'), 'move-in', '표본순', '1944-05-01', { thirdParty: false })
    await consentedVisit(counter.as('clerk'), 'move-in', '표본둘', '1950-05-01', { sensitive: false, thirdParty: true })
    counter.at('2026-11-24T09:00')
    await counter.as('clerk').consent.withdraw({ consentId: visit.page().consents[0]!.id, items: ['sensitive'] })
    expect((await counted(counter, '2026-11-23')).consents).toEqual([
      { item: 'collect', given: 2, refused: 0, withdrawn: 0 },
      { item: 'sensitive', given: 1, refused: 1, withdrawn: 0 },
      { item: 'third-party', given: 1, refused: 1, withdrawn: 0 },
    ])
    expect((await counted(counter, '2026-11-24')).consents).toEqual([
      { item: 'collect', given: 0, refused: 0, withdrawn: 0 },
      { item: 'sensitive', given: 0, refused: 0, withdrawn: 1 },
      { item: 'third-party', given: 0, refused: 0, withdrawn: 0 },
    ])
  })

  it('counts two items of one consent each on the day on which it was withdrawn, and once', async () => {
    const counter = await openCounter()
    const visit = await consentedVisit(counter.as('clerk'), 'move-in', '표본순', '1944-05-01', { thirdParty: true })
    const consentId = visit.page().consents[0]!.id
    const withdrawn = async (on: string) => (await counted(counter, on)).consents.map(each => each.withdrawn)
    counter.at('2026-11-24T09:00')
    await counter.as('clerk').consent.withdraw({ consentId, items: ['sensitive'] })
    counter.at('2026-11-25T09:00')
    await counter.as('clerk').consent.withdraw({ consentId, items: ['collect'] })
    expect([await withdrawn('2026-11-23'), await withdrawn('2026-11-24'), await withdrawn('2026-11-25')]).toEqual([[0, 0, 0], [0, 1, 0], [1, 0, 1]])
  })

  it('counts the cases that were opened, by urgency and by planner beside what each has in hand', async () => {
    const counter = await openCounter({ moment: '2026-11-20T10:00' })
    await openCase(counter, { name: '표본어제' })
    counter.at('2026-11-23T10:00')
    await openCase(counter, { name: '표본하나', urgency: 'crisis' })
    await openCase(counter, { name: '표본둘', planner: 'secondPlanner' })
    const { cases, planners } = await counted(counter, '2026-11-23')
    expect(cases).toEqual([{ urgency: 'crisis', count: 1 }, { urgency: 'soon', count: 0 }, { urgency: 'normal', count: 1 }])
    expect(planners).toEqual([{ name: '표본플래너', opened: 1, holds: 2 }, { name: '표본플래너둘', opened: 1, holds: 1 }])
  })

  it('says which first contacts are due today and which are late', async () => {
    const counter = await openCounter({ moment: '2026-11-20T10:00' })
    const found = await openCase(counter, { name: '표본어제' })
    const due = found.firstContactDue
    counter.at(`${due}T18:00`)
    expect((await counted(counter, due)).carried).toMatchObject({ dueToday: 1, overdue: 0 })
    counter.at('2026-12-31T10:00')
    expect((await counted(counter, '2026-12-31')).carried).toMatchObject({ dueToday: 0, overdue: 1 })
  })

  it('counts what was handed over and what the access log says was printed and saved, and what was looked at, which a browser may have printed', async () => {
    const counter = await openCounter({ drawSheet: async () => ({ base64: '', pages: 3 }) })
    const clerk = counter.as('clerk')
    const visit = await consentedVisit(clerk)
    const asked = { request: { document: 'family-guide' as const, visitId: visit.visitId }, language: 'ko', edition: 'standard' as const }
    await clerk.guide.pdf(asked)
    await clerk.guide.pdf(asked)
    await clerk.guide.pdf({ ...asked, edition: 'large', way: 'locked' })
    await clerk.guide.pdf({ ...asked, way: 'view' })
    await clerk.guide.printed({ ...asked, pages: 3, copies: 2, printer: null })
    await clerk.guide.handOver({ visitId: visit.visitId, document: 'family-guide', language: 'ko', edition: 'standard', pages: 3 })
    const { papers, handed } = await counted(counter, '2026-11-23')
    expect(papers).toEqual([
      { document: 'family-guide', language: 'ko', edition: 'standard', way: 'print', times: 2, pages: 6 },
      { document: 'family-guide', language: 'ko', edition: 'large', way: 'locked', times: 1, pages: 3 },
      { document: 'family-guide', language: 'ko', edition: 'standard', way: 'view', times: 1, pages: 3 },
      { document: 'family-guide', language: 'ko', edition: 'standard', way: 'printed', times: 1, pages: 6 },
    ])
    expect(JSON.stringify(await close(counter, '2026-11-23'))).toContain('화면에서 봄')
    expect(JSON.stringify(await close(counter, '2026-11-23', { language: 'en' }))).toContain('Seen on screen')
    expect(handed).toEqual([{ document: 'family-guide', language: 'ko', edition: 'standard', times: 1, pages: 3 }])
  })

  it('begins and ends a day at midnight in Seoul', async () => {
    const counter = await openCounter({ moment: '2028-02-28T23:59' })
    await consentedVisit(counter.as('clerk'))
    counter.at('2028-02-29T00:00')
    await consentedVisit(counter.as('clerk'), 'birth', '표본윤')
    for (const [on, event] of [['2028-02-28', 'move-in'], ['2028-02-29', 'birth']] as const) {
      const found = await counted(counter, on)
      expect(found.visits.map(each => each.event)).toEqual([event])
      expect(found.consents[0]!.given).toBe(1)
    }
  })

  it('prints the head of the access log, the same each time the day is closed, and says where it was changed', async () => {
    const counter = await openCounter()
    await consentedVisit(counter.as('clerk'))
    counter.at('2026-11-24T09:00')
    await openVisitAt(counter.as('clerk'), 'move-in')
    const first = fields(await close(counter, '2026-11-23'))
    const again = fields(await close(counter, '2026-11-23'))
    const last = await counter.db.selectFrom('audit_line').selectAll().where('at', '<', '2026-11-23T15:00:00').orderBy('seq', 'desc').executeTakeFirstOrThrow()
    expect(first.확인값!.replaceAll(' ', '')).toBe(last.hash)
    expect(again.확인값).toBe(first.확인값)
    expect(first.이어짐).toBe('끊긴 곳 없음')
    await counter.db.updateTable('audit_line').set({ outcome: 'NOT_PERMITTED' } as never).where('seq', '=', 2).execute()
    expect(fields(await close(counter, '2026-11-23')).이어짐).toContain('2번째 줄부터')
  })

  it('is still told of a day whose papers somebody wrote over in the log, and says so', async () => {
    const counter = await openCounter({ drawSheet: async () => ({ base64: '', pages: 3 }) })
    const visit = await consentedVisit(counter.as('clerk'))
    const asked = { request: { document: 'family-guide' as const, visitId: visit.visitId }, language: 'ko', edition: 'standard' as const }
    for (const detail of ['{not json', '', '{"document":1}']) {
      await counter.as('clerk').guide.pdf(asked)
      const { seq } = await counter.db.selectFrom('audit_line').select('seq').orderBy('seq', 'desc').executeTakeFirstOrThrow()
      await counter.db.updateTable('audit_line').set({ detail } as never).where('seq', '=', seq).execute()
    }
    await counter.as('clerk').guide.pdf(asked)
    const { papers, log } = await counted(counter, '2026-11-23')
    expect(papers).toEqual([{ document: 'family-guide', language: 'ko', edition: 'standard', way: 'print', times: 1, pages: 3 }])
    expect(log.intact).toBe(false)
  })

  it('names no resident, of a day with everything on it', async () => {
    const counter = await openCounter()
    await openCase(counter, { name: '표본비밀', phone: '010-1234-5678' })
    for (const language of ['ko', 'en']) {
      const words = JSON.stringify(await close(counter, '2026-11-23', { language }))
      expect(words).not.toMatch(/비밀|010-1234/)
      expect(words).not.toMatch(/\{\w+\}/)
    }
  })

  it('closes a day without visits, and refuses one that has not come', async () => {
    const counter = await openCounter()
    expect(JSON.stringify(await close(counter, '2026-11-22'))).toContain('이날 방문이 없어요')
    await expect(close(counter, '2026-11-24')).rejects.toMatchObject({ code: 'CLOSE_DAY_IN_FUTURE' })
  })

  it('is for everybody at the desk, and leaves the paper in the log', async () => {
    const counter = await openCounter({ drawSheet: async () => ({ base64: '', pages: 2 }) })
    for (const seat of ['clerk', 'planner', 'lead'] as const)
      expect((await close(counter, '2026-11-23', { seat })).title).toBe('일일 마감표')
    await expect(close(counter, '2026-11-23', { seat: 'outside' })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    const { pages } = await counter.as('clerk').guide.pdf({ request: { document: 'daily-close', day: day('2026-11-23') }, language: 'ko', edition: 'standard' })
    const [line] = await counter.as('lead').audit.list({})
    expect(line).toMatchObject({ operation: 'guide.pdf', paper: { document: 'daily-close', way: 'print', pages } })
  }, 30_000)

  it('has a name in both languages for every paper that the log may tell of', () => {
    const documents = [...DocumentRequest.options.map(({ shape }) => shape.document.value), ...Object.keys(realTexts.ko.guide!.file as object)]
    for (const language of ['ko', 'en'] as const)
      expect(documents.filter(document => typeof (realTexts[language]['daily-close']!.documents as Record<string, string>)[document] !== 'string')).toEqual([])
  })
})
