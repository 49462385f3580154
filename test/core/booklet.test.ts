/** The booklet of the year: every service once, marks against last year, indexes, nothing that does not belong on it. */
import type { BookletChoices } from '#core/booklet/model'
import type { Catalogue } from '#core/policy/catalogue'
import type { WelfareService } from '#core/policy/welfare-service'
import type { Counter, CounterOptions } from '../support/open-counter'
import { describe, expect, it } from 'vitest'
import { usualComparison } from '#core/booklet/compared-release'
import { makeBooklet } from '#core/booklet/make-book'
import { nameIndex } from '#core/booklet/name-index'
import { readBooklet } from '#core/booklet/read-booklet'
import { catalogueInForce } from '#core/catalogue/read-in-force'
import { bringUpToDate } from '#core/catalogue/releases/bring-up-to-date'
import { addSampleAgencies } from '#server/sample/sample-agencies'
import { blocksOf, bookOf, chaptersIn, finished, keepingBooks, takenWhole, usualChoices } from '../support/booklet-at-desk'
import { afterUpgrade, aRecord, aServiceLike, end, propose, put, release } from '../support/catalogue-at-desk'
import { openCounter, realCatalogue } from '../support/open-counter'
import { textOfPdf } from '../support/text-of-pdf'
import { day } from '../support/visit-at-desk'

const catalogue = await realCatalogue()
const services = [...catalogue.services.values()]
const here = ({ region }: WelfareService): boolean => !region || (region.province === '서울특별시' && (!region.district || region.district === '동작구'))

interface Office { readonly counter: Counter, readonly book: (given?: Partial<BookletChoices>) => ReturnType<typeof bookOf>, readonly summary: (given?: Partial<BookletChoices>) => ReturnType<ReturnType<Counter['as']>['paperJobs']['booklet']['summary']> }
async function office(options: CounterOptions = {}): Promise<Office> {
  const handed = keepingBooks()
  const counter = await openCounter({ drawBook: handed.drawBook, ...options })
  const lead = () => counter.as('lead')
  return {
    counter,
    book: async given => bookOf(lead(), handed, await usualChoices(lead(), given)),
    summary: async given => lead().paperJobs.booklet.summary(await usualChoices(lead(), given)),
  }
}

const onlyWith = (...own: readonly WelfareService[]): Catalogue => ({ ...catalogue, services: new Map(own.map(service => [service.id, service])), records: new Map() })
const like = services.find(({ id }) => id === 'basic-pension')!
const made = (number: number, given: Partial<WelfareService> = {}): WelfareService =>
  aServiceLike(like, { id: `made-up-${number}` as never, name: { ko: `표본 서비스 ${number}`, en: `Sample service ${number}` }, ...given })
const only = (sections: readonly string[]): Partial<BookletChoices> => ({ sections: sections.map(section => ({ section: section as never, on: true })) })

