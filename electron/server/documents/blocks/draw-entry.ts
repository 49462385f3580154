/** A service of the booklet in a compact box: its name with a framed word where it is new, what it is, rows of facts, the QR code. */
import type { Column, Content, ContentText, TableCell } from 'pdfmake/interfaces'
import type { Block } from '#core/guide/sheet'
import type { Pen } from './draw-block.ts'
import { measureWords } from '../letters/measure-words.ts'
import { tagged } from '../pages/structure.ts'
import { ink, roomOf } from '../paper.ts'
import { letterWidths } from './column-widths.ts'
import { labelled, words } from './draw-words.ts'
import { QR_SIDE, qrCode } from './vectors.ts'

type Entry = Extract<Block, { kind: 'entry' }>
type Row = Entry['rows'][number]
type Beside = NonNullable<Entry['qr']>

const PADDING = 8
const GAP = 12
/** From line to line: closer than on a sheet for one family, for a booklet has hundreds of these. */
const CLOSE = 1.12

/** A box is never split, unless it is taller than half a page: then between two of its rows. */
export function drawEntry(entry: Entry, pen: Pen): Content {
  const { sizes, width, format } = pen
  const { top, below, heights } = rowsOf(entry, pen)
  const one = ([label, value]: Row): Content => labelled(label, words(value), sizes, sizes.label)
  const line = (rows: readonly Row[]): Content => ({ ...rows.length > 1 ? { columns: rows.map(row => ({ stack: [one(row)], width: '*' })), columnGap: GAP } : { stack: rows.map(one) }, fontSize: sizes.table, lineHeight: CLOSE })
  const left: Content[] = [named(entry, pen), { ...words(entry.summary), lineHeight: CLOSE, margin: [0, 1, 0, sizes.gap * 0.6] }, ...top.map(row => line([row]))]
  const columns: Column[] = entry.qr
    ? [{ stack: left, width: '*' }, { stack: [tagged('Figure', { canvas: qrCode(entry.qr.url) }, `${entry.qr.caption} ${entry.qr.address ?? entry.qr.url}`)], width: QR_SIDE, margin: [0, 2, 0, 0] }]
    : [{ stack: left, width: '*' }]
  const parts: Content[] = [{ columns, columnGap: GAP }, ...below.map(line), ...entry.qr ? [address(entry.qr, pen)] : []]
  const cells: TableCell[] = isTall(entry, pen) ? parts as TableCell[] : [{ stack: parts }]
  return tagged('Sect', {
    table: { widths: [width - 2 * PADDING - format.side], dontBreakRows: heights.every(height => height < roomOf(format) / 2), body: cells.map(cell => [cell]) },
    layout: {
      hLineWidth: (line, { table: { body } }) => line === 0 || line === body.length ? 0.5 : 0,
      vLineWidth: column => column === 0 ? format.side * 0.6 : 0.5,
      hLineColor: () => ink.rule,
      vLineColor: column => column === 0 ? ink.heading : ink.rule,
      paddingLeft: () => PADDING,
      paddingRight: () => PADDING,
      paddingTop: line => line === 0 ? 6 : 0,
      paddingBottom: (line, { table: { body } }) => line === body.length - 1 ? 4 : 0,
    },
    margin: [0, 0, 0, sizes.gap * 1.5],
  })
}

/** What the code leads to, for whoever has no telephone that reads it. */
const address = (qr: Beside, { sizes }: Pen): Content =>
  ({ text: [words(`${qr.caption} `), words(qr.address ?? qr.url)] as ContentText['text'], fontSize: sizes.meta, color: ink.meta, lineHeight: CLOSE, margin: [0, 1, 0, 0] })

/** The word stands in a frame at the right, so that it is found without colour. */
function named({ name, badge, anchor }: Entry, { sizes }: Pen): Content {
  const line = tagged('H3', { ...words(name), id: anchor, bold: true, fontSize: sizes.subheading, color: ink.heading, lineHeight: 1.2 })
  if (!badge)
    return line
  const framed: Content = {
    table: { body: [[{ ...words(badge), bold: true, fontSize: sizes.meta, color: ink.heading, lineHeight: 1, noWrap: true }]] },
    layout: { hLineWidth: () => 0.8, vLineWidth: () => 0.8, hLineColor: () => ink.heading, vLineColor: () => ink.heading, paddingLeft: () => 4, paddingRight: () => 4, paddingTop: () => 1.5, paddingBottom: () => 1.5 },
  }
  return { columns: [{ ...line, width: '*' }, { stack: [framed], width: measureWords(badge, true, sizes.meta).width + 11 }], columnGap: 8 }
}

interface Arranged {
  readonly top: readonly Row[]
  /** Each of one row, or of two short ones side by side. */
  readonly below: readonly (readonly Row[])[]
  readonly heights: readonly number[]
  readonly topHeight: number
}

/** Rows beside the QR code, and those that have the whole width below it. */
function rowsOf({ name, badge, summary, rows, qr }: Entry, pen: Pen): Arranged {
  const { sizes, width } = pen
  const whole = width - 2 * PADDING
  const beside = qr ? whole - QR_SIDE - GAP : whole
  const heightOf = ([, value]: Row, within: number): number => linesOf(value, within - sizes.label - 4, sizes.table) + sizes.gap * 0.35
  let topHeight = linesOf(name, beside - (badge ? 60 : 0), sizes.subheading) + linesOf(summary, beside, sizes.body) + sizes.gap
  let count = 0
  const besideQr = qr ? rows.length : 0
  while (count < besideQr && topHeight < QR_SIDE)
    topHeight += heightOf(rows[count++]!, beside)
  const half = (whole - GAP) / 2 - sizes.label - 4
  const below: Row[][] = []
  for (const row of rows.slice(count)) {
    const last = below.at(-1)
    if (last?.length === 1 && [...last, row].every(([, value]) => letterWidths(value) * sizes.table < half))
      last.push(row)
    else
      below.push([row])
  }
  return { top: rows.slice(0, count), below, heights: below.map(([row]) => heightOf(row!, whole)), topHeight: Math.max(topHeight, qr ? QR_SIDE : 0) }
}

/** Points, generously. */
export const entryHeight = (entry: Entry, pen: Pen): number => {
  const { heights, topHeight } = rowsOf(entry, pen)
  const { qr } = entry
  const below = qr ? linesOf(`${qr.caption} ${qr.address ?? qr.url}`, pen.width - 2 * PADDING, pen.sizes.meta) + 1 : 0
  return heights.reduce((sum, height) => sum + height, topHeight) + below + 12 + pen.sizes.gap * 1.5
}

export const isTall = (entry: Entry, pen: Pen): boolean => entryHeight(entry, pen) > roomOf(pen.format) / 2

const linesOf = (text: string, within: number, size: number): number =>
  Math.max(1, Math.ceil(letterWidths(text) * size / within)) * size * CLOSE * 1.2
