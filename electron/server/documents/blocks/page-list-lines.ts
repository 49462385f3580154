/** A line of contents or index: words, dots, the number of the page. Broken here, so that dots begin where the words end. */
import type { CanvasElement, Content } from 'pdfmake/interfaces'
import type { Block } from '#core/guide/sheet'
import type { Pen } from './draw-block.ts'
import { measureWords } from '../letters/measure-words.ts'
import { tagged } from '../pages/structure.ts'
import { ink, LEADING } from '../paper.ts'
import { words } from './draw-words.ts'

type PageList = Extract<Block, { kind: 'page-list' }>
type Row = PageList['rows'][number]

/** A line with the height that it takes, points; `heads` stays with the line below it. */
export interface ListLine { readonly height: number, readonly heads: boolean, readonly content: Content }

/** Holds the place of a page's number until the whole book is laid out; `page-numbers.ts` puts the number in. */
export const PAGE_NUMBER = '000'
/** Begins the id of a line that has such places; after it `[number of the line, ...anchors]`. */
export const PAGES_OF = 'pages-of:'
/** Under several needs the same service has several lines; an id stands once. */
let linesMade = 0

export function headingLine({ text, anchor }: Extract<Block, { kind: 'heading' }>, { sizes }: Pen): ListLine {
  const margin: [number, number, number, number] = [0, sizes.gap * 1.2, 0, sizes.gap * 0.4]
  return {
    height: sizes.subheading * LEADING + margin[1] + margin[3],
    heads: true,
    content: { ...words(text), fontSize: sizes.subheading, bold: true, color: ink.heading, margin, ...(anchor ? { id: anchor } : {}) },
  }
}

export const linesOf = ({ rows }: PageList, pen: Pen): ListLine[] => rows.map(row => lineOf(row, pen))

function lineOf({ text, level, anchors }: Row, { sizes, width, numbered }: Pen): ListLine {
  const bold = level === 1
  const fontSize = bold ? sizes.body : sizes.table
  const indent = bold ? 0 : sizes.gap
  const wide = (words: string): number => measureWords(words, bold, fontSize).width
  const numberWidth = numbered ? wide(anchors.map(() => PAGE_NUMBER).join(', ')) + 1 : 0
  const lines = brokenAt(text, width - indent - numberWidth - fontSize, wide)
  const last = lines.at(-1) ?? ''
  const link = numbered ? { linkToDestination: anchors[0] } : {}
  const room = width - indent - wide(last) - numberWidth - fontSize
  // A typeface with taller letters sets its line lower; the number stands on the same one.
  const lower = Math.max(0, measureWords(last, bold, fontSize).ascent - measureWords(PAGE_NUMBER, bold, fontSize).ascent)
  const below = bold ? sizes.gap * 0.5 : sizes.gap * 0.2
  const numberedLine = {
    columns: [
      { ...words(last), ...link, noWrap: true, width: wide(last) + 0.5 },
      { canvas: room > fontSize ? dotsOf(room, fontSize) : [], width: room },
      { text: anchors.flatMap((anchor, place) => [...place > 0 ? [{ text: ', ' }] : [], { text: PAGE_NUMBER, linkToDestination: anchor }]), id: `${PAGES_OF}${JSON.stringify([linesMade++, ...anchors])}`, alignment: 'right', noWrap: true, width: numberWidth, margin: [0, lower, 0, 0] },
    ],
    columnGap: fontSize / 2 - 0.25,
    margin: [indent, 0, 0, 0],
  }
  return {
    height: fontSize * 1.2 * LEADING * lines.length + below,
    heads: false,
    content: tagged('P', {
      stack: [
        ...lines.slice(0, -1).map(line => ({ ...words(line), ...link, noWrap: true, margin: [indent, 0, 0, 0] })),
        numbered ? numberedLine : { ...words(last), noWrap: true, margin: [indent, 0, 0, 0] },
      ],
      fontSize,
      bold,
      lineHeight: LEADING,
      unbreakable: true,
      margin: [0, 0, 0, below],
    } as Content),
  }
}

/** Round dots, counted from the number so that those of all lines stand below each other. */
const dotsOf = (room: number, fontSize: number): CanvasElement[] =>
  [{ type: 'line', x1: room, y1: fontSize * 0.94, x2: 0, y2: fontSize * 0.94, lineWidth: 0.8, lineCap: 'round', lineColor: ink.unlikely, dash: { length: 0.01, space: 3.2 } }]

/** Word after word; a word that is wider than the line is broken where the line ends. */
function brokenAt(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '')
      lines.push(line)
    line = word
    while (measure(line) > width && Array.from(line).length > 1) {
      const letters = Array.from(line)
      let fit = letters.length - 1
      while (fit > 1 && measure(letters.slice(0, fit).join('')) > width)
        fit--
      lines.push(letters.slice(0, fit).join(''))
      line = letters.slice(fit).join('')
    }
  }
  return [...lines, line]
}
