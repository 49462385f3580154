import type { Edition, Sheet } from '#core/guide/sheet'
import type { PageRead, Placed } from '../../support/places-on-pages.ts'
import { describe, expect, it } from 'vitest'
import { HouseholdFacts } from '#core/eligibility/household-facts'
import { lookUp } from '#core/eligibility/look-up'
import { eligibilityTexts } from '#core/eligibility/texts-of-host'
import { familyGuide } from '#core/guide/family/family-guide'
import { translated, translatedCatalogue, translatedTexts } from '#core/guide/languages/translation'
import { Edition as Editions } from '#core/guide/sheet'
import { PlainDate } from '#core/kernel/dates'
import { LanguageCode } from '#core/kernel/text'
import { guideDataOf } from '#server/commands/guide'
import { composePdf } from '#server/documents/compose-pdf'
import { formatOf, sizesOf, TIGHTEST } from '#server/documents/paper'
import { plainSheet } from '../../support/made-up-book.ts'
import { realCatalogue, realNotes, realTexts, realTranslations } from '../../support/open-counter.ts'
import { filledShapes, readPages, textOf } from '../../support/places-on-pages.ts'

const on = PlainDate.parse('2026-11-22')
const unbroken = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochab'
const names = ['김서준(金瑞俊)', 'Nguyễn Thị Hoàng Bảo-Châu Nguyễn-Phúc Công Tằng Tôn Nữ Thị Ngọc Ánh', unbroken, '刘伟', '독고영재', '선우용녀', '남궁민수', '제갈공명', '황보관']
const members = [
  { id: 'one', relation: 'head', birth: '1985-03-04', sex: 'female', livingTogether: true, facts: { employment: 'employed' } },
  { id: 'two', relation: 'spouse', birth: '1984-03-04', sex: 'male', livingTogether: true },
  { id: 'three', relation: 'parent', birth: '1950-05-06', sex: 'female', livingTogether: true },
  { id: 'four', relation: 'parent', birth: '1947-05-06', sex: 'male', livingTogether: true },
  ...['2026-11-10', '2024-01-01', '2020-02-29', '2014-06-01', '2010-07-01'].map((birth, at) => ({ id: `child-${at}`, relation: 'child', birth, sex: 'male', livingTogether: true })),
]

/** A guide with the real catalogue, as the command line makes it, for people with difficult names. */
async function guideOf(size: 1 | 9, code: string, edition: Edition): Promise<Sheet> {
  const translation = realTranslations.get(LanguageCode.parse(code))
  const shipped = await realCatalogue()
  const texts = translation ? translatedTexts(realTexts, translation) : realTexts
  const catalogue = translation ? translatedCatalogue(shipped, translation) : shipped
  const notes = translation ? translated(await realNotes(), translation) : await realNotes()
  const family = HouseholdFacts.parse({ event: { kind: 'birth', on: '2026-11-10' }, residence: { province: '서울특별시', district: '동작구' }, members: members.slice(0, size) })
  const words = eligibilityTexts(texts)
  const data = guideDataOf(family, lookUp(family, catalogue, on, words), catalogue, notes, words)
  const named = { ...data, members: data.members.map((member, at) => ({ ...member, name: names[at]! })) }
  return { ...familyGuide(named, texts, code === 'ko' ? 'ko' : 'en', edition), language: LanguageCode.parse(code) }
}

/** Points that letters may stand out, as a bracket does. */
const TOLERANCE = 1.5

function outside(page: PageRead, sheet: Sheet): Placed[] {
  const { width, height, margin, edge, headAt } = formatOf(sheet)
  expect([page.width, page.height].map(Math.round)).toEqual([width, height].map(Math.round))
  return page.words.filter(({ x, y, width: own, size }) => x < margin - TOLERANCE || x + own > width - margin + TOLERANCE || y - size < headAt - 4 || y > height - edge + TOLERANCE)
}

const squeezed = (text: string): string => text.normalize('NFC').replace(/[\s\u2060]/g, '')

/** Lines of the content, without the line at the head and the small print. */
function linesOf(page: PageRead, sheet: Sheet): { readonly text: string, readonly size: number }[] {
  const { height, top, bottom } = formatOf(sheet)
  const content = page.words.filter(({ y, size }) => y > top && y - size < height - bottom)
  const lines = Map.groupBy(content, ({ y }) => Math.round(y))
  return [...lines].toSorted(([one], [other]) => one - other).map(([, words]) => ({
    text: squeezed(words.toSorted((one, other) => one.x - other.x).map(({ text }) => text).join('')),
    size: Math.max(...words.map(({ size }) => size)),
  }))
}

const headingsOf = ({ groups }: Sheet): string[] =>
  groups.flat().flatMap(block => block.kind === 'heading' || block.kind === 'title' ? [squeezed(block.text)] : [])