describe('the services of a booklet', () => {
  it('stand in full exactly once: all of the catalogue that exist here and are no secret of one person', async () => {
    const { book, summary } = await office()
    const expected = services.filter(service => here(service) && !service.discreet)
    const full = blocksOf(await book(), 'entry').map(({ anchor }) => anchor)
    expect(full.toSorted()).toEqual(expected.map(({ id }) => `service:${id}`).toSorted())
    expect(await summary()).toMatchObject({ services: expected.length, leftOut: { noSection: 0 } })
  })

  it('stand in full in their first chapter, and in every other chapter of theirs as a line with the page', async () => {
    const { book } = await office()
    const chapters = chaptersIn(await book())
    const chapterOf = (name: string) => chapters.find(chapter => chapter.name === name)!
    const both = services.find(service => here(service) && !service.discreet && service.stages.length === 2 && service.stages[0] === 'young-adult' && service.stages[1] === 'middle-aged')!
    const anchor = `service:${both.id}`
    expect(chapterOf('청년').full).toContain(anchor)
    expect(chapterOf('중장년').full).not.toContain(anchor)
    expect(chapterOf('중장년').lines).toContain(anchor)
    both.targets.forEach(target => expect(chapters.filter(({ lines }) => lines.includes(anchor)).map(({ name }) => name)).toContain({ 'low-income': '저소득가구', 'disabled': '장애인', 'veteran': '국가보훈대상자', 'multi-child': '다자녀가구', 'multicultural-or-defector': '다문화가족·북한이탈주민', 'single-parent-or-grandparent': '한부모·조손가족' }[target]))
  })

  it('of nearly every age stand in full with the group they are for', async () => {
    const { book } = await office({ catalogue: onlyWith(
      made(1, { stages: ['child', 'teen', 'young-adult', 'middle-aged', 'senior'], targets: ['disabled'] }),
      made(2, { stages: ['teen', 'young-adult', 'middle-aged', 'senior'], targets: ['disabled'] }),
    ) })
    const chapters = chaptersIn(await book())
    expect(chapters.find(({ name }) => name === '장애인')).toMatchObject({ full: ['service:made-up-1'], lines: ['service:made-up-2'] })
    expect(chapters.find(({ name }) => name === '청소년')).toMatchObject({ full: ['service:made-up-2'], lines: ['service:made-up-1'] })
    expect(chapters.find(({ name }) => name === '아동')).toMatchObject({ full: [], lines: ['service:made-up-1'] })
  })

  it('have no line that leads nowhere, and no anchor twice', async () => {
    const { book } = await office()
    const whole = await book()
    const anchors = [...blocksOf(whole, 'entry').map(({ anchor }) => anchor), ...blocksOf(whole, 'heading').flatMap(({ anchor }) => anchor ?? [])]
    expect(anchors.filter((anchor, place) => anchors.indexOf(anchor) !== place)).toEqual([])
    const named = blocksOf(whole, 'page-list').flatMap(({ rows }) => rows.flatMap(row => row.anchors))
    expect(named.filter(anchor => !anchors.includes(anchor))).toEqual([])
  })

  it('say who, what, how, where, what to bring, whom to call and of which year it is, as the catalogue says it', async () => {
    const { book } = await office()
    const rows = new Map(blocksOf(await book(), 'entry').map(({ anchor, rows }) => [anchor, new Map(rows)]))
    for (const service of services.filter(each => here(each) && !each.discreet)) {
      const said = rows.get(`service:${service.id}`)!
      expect([said.get('무엇을')!.startsWith(service.benefit.text.ko), said.get('어떻게'), said.get('어디서'), said.get('전화'), said.get('기준')], service.id)
        .toEqual([true, service.how.ko, service.applyAt.ko, service.phone, `${service.source.readOn.slice(0, 4)}년 기준 · ${service.source.title}`])
      expect(said.get('준비물') ?? '', service.id).toBe(service.bring.flatMap(id => catalogue.documents.get(id)?.name.ko ?? []).join(', '))
      expect(said.get('누가'), service.id).not.toBe('')
    }
    expect(rows.get('service:basic-pension')!.get('누가')).toMatch(/만 65세 이상/)
  })

  it('have beside the QR code an address that can be typed, or what to search for and whom to call', async () => {
    const records = [aRecord(1, { publisher: 'bokjiro-local', province: '서울특별시', district: '동작구', url: 'https://www.bokjiro.go.kr/ssis-tbu/twataa/wlfareInfo/moveTWAT52011M.do?wlfareInfoId=WLF90000001', contacts: [] })]
    const { counter, book } = await office({ catalogue: { ...onlyWith(made(1, { url: 'https://www.hometax.go.kr/' }), made(2, { url: `https://www.bokjiro.go.kr/${'x'.repeat(40)}`, phone: '1355' }), made(3, { url: undefined })), records: new Map(records.map(record => [record.id as string, record])) } })
    const { sections } = await usualChoices(counter.as('lead'))
    const entries = blocksOf(await book({ sections: sections.map(({ section }) => ({ section, on: true })) }), 'entry')
    expect(Object.fromEntries(entries.map(({ name, qr }) => [name, qr?.address ?? null]))).toEqual({
      '표본 서비스 1': 'hometax.go.kr',
      '표본 서비스 2': 'bokjiro.go.kr에서 ‘표본 서비스 2’ 검색 또는 1355 전화',
      '표본 서비스 3': null,
      '표본 기록 1': 'bokjiro.go.kr에서 ‘표본 기록 1’ 검색 또는 129 전화',
    })
  })

  it('are marked as to be checked where the figure is, all of them in a year whose figures nobody knows yet', async () => {
    const sure = made(1, { confidence: 'confirmed', toCheck: undefined, reviewBy: day('2026-12-31') })
    const unsure = made(2, { confidence: 'to-be-checked', toCheck: { ko: '금액은 129에 확인하세요.', en: 'Ask 129 for the amount.' } })
    const { book, summary } = await office({ catalogue: onlyWith(sure, unsure) })
    const doubts = async (year: number) => blocksOf(await book({ year }), 'entry').map(({ rows }) => new Map(rows).get('확인 필요') ?? null)
    expect(await doubts(2026)).toEqual([null, '금액은 129에 확인하세요.'])
    expect((await doubts(2027)).every(doubt => doubt !== null)).toBe(true)
    expect([(await summary({ year: 2026 })).toCheck, (await summary({ year: 2027 })).toCheck]).toEqual([1, 2])
  })

  it('of another place, of another year and those told in person only stay out, each counted with its reason', async () => {
    const { book, summary } = await office({ catalogue: onlyWith(
      made(1),
      made(2, { region: { province: '서울특별시', district: '마포구' } }),
      made(3, { region: { province: '서울특별시', district: '동작구' } }),
      made(4, { until: day('2026-11-22') }),
      made(5, { until: day('2026-11-23') }),
      made(6, { from: day('2027-01-01') }),
      made(7, { discreet: true, name: { ko: '조용히 돕는 일', en: 'Quiet help' } }),
    ) })
    const whole = await book()
    expect(blocksOf(whole, 'entry').map(({ anchor }) => anchor).toSorted()).toEqual(['service:made-up-1', 'service:made-up-3', 'service:made-up-5'])
    expect((await summary()).leftOut).toEqual({ discreet: 1, elsewhere: 1, notInForce: 2, noSection: 0 })
    expect(JSON.stringify(whole)).not.toContain('조용히 돕는')
    expect((await summary({ year: 2027 })).leftOut).toEqual({ discreet: 1, elsewhere: 1, notInForce: 2, noSection: 0 })
  })
})

