/** A table with thin rules; columns of numbers stand at the right. */
import type { Block } from '#core/guide/sheet'
import type { Content, TableCell } from 'pdfmake/interfaces'
import type { Pen } from './draw-block.ts'
import { words } from './draw-words.ts'
import { ink } from './paper.ts'

export function drawTable({ head, rows, numeric, widths }: Extract<Block, { kind: 'table' }>, { sizes, width }: Pen): Content {
  const columns = Math.max(head.length, ...rows.map(row => row.length))
  const shares = Array.from({ length: columns }, (_, column) => widths?.[column] ?? 1)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const cell = (text: string, column: number, bold: boolean): TableCell => ({
    ...words(text),
    fontSize: bold ? sizes.meta : sizes.body * 0.93,
    bold,
    color: bold ? ink.meta : ink.text,
    alignment: numeric.includes(column) ? 'right' : 'left',
  })
  const line = (row: readonly string[], bold: boolean): TableCell[] =>
    Array.from({ length: columns }, (_, column) => cell(row[column] ?? '', column, bold))
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: shares.map(share => (width - columns * PADDING) * share / whole),
      body: [line(head, true), ...rows.map(row => line(row, false))],
    },
    layout: {
      hLineWidth: row => row === 0 ? 0 : row === 1 ? 0.9 : 0.4,
      vLineWidth: () => 0,
      hLineColor: row => row === 1 ? ink.heading : ink.rule,
      paddingLeft: () => 0,
      paddingRight: () => PADDING,
      paddingTop: () => sizes.gap * 0.6,
      paddingBottom: () => sizes.gap * 0.5,
    },
    margin: [0, 0, 0, sizes.gap * 1.4],
  }
}

const PADDING = 8
