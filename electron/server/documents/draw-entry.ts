/** A service of the booklet in a compact box: its name with a framed word where it is new, what it is, rows of facts, the QR code. */
import type { Column, Content, TableCell } from 'pdfmake/interfaces'
import type { Block } from '#core/guide/sheet'
import type { Pen } from './draw-block.ts'
import { letterWidths } from './column-widths.ts'
import { labelled, words } from './draw-words.ts'
import { measureWords } from './measure-words.ts'
import { ink, LEADING, roomOf } from './paper.ts'
import { QR_SIDE, qrCode } from './vectors.ts'

type Entry = Extract<Block, { kind: 'entry' }>

const PADDING = 8
const GAP = 12

/** A box is never split, unless it is taller than half a page: then between two of its rows. */
export function drawEntry(entry: Entry, pen: Pen): Content {
  const { sizes, width, format } = pen
  const { top, below } = rowsOf(entry, pen)
  const row = ([label, value]: readonly [string, string]): Content => ({ stack: [labelled(label, words(value), sizes, sizes.label)], fontSize: sizes.table })
  const left: Content[] = [named(entry, pen), { ...words(entry.summary), margin: [0, 1, 0, sizes.gap * 0.6] }, ...top.map(row)]
  const columns: Column[] = entry.qr
    ? [{ stack: left, width: '*' }, { stack: [{ canvas: qrCode(entry.qr.url) }], width: QR_SIDE, margin: [0, 2, 0, 0] }]
    : [{ stack: left, width: '*' }]
  const head: Content = { columns, columnGap: GAP }
  const cells: TableCell[] = isTall(entry, pen) ? [head as TableCell, ...below.map(row) as TableCell[]] : [{ stack: [head, ...below.map(row)] }]
  return {
    table: { widths: [width - 2 * PADDING - format.side], dontBreakRows: true, body: cells.map(cell => [cell]) },
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
    margin: [0, 0, 0, sizes.gap * 1.6],
  }
}

/** The word stands in a frame at the right, so that it is found without colour. */
function named({ name, badge, anchor }: Entry, { sizes }: Pen): Content {
  const line = { ...words(name), id: anchor, bold: true, fontSize: sizes.subheading, color: ink.heading, lineHeight: 1.2 }
  if (!badge)
    return line
  const framed: Content = {
    table: { body: [[{ ...words(badge), bold: true, fontSize: sizes.meta, color: ink.heading, lineHeight: 1, noWrap: true }]] },
    layout: { hLineWidth: () => 0.8, vLineWidth: () => 0.8, hLineColor: () => ink.heading, vLineColor: () => ink.heading, paddingLeft: () => 4, paddingRight: () => 4, paddingTop: () => 1.5, paddingBottom: () => 1.5 },
  }
  return { columns: [{ ...line, width: '*' }, { stack: [framed], width: measureWords(badge, true, sizes.meta).width + 11 }], columnGap: 8 }
}

/** Rows beside the QR code, and those that have the whole width below it. */
function rowsOf({ name, badge, summary, rows, qr }: Entry, pen: Pen): { readonly top: Entry['rows'], readonly below: Entry['rows'], readonly heights: readonly number[], readonly topHeight: number } {
  const { sizes, width } = pen
  const whole = width - 2 * PADDING
  const beside = qr ? whole - QR_SIDE - GAP : whole
  const heightAt = (within: number) => ([, value]: readonly [string, string]): number => linesOf(value, within - sizes.label - 4, sizes.table) + sizes.gap * 0.35
  let topHeight = linesOf(name, beside - (badge ? 60 : 0), sizes.subheading) + linesOf(summary, beside, sizes.body) + sizes.gap
  let count = 0
  const besideQr = qr ? rows.length : 0
  while (count < besideQr && topHeight < QR_SIDE)
    topHeight += heightAt(beside)(rows[count++]!)
  const below = rows.slice(count)
  return { top: rows.slice(0, count), below, heights: below.map(heightAt(whole)), topHeight: Math.max(topHeight, qr ? QR_SIDE : 0) }
}

/** Points, generously. */
export const entryHeight = (entry: Entry, pen: Pen): number => {
  const { heights, topHeight } = rowsOf(entry, pen)
  return heights.reduce((sum, height) => sum + height, topHeight) + 12 + pen.sizes.gap * 1.6
}

export const isTall = (entry: Entry, pen: Pen): boolean => entryHeight(entry, pen) > roomOf(pen.format) / 2

const linesOf = (text: string, within: number, size: number): number =>
  Math.max(1, Math.ceil(letterWidths(text) * size / within)) * size * LEADING * 1.1