describe('the sections', () => {
  it('follow the order of the office, and the first of them holds a service in full', async () => {
    const { book } = await office({ catalogue: onlyWith(made(1, { stages: ['child', 'senior'], targets: [] })) })
    const names = async (sections: readonly string[]) => chaptersIn(await book(only(sections))).slice(3).map(({ name, full }) => [name, full.length])
    expect(await names(['name-index', 'stage-senior', 'stage-child'])).toEqual([['이름으로 찾기', 0], ['노년', 1], ['아동', 0]])
    expect(await names(['stage-child', 'stage-senior'])).toEqual([['아동', 1], ['노년', 0]])
  })

  it('that are switched off or empty fall out of the contents too, and what only they hold is counted', async () => {
    const { book, summary } = await office({ catalogue: onlyWith(made(1, { stages: ['child'], targets: [] }), made(2, { stages: ['senior'], targets: [] })) })
    const asked = { sections: [{ section: 'stage-child' as const, on: true }, { section: 'stage-teen' as const, on: true }, { section: 'stage-senior' as const, on: false }, { section: 'name-index' as const, on: true }, { section: 'agencies' as const, on: true }] }
    const whole = await book(asked)
    expect(blocksOf({ parts: [whole.parts[1]!] }, 'page-list')[0]!.rows.map(({ text }) => text)).toEqual(['아동', '이름으로 찾기'])
    expect(JSON.stringify(whole)).not.toContain('표본 서비스 2')
    expect(await summary(asked)).toMatchObject({ services: 1, leftOut: { noSection: 1 } })
  })

  it('make a booklet of one service, and refuse one without any', async () => {
    const { book, counter } = await office({ catalogue: onlyWith(made(1, { stages: ['senior'], targets: [] })) })
    expect(chaptersIn(await book()).map(({ name, full }) => [name, full.length])).toEqual([[undefined, 0], ['차례', 0], ['이 책자를 보는 방법', 0], ['노년', 1], ['필요로 찾기', 0], ['이름으로 찾기', 0]])
    const lead = counter.as('lead')
    await expect(lead.paperJobs.booklet.begin(await usualChoices(lead, only(['stage-child'])))).rejects.toMatchObject({ code: 'BOOKLET_EMPTY' })
    await expect(lead.paperJobs.booklet.summary(await usualChoices(lead, { sections: [] }))).rejects.toMatchObject({ code: 'MALFORMED' })
  })

  it('are remembered with paper, print and language until the next booklet', async () => {
    const { counter, book } = await office()
    await book({ paper: 'a5', language: 'en', ...only(['stage-senior', 'name-index']) })
    const { form } = await counter.as('admin').paperJobs.booklet.settings()
    expect([form.paper, form.language, form.sections.filter(({ on }) => on).map(({ section }) => section)]).toEqual(['a5', 'en', ['stage-senior', 'name-index']])
    expect(form.sections).toHaveLength(17)
  })

  it('are numbered as a book: cover without, contents in front, the rest through, the first chapter on the right', async () => {
    const { book } = await office()
    const { parts, bound } = await book({ paper: 'a5' })
    expect(bound).toBe(true)
    expect(parts.map(({ numbering }) => numbering).slice(0, 5)).toEqual(['none', 'front', 'front', 'through', 'through'])
    expect(parts.flatMap(({ right }, place) => right ? [place] : [])).toEqual([0, 1, 3])
    expect(new Set(parts.map(({ sheet }) => sheet.paper))).toEqual(new Set(['a5']))
  })
})

