import type { Sheet } from '#core/guide/sheet'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, it } from 'vitest'
import { familyGuide } from '#core/guide/family/family-guide'
import { composePdf } from '#server/documents/compose-pdf'
import { drawSheet, stopDrawing } from '#server/documents/draw-sheet'
import { partsOf } from '#server/documents/letters/keep-words'
import { familyOf, stringsOf, texts, until, verdict } from '../../support/made-up-family.ts'

afterAll(stopDrawing)

interface Read { readonly pages: number, readonly lines: readonly string[], readonly title: unknown, readonly language: unknown, readonly outline: readonly string[], readonly fonts: readonly string[] }

/** What pdf.js reads back: the pieces of text in the order they were drawn. */
async function read(pdf: Uint8Array): Promise<Read> {
  const document = await getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 }).promise
  const lines: string[] = []
  const fonts = new Set<string>()
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items, styles } = await page.getTextContent()
    Object.keys(styles).forEach(font => fonts.add(font))
    items.forEach(item => 'str' in item && lines.push(item.str))
  }
  const { info } = await document.getMetadata()
  const details = info as Record<string, unknown>
  const outline = (await document.getOutline() ?? []).map(({ title }) => title)
  return { pages: document.numPages, lines, title: details.Title, language: details.Language, outline, fonts: [...fonts] }
}

const squeezed = (text: string): string => text.normalize('NFC').replace(/\s/g, '')
const guide = (edition: 'standard' | 'large', language: 'ko' | 'en' = 'ko'): Sheet => familyGuide(familyOf([
  verdict('one', 'a', { deadline: until('2027-01-08', 47), amount: { ko: '월 100,000원에서 2,000,000원까지 (2026년 기준)', en: '100,000 won a month' } }),
  ...Array.from({ length: 24 }, (_, index) => verdict(`service-${index}`, ['a', 'b', 'c', null][index % 4] ?? null, { findings: [{ outcome: 'met', sentence: { ko: '소득인정액이 기준 중위소득의 48퍼센트 이하이고 주민등록이 함께 되어 있으며 기초생활수급자·차상위계층·한부모가족에 해당하는 가구의 조건에 맞아요.', en: 'The household fits the condition.' } }] })),
]), texts, language, edition)

