/** What drawing keeps between sheets (words, breaks, codes, typefaces) is never seen in another sheet. */
import type { Block, Sheet } from '#core/guide/sheet'
import { Buffer } from 'node:buffer'
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composePdf } from '#server/documents/compose-pdf'
import { BoundedMap } from '#server/documents/letters/bounded-map'
import { subsetOf } from '#server/documents/letters/font-subset'
import { keptFont } from '#server/documents/letters/kept-fonts'
import { shapedWord } from '#server/documents/letters/shaped-words'
import { textOfPdf } from '../../support/text-of-pdf.ts'

const marks = { 'likely': '', 'ask-first': '', 'unlikely': '', 'to-check': '', 'deadline': '' }
const sheetOf = (texts: readonly string[], language = 'ko'): Sheet => ({
  title: 'Sheet',
  language,
  edition: 'standard',
  paper: 'a4',
  center: '',
  footer: '',
  words: { marks, action: { deadline: '', place: '', bring: '', phone: '' } },
  groups: texts.map((text): Block[] => [{ kind: 'paragraph', text, tone: 'plain' }]),
})
const read = async (sheet: Sheet): Promise<string> => textOfPdf(Buffer.from((await composePdf(sheet)).pdf).toString('base64'))

/** What the glyphs of a sheet's typefaces stand for, as its file says. */
const lettersOf = async (sheet: Sheet): Promise<string> =>
  streamsOf((await composePdf(sheet)).pdf).map(bytes => bytes.toString('latin1')).filter(text => text.includes('beginbfrange')).join('').toLowerCase()
const codeOf = (letter: string): string => `<${letter.codePointAt(0)!.toString(16).padStart(4, '0')}>`
const squeezed = (texts: readonly string[]): string => texts.join('').normalize('NFC').replace(/[\s\u2060]/g, '')

const syllable = fc.integer({ min: 0xAC00, max: 0xD7A3 }).map(code => String.fromCodePoint(code))
const word = fc.oneof(
  fc.array(syllable, { minLength: 1, maxLength: 6 }).map(letters => letters.join('')),
  fc.string({ unit: fc.constantFrom(...'abcxyzAVTWofi0123456789.,-()éệ'), minLength: 1, maxLength: 9 }),
  fc.constantFrom('金瑞俊', '李', 'Nguyễn', '02-820-1234', '·', 'AVATAR', 'office'),
)
const texts = fc.array(fc.array(word, { minLength: 1, maxLength: 8 }).map(words => words.join(' ')), { minLength: 1, maxLength: 6 })

describe('two sheets drawn one after the other', () => {
  it('each hold their own words and nothing of the other', async () => {
    await fc.assert(fc.asyncProperty(texts, texts, async (one, other) => {
      expect(await read(sheetOf(one))).toContain(squeezed(one))
      const found = await read(sheetOf(other))
      expect(found).toBe(`${squeezed(other)}1/1`)
      // Drawn again, when everything is kept already, it is the same.
      expect(await read(sheetOf(other))).toBe(found)
    }), { numRuns: 40 })
  })

  it('hold no glyph of the other in their typefaces', async () => {
    const [secret, plain] = ['뷁쀍뚫', '가나다']
    expect(await lettersOf(sheetOf([secret]))).toContain(codeOf(secret[0]!))
    const letters = await lettersOf(sheetOf([plain]))
    for (const letter of plain)
      expect(letters).toContain(codeOf(letter))
    for (const letter of secret)
      expect(letters).not.toContain(codeOf(letter))
  })

  it('tell letters that look the same apart, whichever came first', async () => {
    // A micro sign and a Greek letter, a hyphen and one that does not break.
    for (const [first, second] of [['\u00B5', '\u03BC'], ['\u2010', '\u2011'], ['\u03BC', '\u00B5']] as const) {
      const [one, other] = [await lettersOf(sheetOf([`R ${first}`])), await lettersOf(sheetOf([`R ${second}`]))]
      expect(one).toContain(codeOf(first))
      expect(other).toContain(codeOf(second))
      expect(other).not.toContain(codeOf(first))
    }
  })
})

describe('what is kept', () => {
  it('is never more than twice the limit, and what is asked for stays', () => {
    fc.assert(fc.property(fc.array(fc.nat(60), { maxLength: 400 }), (keys) => {
      const map = new BoundedMap<number, string>(10)
      for (const key of keys) {
        map.set(0, 'asked for')
        map.set(key, `value of ${key}`)
        expect(map.get(key)).toBe(`value of ${key}`)
        expect(map.size).toBeLessThanOrEqual(20)
      }
    }))
    const map = new BoundedMap<number, number>(10)
    map.set(1, 1)
    for (let key = 2; key < 200; key++) {
      map.set(key, key)
      expect(map.get(1)).toBe(1)
    }
    expect(map.get(2)).toBeUndefined()
  })

  it('is what the typeface itself says of a word', () => {
    const font = keptFont('pretendard-regular')
    fc.assert(fc.property(word, (text) => {
      const shaped = shapedWord(font, text)
      const { glyphs, advanceWidth } = font.layout(text)
      expect(shaped.glyphs).toEqual(glyphs.map(({ id }) => id))
      expect(shaped.width).toBeCloseTo(advanceWidth * 1000 / font.unitsPerEm, 4)
      expect(shapedWord(font, text)).toBe(shaped)
    }))
  })
})

it('cuts the outline, width and parts of every letter out of the typeface as they are', () => {
  const font = keptFont('pretendard-bold') as unknown as Parameters<typeof subsetOf>[0] & FullFont
  const subset = subsetOf(font)
  // Letters with accents are composed of others.
  const letters = ['가', '힣', 'A', 'é', 'Å', 'ệ', '1', '·', ' ']
  const places = letters.map(letter => subset.includeGlyph(font.glyphForCodePoint(letter.codePointAt(0)!).id))
  expect(new Set(places).size).toBe(letters.length)
  const cut = font.constructor as new (stream: unknown) => FullFont
  const opened = reopen(cut, subset.encode(), font)
  letters.forEach((letter, at) => {
    const [there, here] = [font.glyphForCodePoint(letter.codePointAt(0)!), opened.getGlyph(places[at]!)]
    expect(here.path.toSVG(), letter).toBe(there.path.toSVG())
    expect(here.advanceWidth, letter).toBe(there.advanceWidth)
  })
})

interface FullGlyph { readonly id: number, readonly advanceWidth: number, readonly path: { readonly toSVG: () => string } }
interface FullFont { readonly glyphForCodePoint: (codePoint: number) => FullGlyph, readonly getGlyph: (glyph: number) => FullGlyph }

/** fontkit reads the cut file with the class it read the whole one with; its own stream comes from there as well. */
const reopen = (Font: new (stream: unknown) => FullFont, bytes: Uint8Array, whole: unknown): FullFont =>
  new Font(new ((whole as { stream: object }).stream.constructor as new (bytes: Uint8Array) => object)(bytes))

function streamsOf(pdf: Uint8Array): Buffer[] {
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  return [...text.matchAll(/\/Length (\d+)\D(?:(?!endobj)[\s\S])*?stream\n/g)].flatMap((found) => {
    const start = found.index + found[0].length
    try {
      return [inflateSync(bytes.subarray(start, start + Number(found[1])))]
    }
    catch {
      return []
    }
  })
}