describe('making it', () => {
  it('lets the counter have its turn every few services, and after every section', async () => {
    const { counter } = await office({ catalogue: onlyWith(...Array.from({ length: 120 }, (_, number) => made(number))) })
    const choices = await usualChoices(counter.as('lead'))
    let turns = 0
    const breathe = async (): Promise<void> => {
      turns += 1
    }
    const host = { ...counter.host, official: { ...counter.host.official, breathe } }
    const { data, speaker } = await readBooklet({ db: counter.db, host, today: day('2026-11-23') }, choices)
    expect(turns).toBeGreaterThanOrEqual(120 / 12)
    turns = 0
    await makeBooklet(data, speaker, breathe)
    expect(turns).toBeGreaterThan(choices.sections.filter(({ on }) => on).length)
  })
})

describe('"new" and "changed"', () => {
  it('are held against the release in force on the last day of the year before, or against the one that is chosen', async () => {
    const { counter, book, summary } = await office({ moment: '2025-11-03T10:00', catalogue: onlyWith({ ...like, from: undefined }, made(4, { from: day('2026-03-01') })) })
    await bringUpToDate({ host: counter.host, connection: counter.connectionOf('admin') }, counter.db)
    const own = made(1)
    counter.at('2025-12-31T23:30')
    await propose(counter, 'lead', [put('service', own), put('service', made(3))])
    await release(counter.as('admin'))
    counter.at('2026-01-01T00:10')
    await propose(counter, 'lead', [put('service', { ...own, from: day('2026-01-01'), benefit: { text: { ko: '이제 더 드려요.', en: 'More now.' } } }), put('service', made(2)), end('service', 'made-up-3')])
    await release(counter.as('admin'))
    const lead = counter.as('lead')
    const badges = Object.fromEntries(blocksOf(await book(), 'entry').flatMap(({ anchor, badge }) => badge ? [[anchor, badge]] : []))
    expect((await usualChoices(lead)).compareWith).toBe(2)
    expect(badges).toEqual({ 'service:made-up-1': '바뀜', 'service:made-up-2': '새로 생김', 'service:made-up-4': '새로 생김' })
    const against = async (compareWith: number | null) => {
      const { new: fresh, changed, ended } = await lead.paperJobs.booklet.summary(await usualChoices(lead, { compareWith }))
      return [fresh, changed, ended]
    }
    expect([await against(1), await against(2), await against(3), await against(null)]).toEqual([[3, 0, 0], [2, 1, 1], [1, 0, 0], [0, 0, 0]])
    expect(await summary({ compareWith: 2 })).toMatchObject({ new: 2 })
    await expect(lead.paperJobs.booklet.summary(await usualChoices(lead, { compareWith: 9 }))).rejects.toMatchObject({ code: 'RELEASE_NOT_FOUND' })
  })

  it('say of what a newer Maji ships anew that it changed, where it stood in the release held against, and that it is new, where it did not', async () => {
    const own = [made(1), made(2, { from: day('2026-05-01') }), made(3)]
    const { counter } = await office({ moment: '2025-12-01T10:00', catalogue: onlyWith(...own) })
    await bringUpToDate({ host: counter.host, connection: counter.connectionOf('admin') }, counter.db)
    counter.at('2026-11-23T10:00')
    const more = { benefit: { text: { ko: '이제 더 드려요.', en: 'More now.' } } }
    const newer = { ...onlyWith(made(1, { from: day('2026-07-01'), ...more }), made(2, { from: day('2026-05-01'), ...more }), made(3, more), made(4, { from: day('2026-07-01') }), made(5)), release: '2026-07' }
    const { as, host } = await afterUpgrade(counter, newer)
    const { data } = await readBooklet({ db: counter.db, host, today: day('2026-11-23') }, await usualChoices(as('lead')))
    const marks = (await catalogueInForce(counter.db, host)).marks
    expect(Object.fromEntries(data.services.map(({ id, mark }) => [id, mark ?? null]))).toEqual({ 'made-up-1': 'changed', 'made-up-2': 'new', 'made-up-3': null, 'made-up-4': 'new', 'made-up-5': null })
    expect(Object.fromEntries(data.services.map(({ id }) => [id, marks.get(id)?.mark ?? null]))).toEqual(Object.fromEntries(data.services.map(({ id, mark }) => [id, mark ?? null])))
  })

  it('are in an office that began this year what the screen says they are', async () => {
    const { counter, book } = await office()
    await bringUpToDate({ host: counter.host, connection: counter.connectionOf('admin') }, counter.db)
    const { marks } = await catalogueInForce(counter.db, counter.host)
    const onScreen = services.filter(service => here(service) && !service.discreet).flatMap(({ id }) => marks.has(id) ? [[`service:${id}`, { new: '새로 생김', changed: '바뀜' }[marks.get(id)!.mark]]] : [])
    expect(onScreen.length).toBeGreaterThan(0)
    const inBooklet = blocksOf(await book(), 'entry').flatMap(({ anchor, badge }) => badge ? [[anchor, badge]] : [])
    // What begins later this year is marked in the booklet of the year already.
    expect(Object.fromEntries(inBooklet)).toMatchObject(Object.fromEntries(onScreen))
    const begins = services.filter(({ from }) => from && from >= '2026-01-01' && from <= '2026-12-31').map(({ id }) => `service:${id}`)
    expect(inBooklet.filter(([anchor]) => !begins.includes(anchor!))).toEqual([])
  })

  it('count as ended what a booklet here had: not of another place, not in person only, but what ran out by its own day', async () => {
    const elsewhere = { province: '서울특별시', district: '마포구' }
    const { counter } = await office({ moment: '2025-12-01T10:00', catalogue: onlyWith(
      made(1),
      made(2, { region: elsewhere }),
      made(3, { discreet: true }),
      made(4, { until: day('2026-11-22') }),
      made(5, { until: day('2026-11-23') }),
      made(6, { until: day('2025-11-30') }),
      made(7),
      made(8),
    ) })
    await bringUpToDate({ host: counter.host, connection: counter.connectionOf('admin') }, counter.db)
    counter.at('2026-03-01T10:00')
    await propose(counter, 'lead', [end('service', 'made-up-1'), end('service', 'made-up-2'), end('service', 'made-up-3'), put('service', made(7, { discreet: true })), put('service', made(8, { region: elsewhere }))])
    await release(counter.as('admin'))
    const ended = async (at: string) => {
      counter.at(at)
      const lead = counter.as('lead')
      return (await lead.paperJobs.booklet.summary(await usualChoices(lead))).ended
    }
    expect(await ended('2026-11-22T10:00')).toBe(1)
    expect(await ended('2026-11-23T10:00')).toBe(2)
    expect(await ended('2026-11-24T10:00')).toBe(3)
  })

  it('take the release before, where the last day of the year before has not come; the first where there was none', () => {
    const releases = [{ number: 1, origin: 'shipped', on: day('2024-06-01') }, { number: 2, origin: 'office', on: day('2025-12-31') }, { number: 3, origin: 'office', on: day('2026-02-28') }]
    expect(usualComparison(releases, 2026, day('2026-11-30'))).toBe(2)
    expect(usualComparison(releases, 2027, day('2026-11-30'))).toBe(2)
    expect(usualComparison(releases, 2027, day('2027-01-01'))).toBe(3)
    expect(usualComparison(releases.slice(2), 2026, day('2026-11-30'))).toBe(3)
    expect(usualComparison([], 2026, day('2026-11-30'))).toBeNull()
  })

  it('is made for this year and the next alone', async () => {
    const { counter } = await office()
    const lead = counter.as('lead')
    for (const year of [2025, 2028])
      await expect(lead.paperJobs.booklet.begin(await usualChoices(lead, { year }))).rejects.toMatchObject({ code: 'YEAR_NOT_OPEN' })
  })
})