describe('the drawn sheet read back', () => {
  it.each([['standard', 'ko'], ['large', 'ko'], ['standard', 'en'], ['large', 'en']] as const)('has every word of the sheet, in order (%s, %s)', async (edition, language) => {
    const sheet = guide(edition, language)
    const { lines } = await read((await composePdf(sheet)).pdf)
    const text = squeezed(lines.join(''))
    const footer = new RegExp(`${squeezed(sheet.footer).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\d+/\\d+`, 'g')
    const body = text.replaceAll(squeezed(sheet.center), '').replace(footer, '')
    // Beside a QR code stands its address in short.
    for (const string of stringsOf(sheet.groups))
      expect(body).toContain(squeezed(string).replace(/^https:\/\//, ''))
  })

  it.each(['standard', 'large'] as const)('breaks no Korean word at the end of a line (%s)', async (edition) => {
    const sheet = guide(edition)
    const { lines } = await read((await composePdf(sheet)).pdf)
    const whole = new Set([...stringsOf(sheet), ...['·', '받을 수 있어 보여요']].flatMap(text => text.split(/\s+/)).flatMap(word => [word, ...partsOf(word), ...partsOf(word).map((_, at, parts) => parts.slice(at).join('')), ...partsOf(word).map((_, at, parts) => parts.slice(0, at + 1).join(''))]))
    const words = lines.flatMap(line => line.split(/\s+/)).filter(word => /\p{Script=Hangul}/u.test(word))
    expect(words.length).toBeGreaterThan(300)
    expect(words.filter(word => !whole.has(word))).toEqual([])
  })

  it('shows no word joiner to whoever searches or copies', async () => {
    const { lines } = await read((await composePdf(guide('standard'))).pdf)
    expect(lines.join('')).not.toMatch(/\u2060/)
    expect(lines.join('\n')).toContain('신청하기')
  })

  it('draws a name in Hanja', async () => {
    const family = familyOf([verdict('one', 'a')])
    const [first, ...others] = family.members
    const sheet = familyGuide({ ...family, members: [{ ...first!, name: '김서준(金瑞俊)' }, ...others] }, texts, 'ko', 'standard')
    const { lines, fonts } = await read((await composePdf(sheet)).pdf)
    const plain = await read((await composePdf(familyGuide(family, texts, 'ko', 'standard'))).pdf)
    expect(squeezed(lines.join(''))).toContain('김서준(金瑞俊)')
    expect(fonts.length).toBeGreaterThan(plain.fonts.length)
  })

  it('bears title, language and bookmarks, and counts its pages as it numbers them', async () => {
    const sheet = guide('standard')
    const { pdf, pages } = await composePdf(sheet)
    const found = await read(pdf)
    expect(found).toMatchObject({ pages, title: '우리 가족 복지 안내서', language: 'ko-KR' })
    expect(found.outline).toContain('지금 할 일')
    expect(found.lines).toContain(`1 / ${pages}`)
    expect(found.lines).toContain(`${pages} / ${pages}`)
  })
})

describe('a family on paper', () => {
  it('takes few pages, and more in large print', async () => {
    const standard = await composePdf(guide('standard'))
    const large = await composePdf(guide('large'))
    expect(standard.pages).toBeGreaterThanOrEqual(4)
    expect(standard.pages).toBeLessThanOrEqual(8)
    expect(large.pages).toBeGreaterThan(standard.pages)
  })
})

describe('the drawing thread', () => {
  it('draws what the calling thread would draw', async () => {
    const sheet = guide('standard')
    const [there, here] = [await drawSheet(sheet), await composePdf(sheet)]
    expect(there.pages).toBe(here.pages)
    expect((await read(there.pdf)).lines).toEqual((await read(here.pdf)).lines)
  })

  it('serves several counters at once, each its own sheet', async () => {
    const drawn = await Promise.all([drawSheet(guide('standard')), drawSheet(guide('large')), drawSheet(guide('standard', 'en'))])
    expect(new Set(drawn.map(({ pages }) => pages)).size).toBeGreaterThan(1)
    expect(await read(drawn[2]!.pdf)).toMatchObject({ title: 'Welfare guide for our family' })
  })

  it('refuses what cannot be drawn without quoting it, and goes on', async () => {
    const broken = { ...guide('standard'), groups: [[{ kind: 'secret-of-kim' }]] } as unknown as Sheet
    await expect(drawSheet(broken)).rejects.toThrow(/could not be drawn/)
    await expect(drawSheet(broken)).rejects.not.toThrow(/secret-of-kim/)
    expect((await drawSheet(guide('standard'))).pages).toBeGreaterThan(0)
  })

  it('starts anew after it was stopped', async () => {
    await stopDrawing()
    expect((await drawSheet(guide('standard'))).pages).toBeGreaterThan(0)
  })
})

it('keeps a heading on the page of the picture below it, wherever on the page it comes, also before a long table', async () => {
  const frame = guide('standard', 'en')
  const lane = (at: number) => ({ ...(at % 3 === 0 ? { who: `Member ${at}` } : {}), label: `A service with a rather long name, number ${at}`, bars: [{ from: 0.1, to: 0.8, mark: 'likely' as const }] })
  const ahead: Sheet['groups'][number] = [
    { kind: 'heading', text: 'Ten years on', level: 1 },
    { kind: 'paragraph', text: 'As known today.', tone: 'meta' },
    { kind: 'timeline', caption: 'Picture below', years: [{ at: 0.1, label: '2027' }], lanes: Array.from({ length: 10 }, (_, at) => lane(at)), legend: [{ mark: 'likely', text: 'likely' }] },
    { kind: 'table', head: ['When', 'What', 'Why'], rows: Array.from({ length: 10 }, (_, at) => [`from 2030-01-0${at}`, `A service with a rather long name, number ${at}, for the head of the household`, 'turns sixty-five, and has lived here for more than a year without a break, as the rule of the district wants it for everybody who asks for it, from the first day on']), numeric: [] },
  ]
  for (const lines of [20, 24, 28, 30, 32, 34]) {
    const filler = Array.from({ length: lines }, (_, at) => [{ kind: 'paragraph' as const, text: `Line ${at}.`, tone: 'plain' as const }])
    const { pdf } = await composePdf({ ...frame, groups: [...filler, ahead] })
    const document = await getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 }).promise
    const pages = await Promise.all(Array.from({ length: document.numPages }, async (_, at) => (await (await document.getPage(at + 1)).getTextContent()).items.map(item => 'str' in item ? item.str : '').join(' ')))
    const [heading, picture] = ['Ten years on', 'Picture below'].map(text => pages.findIndex(page => squeezed(page).includes(squeezed(text))))
    expect(heading).toBeGreaterThanOrEqual(0)
    expect(picture, `${lines} lines before it`).toBe(heading)
  }
})

