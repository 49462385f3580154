/** A table with thin rules; columns of numbers stand at the right. */
import type { Content, TableCell } from 'pdfmake/interfaces'
import type { Block } from '#core/guide/sheet'
import type { Pen } from './draw-block.ts'
import type { Sizes } from './paper.ts'
import { words } from './draw-words.ts'
import { ink } from './paper.ts'

type TableBlock = Extract<Block, { kind: 'table' }>

export const drawTable = (block: TableBlock, { sizes, width }: Pen): Content =>
  tableOf(block, { sizes, width, headed: true, below: sizes.gap * 1.4 })

/** Rows that go on from a table above, without its head. */
export const drawTableRows = (block: TableBlock, { sizes, width }: Pen): Content =>
  ({ ...tableOf(block, { sizes, width, headed: false, below: sizes.gap * 1.4 }) as object, margin: [0, -sizes.gap * 1.4, 0, sizes.gap * 1.4] } as Content)

interface Drawn { readonly sizes: Sizes, readonly width: number, readonly headed: boolean, readonly below: number }

function tableOf({ head, rows, numeric, widths }: TableBlock, { sizes, width, headed, below }: Drawn): Content {
  const columns = Math.max(head.length, ...rows.map(row => row.length))
  const shares = Array.from({ length: columns }, (_, column) => widths?.[column] ?? 1)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const cell = (text: string, column: number, bold: boolean): TableCell => ({
    ...words(text),
    fontSize: bold ? sizes.meta : sizes.table,
    bold,
    color: bold ? ink.meta : ink.text,
    alignment: numeric.includes(column) ? 'right' : 'left',
  })
  const line = (row: readonly string[], bold: boolean): TableCell[] =>
    Array.from({ length: columns }, (_, column) => cell(row[column] ?? '', column, bold))
  return {
    table: {
      headerRows: headed ? 1 : 0,
      keepWithHeaderRows: headed ? 1 : 0,
      dontBreakRows: true,
      widths: shares.map(share => (width - columns * PADDING) * share / whole),
      body: [...(headed ? [line(head, true)] : []), ...rows.map(row => line(row, false))],
    },
    layout: {
      hLineWidth: row => row === 0 ? 0 : headed && row === 1 ? 0.9 : 0.4,
      vLineWidth: () => 0,
      hLineColor: row => headed && row === 1 ? ink.heading : ink.rule,
      paddingLeft: () => 0,
      paddingRight: () => PADDING,
      paddingTop: () => sizes.gap * 0.5,
      paddingBottom: () => sizes.gap * 0.3,
    },
    margin: [0, 0, 0, below],
  }
}

const PADDING = 8
