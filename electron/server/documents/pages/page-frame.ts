/** What stands around the content of a page: the line with the emblem, the small print with the number; and a cover. */
import type { Column, Content } from 'pdfmake/interfaces'
import type { Emblem, Sheet } from '#core/guide/sheet'
import type { Pen } from '../blocks/draw-block.ts'
import type { Sizes } from '../paper.ts'
import { drawBlock } from '../blocks/draw-block.ts'
import { words } from '../blocks/draw-words.ts'
import { emblem } from '../blocks/vectors.ts'
import { ink } from '../paper.ts'

export const numberWidth = ({ footer }: Sizes): number => footer * 5
/** From the content down to the small print, and from line to line of it. */
export const FOOT_ABOVE = 13
export const FOOT_LEADING = 1.2

/** One text for all pages: pdfkit knows a picture again by it. */
const addresses = new WeakMap<Emblem, string>()
function addressOf(emblem: Emblem): string {
  const address = addresses.get(emblem) ?? `data:${emblem.type};base64,${emblem.base64}`
  addresses.set(emblem, address)
  return address
}

/** The office's own emblem, or the doorway, before the name of the center. */
export function headerOf({ emblem: own, center }: Pick<Sheet, 'emblem' | 'center'>, { sizes, format }: Pen): Content {
  const line = { ...words(center), fontSize: Math.max(9, sizes.footer), bold: true, color: ink.heading }
  const margin: [number, number, number, number] = [format.margin, format.headAt, format.margin, 0]
  return own
    ? { columns: [{ stack: [{ image: addressOf(own), fit: [64, 17], margin: [0, -3, 0, 0] }], width: 'auto' }, { ...line, width: '*', margin: [0, 0, 0, 0] }], columnGap: 7, margin }
    : { columns: [{ canvas: emblem(11), width: 13 }, { ...line, width: '*', margin: [0, -1, 0, 0] }], columnGap: 5, margin }
}

export function footerOf(sentence: string, number: { readonly text: string, readonly left: boolean }, { sizes, format, width }: Pen): Content {
  const line = { ...words(sentence), width: '*' } as Column
  const folio: Column = { text: number.text, width: numberWidth(sizes), alignment: number.left ? 'left' : 'right', bold: true }
  return {
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.4, lineColor: ink.rule }], margin: [0, 0, 0, 4] },
      {
        columns: number.left ? [folio, { ...line as object, alignment: 'right' } as Column] : [line, folio],
        fontSize: sizes.footer,
        color: ink.meta,
        lineHeight: FOOT_LEADING,
      },
    ],
    margin: [format.margin, 6, format.margin, 0],
  }
}

/** The emblem large, the title below it, and at the foot of the page the last group: of whom it is and of which day. */
export function drawCover(sheet: Pick<Sheet, 'emblem' | 'groups'>, pen: Pen): Content[] {
  const { sizes, format } = pen
  const large: Pen = { ...pen, sizes: { ...sizes, title: sizes.title * 1.5, meta: sizes.subheading, gap: sizes.gap * 1.5 } }
  const own = sheet.emblem
  const sign: Content = own
    ? { image: addressOf(own), fit: [format.width * 0.3, format.height * 0.09], margin: [0, format.height * 0.12, 0, 26] }
    : { canvas: emblem(46), margin: [0, format.height * 0.12, 0, 22] }
  const groups = sheet.groups.length > 1 ? sheet.groups.slice(0, -1) : sheet.groups
  const last = sheet.groups.length > 1 ? sheet.groups.at(-1) ?? [] : []
  const line: Content = { canvas: [{ type: 'line', x1: 0, y1: 0, x2: pen.width, y2: 0, lineWidth: format.strong, lineColor: ink.heading }], margin: [0, 0, 0, sizes.gap * 2] }
  return [
    sign,
    ...groups.flat().map(block => drawBlock(block, large)),
    ...(last.length > 0 ? [{ stack: [line, ...last.map(block => drawBlock(block, pen))], absolutePosition: { x: format.margin, y: format.height * 0.78 } } as Content] : []),
  ]
}
