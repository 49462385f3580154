/** Draws one block of a sheet in pdfmake's terms. */
import type { Content } from 'pdfmake/interfaces'
import type { Block, SheetWords } from '#core/guide/sheet'
import type { Format, Sizes } from '../paper.ts'
import { drawPageList } from '../book/page-lists.ts'
import { tagged } from '../pages/structure.ts'
import { ink } from '../paper.ts'
import { drawApprovals } from './draw-approvals.ts'
import { drawDrawing } from './draw-drawing.ts'
import { drawEntry } from './draw-entry.ts'
import { drawAction, drawService } from './draw-service.ts'
import { drawTable } from './draw-table.ts'
import { drawTimeline } from './draw-timeline.ts'
import { beside, labelled, marked, words } from './draw-words.ts'
import { QR_SIDE, qrCode, signatureBox, signatureStrokes, tickBox } from './vectors.ts'

export interface Pen {
  readonly sizes: Sizes
  readonly words: SheetWords
  readonly format: Format
  /** Width of the column that is drawn in, points. */
  readonly width: number
  /** In a book, whose lists say on which page something stands. */
  readonly numbered?: boolean
}

type Draw<Kind extends Block['kind']> = (block: Extract<Block, { kind: Kind }>, pen: Pen) => Content

/** A kind of block without a drawing does not compile. */
const draws: { readonly [Kind in Block['kind']]: Draw<Kind> } = {
  'title': ({ text, sub }, { sizes }) => ({
    stack: [
      tagged('H1', { ...words(text), fontSize: sizes.title, bold: true, color: ink.heading, outline: true, outlineText: text, lineHeight: 1.15 }),
      ...(sub ? [{ ...words(sub), fontSize: sizes.meta, color: ink.meta, margin: [0, 3, 0, 0] as [number, number, number, number] }] : []),
    ],
    margin: [0, 0, 0, sizes.gap * 2],
  }),

  'heading': ({ text, level, mark, anchor }, { sizes, width, format }) => {
    const large = level === 1
    const line = { ...words(text), fontSize: large ? sizes.heading : sizes.subheading, bold: true, color: ink.heading, lineHeight: 1.2, ...(large ? { outline: true, outlineText: text } : {}), ...(anchor ? { id: anchor } : {}) }
    return {
      stack: [
        tagged(large ? 'H2' : 'H3', mark ? marked(line, mark, large ? sizes.heading : sizes.subheading) : line),
        ...(large ? [{ canvas: [{ type: 'line' as const, x1: 0, y1: 2, x2: width, y2: 2, lineWidth: format.strong, lineColor: ink.heading }] }] : []),
      ],
      margin: [0, large ? sizes.gap * 2.4 : sizes.gap * 1.6, 0, large ? sizes.gap * 1.4 : sizes.gap * 0.5],
    }
  },

  'paragraph': ({ text, tone, mark }, { sizes, width, format }) => {
    const meta = tone === 'meta'
    const size = meta ? sizes.meta : sizes.body
    const line = { ...words(text), fontSize: size, bold: tone === 'strong', color: meta ? ink.meta : ink.text }
    const spoken = { table: { widths: [width - 12], body: [[line]] }, layout: speech(format) }
    const drawn: Content = tone === 'speech' ? spoken : mark ? marked(line, mark, size) : line
    return tagged('P', { stack: [drawn], margin: [0, 0, 0, sizes.gap] })
  },

  'list': ({ items, boxes }, { sizes }) => tagged('L', {
    stack: items.map(item => beside(
      boxes
        ? { canvas: tickBox(sizes.body * 0.78), width: sizes.body * 1.5, margin: [0, sizes.body * 0.2, 0, 0] }
        : { text: '·', width: sizes.body, bold: true, alignment: 'center' },
      words(item),
      boxes ? sizes.gap * 0.7 : sizes.gap * 0.3,
    )),
    margin: [0, 0, 0, sizes.gap],
  }),

  'action': drawAction,
  'service': drawService,
  'table': (block, pen) => drawTable(block, pen),
  'timeline': drawTimeline,
  'drawing': drawDrawing,

  'qr': ({ url, caption }, { sizes }) => ({
    columns: [
      tagged('Figure', { canvas: qrCode(url), width: QR_SIDE }, `${caption} ${url}`),
      { stack: [{ ...words(caption), bold: true }, { text: url, fontSize: sizes.meta, color: ink.meta, margin: [0, 2, 0, 0] }], width: '*', margin: [0, QR_SIDE / 4, 0, 0] },
    ],
    columnGap: 12,
    margin: [0, sizes.gap, 0, sizes.gap],
  }),

  'fields': ({ rows }, { sizes }) => ({
    stack: rows.map(([label, value]) => labelled(label, words(value), sizes, sizes.label * 1.35)),
    margin: [0, 0, 0, sizes.gap],
  }),

  'signature': ({ label, name, strokes }, { sizes, width }) => ({
    columns: [
      { stack: [{ ...words(label), fontSize: sizes.meta, color: ink.meta }, { ...words(name), bold: true, fontSize: sizes.subheading }], width: width - signatureBox.width - 12, margin: [0, sizes.gap, 0, 0] },
      tagged('Figure', { canvas: [{ type: 'rect', x: 0, y: 0, w: signatureBox.width, h: signatureBox.height, lineWidth: 0.6, lineColor: ink.rule }, ...signatureStrokes(strokes ?? [])], width: signatureBox.width }, `${label} ${name}`),
    ],
    columnGap: 12,
    margin: [0, sizes.gap, 0, sizes.gap],
  }),

  'entry': drawEntry,
  'page-list': drawPageList,
  'approvals': drawApprovals,

  'page-break': () => ({ text: '', pageBreak: 'after' }),
}

export const drawBlock = <Kind extends Block['kind']>(block: Extract<Block, { kind: Kind }>, pen: Pen): Content =>
  draws[block.kind as Kind](block, pen)

/** A sentence to read out stands behind a bar at its left. */
const speech = ({ side }: Format) => ({
  hLineWidth: () => 0,
  vLineWidth: (column: number) => column === 0 ? side * 0.75 : 0,
  vLineColor: () => ink.heading,
  paddingLeft: () => 9,
  paddingRight: () => 0,
  paddingTop: () => 1,
  paddingBottom: () => 1,
})
