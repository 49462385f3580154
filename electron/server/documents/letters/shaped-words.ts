/**
 * Words as glyphs, kept from document to document: most words of a guide are those of the guide before.
 *
 * What is kept is only how a word looks in a typeface. Which words stand in a document is decided by its sheet alone.
 */
import type { Font } from './kept-fonts.ts'
import { BoundedMap } from './bounded-map.ts'
import { WORD_JOINER } from './keep-words.ts'
import { shaped } from './kept-fonts.ts'

/** Lengths in thousandths of the size of the type. */
export interface ShapedWord {
  readonly glyphs: readonly number[]
  /** The letters that each glyph stands for. */
  readonly letters: readonly (readonly number[])[]
  readonly widths: readonly number[]
  /** By how much the next glyph stands further off than its width says; absent where nothing is kerned. */
  readonly kerning: readonly number[] | undefined
  readonly width: number
  /** Blanks at both ends, which do not count at the ends of a line. */
  readonly leading: number
  readonly trailing: number
  /** A glyph stands above, below or beside its place. */
  readonly shifted: boolean
}

/** Some twenty guides full of words; a word takes about half a kilobyte. */
const WORDS = 8000

const kept = new Map<Font, BoundedMap<string, ShapedWord>>()

export function shapedWord(font: Font, text: string): ShapedWord {
  let words = kept.get(font)
  if (!words)
    kept.set(font, words = new BoundedMap(WORDS))
  let word = words.get(text)
  if (!word)
    words.set(text, word = shape(font, text))
  return word
}

function shape(font: Font, text: string): ShapedWord {
  const plain = text.replaceAll(WORD_JOINER, '').replaceAll('\n', '')
  const codePoints = Array.from(plain, letter => letter.codePointAt(0) ?? 0)
  const scale = 1000 / font.unitsPerEm
  const blank = (blanks: string | undefined): number => blanks ? Array.from(blanks).reduce((width, letter) => width + font.glyphForCodePoint(letter.codePointAt(0) ?? 0).advanceWidth * scale, 0) : 0
  const ends = { leading: blank(/^\s+/.exec(plain)?.[0]), trailing: blank(/\s+$/.exec(plain)?.[0]) }
  if (!shaped.test(plain)) {
    const found = codePoints.map(codePoint => font.glyphForCodePoint(codePoint))
    const widths = found.map(({ advanceWidth }) => advanceWidth * scale)
    return { glyphs: found.map(({ id }) => id), letters: codePoints.map(codePoint => [codePoint]), widths, kerning: undefined, width: sum(widths), ...ends, shifted: false }
  }
  const { glyphs, positions } = font.layout(plain)
  const widths = glyphs.map(({ advanceWidth }) => advanceWidth * scale)
  const advances = positions.map(({ xAdvance }) => (xAdvance ?? 0) * scale)
  const kerning = advances.map((advance, place) => advance - (widths[place] ?? 0))
  return {
    glyphs: glyphs.map(({ id }) => id),
    // fontkit keeps with a glyph the letters that it first stood for, in whatever document that was.
    letters: glyphs.length === codePoints.length ? codePoints.map(codePoint => [codePoint]) : glyphs.map(({ codePoints: letters }) => letters),
    widths,
    kerning: kerning.some(each => Math.abs(each) > 1e-6) ? kerning : undefined,
    width: sum(advances),
    ...ends,
    shifted: positions.some(({ xOffset, yOffset }) => xOffset || yOffset),
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