describe('the indexes', () => {
  it('by name hold every service once, in the order of the letters', async () => {
    const { book } = await office()
    const whole = await book()
    const index = { parts: whole.parts.filter(({ sheet }) => sheet.groups[0]!.some(block => block.kind === 'heading' && block.text === '이름으로 찾기')) }
    const rows = blocksOf(index, 'page-list').flatMap(list => list.rows)
    expect(rows.map(({ anchors }) => anchors[0]).toSorted()).toEqual(blocksOf(whole, 'entry').map(({ anchor }) => anchor).toSorted())
    const letters = blocksOf(index, 'heading').filter(({ level }) => level === 2).map(({ text }) => text)
    expect(letters).toEqual([...new Set(letters)])
    expect(letters.slice(0, 4)).toEqual(['0–9', 'ㄱ', 'ㄴ', 'ㄷ'])
  })

  it('put a doubled consonant under the plain one, a bracket aside, Latin after Hangul, and leave Hanja without letters', () => {
    const under = (names: readonly string[], code: string) => nameIndex(names.map(name => ({ name })), code).map(({ letter, entries }) => [letter, entries.map(({ name }) => name)])
    expect(under(['나눔', '까치', 'Apple', '(가)정', '119', '가게', 'b형'], 'ko')).toEqual([['0–9', ['119']], ['ㄱ', ['(가)정', '가게', '까치']], ['ㄴ', ['나눔']], ['A', ['Apple']], ['B', ['b형']]])
    expect(under(['Đường', 'Ăn', 'Anh'], 'vi')).toEqual([['A', ['Anh', 'Ăn']], ['Đ', ['Đường']]])
    expect(under(['住房', '爱心'], 'zh')).toEqual([['', ['爱心', '住房']]])
  })

  it('by need hold a service under each of its needs', async () => {
    const { book } = await office({ catalogue: onlyWith(made(1, { themes: ['housing', 'energy'] })) })
    const whole = await book(only(['stage-senior', 'need-index']))
    expect(blocksOf({ parts: [whole.parts.at(-1)!] }, 'heading').map(({ text }) => text)).toEqual(['필요로 찾기', '집', '전기·가스·통신'])
    expect(blocksOf({ parts: [whole.parts.at(-1)!] }, 'page-list').flatMap(({ rows }) => rows.map(({ anchors }) => anchors[0]))).toEqual(['service:made-up-1', 'service:made-up-1'])
  })
})

