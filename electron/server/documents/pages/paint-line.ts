/** Writes a line of words: one text for as many as look the same. */
import type { Strokes } from '../blocks/strokes.ts'
import type { ShapedWord } from '../letters/shaped-words.ts'
import type { DocumentFont, Inline, Line, PdfDocument } from './pdfmake-parts.ts'
import { colorOf, number, say } from '../blocks/strokes.ts'
import { shapedWord } from '../letters/shaped-words.ts'

/** @returns whether it was written; a line with more to it than words (a bookmark, a link, a number of a page) is pdfmake's */
export function paintLine(line: Line, x: number, y: number, begin: () => Strokes, document: PdfDocument): boolean {
  const { inlines } = line
  if (line.id !== undefined || line._outline || line._pageNodeRef || !inlines.every(isPlain))
    return false
  const words = inlines.map(({ font, text }) => shapedWord(font.font, text))
  if (words.some(({ shifted }) => shifted))
    return false
  const strokes = begin()
  const baseline = y + line.getAscenderHeight()
  for (let from = 0, to: number; from < inlines.length; from = to) {
    const first = inlines[from]!
    for (to = from + 1; to < inlines.length && inlines[to]!.run === first.run && adjoin(inlines[to - 1]!, inlines[to]!);)
      to++
    paintText(words.slice(from, to), first, x + (first.x ?? 0), baseline, strokes, document)
  }
  return true
}

/** A justified line has more room between its words than they take. */
const adjoin = (left: Inline, right: Inline): boolean =>
  Math.abs((left.x ?? 0) + left.width - (right.x ?? 0)) < 0.001

interface Look { readonly characterSpacing: number, readonly decoration: unknown, readonly background: unknown, readonly link: unknown, readonly linkToPage: unknown, readonly linkToDestination: unknown, readonly opacity: number }

function isPlain(inline: Inline): boolean {
  const look = inline as unknown as Look
  return inline.run !== undefined && !look.characterSpacing && !look.decoration && !look.background
    && !look.link && !look.linkToPage && !look.linkToDestination && look.opacity === 1 && colorOf(inline.color) !== undefined && !('_pageNodeRef' in inline)
}

function paintText(words: readonly ShapedWord[], { font, fontSize, color }: Inline, x: number, baseline: number, strokes: Strokes, document: PdfDocument): void {
  const text = words.map(word => encode(word, font)).join('')
  if (text === '')
    return
  document.page.fonts[font.id] ??= font.ref()
  say(strokes, 'fill', `${colorOf(color)} rg`)
  say(strokes, 'font', `/${font.id} ${number(fontSize)} Tf`)
  // pdfkit has turned the page upside down, so letters are turned back.
  strokes.operators.push(`BT 1 0 0 -1 ${number(x)} ${number(baseline)} Tm ${text.includes('>') ? `[<${text}>] TJ` : `<${text}> Tj`} ET`)
}

const HEX = Array.from({ length: 65536 >> 4 }, (_, place) => place.toString(16).padStart(4, '0'))

/** As numbers of the subset's glyphs; kerned ones with the distance between, as `TJ` wants it. */
function encode({ glyphs, letters, widths, kerning }: ShapedWord, { subset, widths: known, unicode }: DocumentFont): string {
  let text = ''
  for (let at = 0; at < glyphs.length; at++) {
    const place = subset.includeGlyph(glyphs[at]!)
    known[place] ??= widths[at]!
    unicode[place] ??= letters[at]!
    text += HEX[place] ?? place.toString(16).padStart(4, '0')
    const further = kerning && number(-kerning[at]!)
    if (further)
      text += `> ${further} <`
  }
  return text
}