describe.each(Editions.options)('a guide in the edition "%s"', { timeout: 60_000 }, (edition) => {
  describe.each(['ko', 'en', 'zh', 'vi'])('in %s', (code) => {
    it.each([1, 9] as const)('stands within its margins, with no heading last on a page and every name whole, for a household of %i', async (size) => {
      const sheet = await guideOf(size, code, edition)
      const { pages, language } = await readPages((await composePdf(sheet)).pdf)
      const headings = headingsOf(sheet)
      const { subheading } = sizesOf(sheet, TIGHTEST)
      expect(headings.length).toBeGreaterThan(1)
      for (const [at, page] of pages.entries()) {
        expect(outside(page, sheet).map(({ text }) => text), `page ${at + 1}`).toEqual([])
        const last = linesOf(page, sheet).at(-1)
        const stray = last && last.size >= subheading && headings.some(heading => heading.endsWith(last.text)) ? last.text : ''
        expect(stray, `foot of page ${at + 1}`).toBe('')
      }
      const text = squeezed(pages.map(textOf).join(''))
      if (edition !== 'one-page') {
        for (const name of names.slice(0, size))
          expect(text, name).toContain(squeezed(name))
      }
      expect(language).toBe(code === 'ko' ? 'ko-KR' : code)
      if (edition === 'one-page')
        expect(pages).toHaveLength(1)
    })
  })
})

describe.each(Editions.options)('a long table in the edition "%s"', (edition) => {
  const paper = edition === 'portable-a5' ? 'a5' as const : 'a4' as const
  const sheet = plainSheet([[
    { kind: 'heading', text: '달마다', level: 1 },
    { kind: 'table', head: ['언제', '무엇', '얼마'], rows: Array.from({ length: 120 }, (_, at) => [`${at}월`, `항목 ${at}`, at % 2 ? '1,111,111' : '8,888,888']), numeric: [2] },
  ]], { edition, paper })

  it('has its head on every page, and its figures below each other', async () => {
    const { pages } = await readPages((await composePdf(sheet)).pdf)
    expect(pages.length).toBeGreaterThan(edition === 'one-page' ? 1 : 2)
    for (const page of pages)
      expect(page.words.map(({ text }) => text)).toContain('얼마')
    const figures = pages.flatMap(({ words }) => words.filter(({ text }) => /^[\d,]{9}$/.test(text)))
    expect(figures).toHaveLength(120)
    expect(new Set(figures.map(({ x, width }) => Math.round(x + width))).size).toBe(1)
    expect(new Set(figures.map(({ width }) => Math.round(width * 10))).size).toBe(1)
  })
})

describe('the paper of an edition', () => {
  it('is A4 with 20 mm, A5 with 8 mm for the portable printer, and never smaller than 9 points in a booklet', () => {
    expect(formatOf({ edition: 'standard', paper: 'a4' })).toMatchObject({ width: 595.28, height: 841.89, fills: true })
    expect(formatOf({ edition: 'standard', paper: 'a4' }).margin).toBeCloseTo(56.7, 1)
    for (const paper of ['a4', 'a5'] as const)
      expect(formatOf({ edition: 'portable', paper })).toMatchObject({ fills: false, margin: 8 * 72 / 25.4 })
    expect(sizesOf({ edition: 'large', paper: 'a4' }).body).toBe(18)
    expect(sizesOf({ edition: 'standard', paper: 'a5' })).toMatchObject({ body: 9.5, table: 9 })
  })

  it('holds more with smaller type on the page to take along, to a border that can still be read', () => {
    const bodies = [0, 1, 2, 3, 4, 9].map(tight => sizesOf({ edition: 'one-page', paper: 'a4' }, tight).body)
    expect(bodies).toEqual(bodies.toSorted((one, other) => other - one))
    expect(bodies[0]).toBe(11)
    expect(bodies.at(-1)).toBeGreaterThan(8)
  })

  it('takes Han letters of one design: Chinese ones in a Chinese paper and for a name that only they have', async () => {
    const faces = async (language: string, text: string) => {
      const { pdf } = await composePdf(plainSheet([[{ kind: 'paragraph', text, tone: 'plain' }]], { language: LanguageCode.parse(language), center: '-', footer: '-' }))
      return [...new Set(new TextDecoder('latin1').decode(pdf).match(/NotoSans(?:KR|SC)/g) ?? [])]
    }
    expect(await faces('zh', '请到居民中心办理。')).toEqual(['NotoSansSC'])
    expect(await faces('ko', '김서준(金瑞俊) 님')).toEqual(['NotoSansKR'])
    expect(await faces('ko', '刘伟 님')).toEqual(['NotoSansSC'])
    expect(await faces('ko', '나라 님')).toEqual([])
  })
})

describe('a portable printer', () => {
  const bars = { kind: 'timeline' as const, caption: '2026-11-22부터', years: [{ at: 0.1, label: '2027' }], lanes: [{ label: '보기', bars: [{ from: 0.1, to: 0.6, mark: 'likely' as const }, { from: 0.6, to: 0.9, mark: 'ask-first' as const }] }], legend: [{ mark: 'likely' as const, text: '받을 수 있어 보여요' }] }
  const filled = async (edition: Edition): Promise<number> => {
    const { pdf } = await composePdf(plainSheet([[{ kind: 'action', number: 1, what: '신청', place: '주민센터' }], [bars]], { edition }))
    return filledShapes(pdf)
  }

  it('is given no shape filled with ink', async () => {
    expect(await filled('standard')).toBeGreaterThan(0)
    expect(await filled('portable')).toBe(0)
  })
})