describe('agencies and official records', () => {
  it('show how to reach an agency that is in use, and nothing of who works there or what the office notes', async () => {
    const { counter, book } = await office()
    const agency = { fields: ['welfare', 'care'] as const, sector: 'private' as const, area: '', fax: '02-000-9999', capacity: null, directions: '장승배기역 3번 출구에서 5분' }
    const planner = counter.as('planner')
    await planner.referrals.addAgency({ agency: { ...agency, fields: [...agency.fields], name: '표본복지관', contact: '표본담당자', phone: '02-000-1234', address: '표본로 1', note: '표본메모' } })
    const gone = await planner.referrals.addAgency({ agency: { ...agency, fields: [...agency.fields], name: '닫은복지관', contact: '', phone: null, address: '', note: '' } })
    const { id, active, families, version, ...details } = gone
    expect([active, families]).toEqual([true, 0])
    await planner.referrals.changeAgency({ agencyId: id, seenVersion: version, agency: details, active: false })
    const whole = await book()
    expect(blocksOf(whole, 'table').map(({ rows }) => rows)).toEqual([[['표본복지관', '복지, 돌봄', '표본로 1 · 장승배기역 3번 출구에서 5분', '02-000-1234']]])
    for (const secret of ['표본담당자', '표본메모', '02-000-9999', '닫은복지관', '표본창구', '표본팀장'])
      expect(JSON.stringify(whole), secret).not.toContain(secret)
  })

  it('name no shelter, whatever it was entered as, and of an office that protects the phone alone', async () => {
    const { counter, book } = await office()
    const planner = counter.as('planner')
    const agency = { sector: 'private' as const, area: '', contact: '', fax: null, capacity: null, note: '', phone: '02-000-1234', address: '비밀로 7', directions: '비밀역 2번 출구에서 3분' }
    for (const hidden of [
      { name: '비밀쉼터', fields: ['safety', 'housing'] as const },
      { name: '비밀의집', fields: ['safety', 'housing'] as const, sector: 'public' as const },
      { name: '비밀모임', fields: ['welfare', 'safety'] as const },
      { name: '비밀청소년쉼터', fields: ['care'] as const, sector: 'public' as const },
      { name: '비밀가정폭력상담소', fields: ['legal'] as const },
      { name: '비밀안전과', fields: ['safety'] as const, sector: 'public' as const, phone: null },
    ])
      await planner.referrals.addAgency({ agency: { ...agency, ...hidden, fields: [...hidden.fields] } })
    await planner.referrals.addAgency({ agency: { ...agency, name: '표본구청 안전과', fields: ['welfare', 'safety'], sector: 'public' } })
    await planner.referrals.addAgency({ agency: { ...agency, name: '표본주거센터', fields: ['housing'], address: '표본로 1', directions: '' } })
    const whole = await book()
    expect(blocksOf(whole, 'table').map(({ rows }) => rows)).toEqual([[['표본구청 안전과', '복지, 안전', '', '02-000-1234'], ['표본주거센터', '주거', '표본로 1', '02-000-1234']]])
    expect(JSON.stringify(whole)).not.toContain('비밀')
  })

  it('of the sample leave its shelter out', async () => {
    const { counter, book } = await office()
    await addSampleAgencies(counter.as('planner'))
    const whole = await book()
    const names = blocksOf(whole, 'table').flatMap(({ rows }) => rows.map(([name]) => name))
    expect(names).toContain('표본종합사회복지관')
    expect(names).toHaveLength(11)
    expect(JSON.stringify(whole).includes('표본쉼터')).toBe(false)
  })

  it('of the district come as a last chapter only when chosen, without what is for firms, for others or in person only', async () => {
    const of = { publisher: 'bokjiro-local' as const, province: '서울특별시', district: '동작구' }
    const records = [aRecord(1, of), aRecord(2, { ...of, district: '마포구' }), aRecord(3, { ...of, forPersons: false }), aRecord(4, { ...of, name: '가정폭력 피해자 지원' }), aRecord(5, { ...of, until: day('2026-11-22') })]
    const { book, summary } = await office({ catalogue: { ...onlyWith(made(1)), records: new Map(records.map(record => [record.id as string, record])) } })
    expect((await summary()).records).toBe(1)
    expect(blocksOf(await book(), 'entry')).toHaveLength(1)
    const { sections } = await usualChoices((await office()).counter.as('lead'))
    const whole = await book({ sections: sections.map(({ section }) => ({ section, on: true })) })
    expect(blocksOf({ parts: [whole.parts.at(-1)!] }, 'entry').map(({ name }) => name)).toEqual(['표본 기록 1'])
    expect(blocksOf(whole, 'page-list').flatMap(({ rows }) => rows.map(({ text }) => text))).toContain('표본 기록 1')
  })
})