describe('a table on paper', () => {
  const frame = guide('standard', 'en')
  type Groups = Sheet['groups']
  const line = (text: string): Groups[number] => [{ kind: 'paragraph', text, tone: 'plain' }]
  const table = (rows: string[][], head = ['Area', 'Words']): Groups[number] => [{ kind: 'heading', text: 'What was said', level: 1 }, { kind: 'table', head, rows, numeric: [] }]
  /** The pieces of each page. */
  async function pagesOf(groups: Groups, edition: 'standard' | 'large' = 'standard'): Promise<string[][]> {
    const { pdf } = await composePdf({ ...frame, edition, groups })
    const document = await getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, verbosity: 0 }).promise
    return Promise.all(Array.from({ length: document.numPages }, async (_, at) => (await (await document.getPage(at + 1)).getTextContent()).items.flatMap(item => 'str' in item && item.str.trim() !== '' ? [item.str] : [])))
  }

  it('has its head again on every page that it goes on to', async () => {
    const pages = await pagesOf([table(Array.from({ length: 90 }, (_, at) => [`Area ${at}`, 'a few words']))])
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages)
      expect(page).toContain('Words')
    expect(pages.flat().filter(text => text === 'What was said')).toHaveLength(1)
  })

  it.each(['standard', 'large'] as const)('never lets its heading stand alone, wherever on the page it comes (%s)', async (edition) => {
    for (const lines of [8, 10, 12, 14, 24, 26, 28, 29, 30, 31, 32, 33]) {
      const pages = await pagesOf([...Array.from({ length: lines }, (_, at) => line(`Line ${at}.`)), table(Array.from({ length: 9 }, (_, at) => [`Area${at}`, 'words '.repeat(40).trim()]))], edition)
      const [heading, first] = ['What was said', 'Area0'].map(text => pages.findIndex(page => page.join(' ').includes(text)))
      expect(first, `${lines} lines`).toBe(heading)
    }
  })

  it.each([1, 2, 9])('loses no word of a row that is taller than a page, in a table of %i', async (rows) => {
    const tall = Array.from({ length: 900 }, (_, at) => `word${at}`)
    const said = (await pagesOf([table([['Tall', tall.join(' ')], ...Array.from({ length: rows - 1 }, (_, at) => [`Area${at}`, 'few'])])], 'large')).flat().join(' ').split(/\s+/)
    expect(tall.filter(word => !said.includes(word))).toEqual([])
    expect(said).toContain('Tall')
  })

  it('gives a narrow column the room of its longest word', async () => {
    const pages = await pagesOf([table([['Planned', '2026-12-01', 'Stopped', 'Guadalupe', 'words '.repeat(30)]], ['Progress', 'Day', 'Progress', 'Name', 'Note'])], 'large')
    for (const word of ['Planned', '2026-12-01', 'Progress', 'Stopped', 'Guadalupe'])
      expect(pages.flat().join(' '), word).toMatch(new RegExp(`(?<!\\S)${word}(?!\\S)`))
  })
})