describe('the languages', () => {
  it.each([['en', 'Welfare guide 2026'], ['zh', undefined], ['vi', undefined]] as const)('%s says the whole booklet in it', async (language, title) => {
    const { book } = await office()
    const whole = await book({ language })
    expect(whole.parts.every(({ sheet }) => sheet.language === language)).toBe(true)
    if (title)
      expect(whole.title).toBe(title)
    const names = blocksOf(whole, 'entry').map(({ name }) => name)
    expect(names.filter(name => /\p{Script=Hangul}/u.test(name.replaceAll(/[(（][^()（）]*[)）]/g, '')))).toEqual([])
  })

  it('that nobody has is refused', async () => {
    const { counter } = await office()
    const lead = counter.as('lead')
    await expect(lead.paperJobs.booklet.summary(await usualChoices(lead, { language: 'xx' }))).rejects.toMatchObject({ code: 'LANGUAGE_NOT_FOUND' })
  })
})

describe('the drawn booklet', () => {
  it('has every service of five hundred, read back from one file', async () => {
    const many = Array.from({ length: 500 }, (_, number) => made(number, { stages: [like.stages[number % like.stages.length] ?? 'senior'], targets: [] }))
    const counter = await openCounter({ catalogue: onlyWith(...many) })
    const lead = counter.as('lead')
    const job = await finished(lead, await lead.paperJobs.booklet.begin(await usualChoices(lead, only(['stage-senior', 'name-index']))))
    expect(job).toMatchObject({ state: 'done', leftOut: 0 })
    expect(job.done).toBe(job.all)
    const { base64, pages, fileName } = await takenWhole(lead, job)
    expect([pages, fileName]).toEqual([job.pages, '복지안내책자-2026.pdf'])
    const text = await textOfPdf(base64)
    const boxes = text.slice(0, text.indexOf('이름으로찾기가나다'))
    const lacking = many.filter(({ name }) => !boxes.includes(name.ko.replaceAll(' ', '')))
    expect(lacking.map(({ id }) => id)).toEqual([])
    expect(text.split('기준·').length - 1).toBeGreaterThanOrEqual(500)
    expect(text.split('자세히보기:').length - 1).toBe(like.url ? 500 : 0)
  }, 240_000)
})
