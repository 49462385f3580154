/** A table with thin rules; columns of numbers stand at the right. */
import type { Content, TableCell } from 'pdfmake/interfaces'
import type { Block } from '#core/guide/sheet'
import type { Pen } from './draw-block.ts'
import { tagged } from '../pages/structure.ts'
import { ink } from '../paper.ts'
import { PADDING, rowHeights, widthsOf } from './column-widths.ts'
import { words } from './draw-words.ts'
import { surelyFits } from './is-short.ts'

type TableBlock = Extract<Block, { kind: 'table' }>

/**
 * The head stands again on every page that the table goes on to. A row stays whole unless it is so tall that it might not
 * fit on a page: kept together it would be lost.
 *
 * @param headed number of the group whose heading stays with the first rows; see `lonelyHeadings`
 */
export function drawTable(block: TableBlock, pen: Pen, headed?: number): Content {
  const { head, rows, numeric } = block
  const { sizes, format } = pen
  const columnWidths = widthsOf(block, pen)
  const columns = columnWidths.length
  const heights = rowHeights(block, pen).slice(1)
  // Taller, and a row might not fit on a page below the head.
  const fits = (height: number): boolean => surelyFits(height / 0.9, pen)
  const whole = heights.every(fits)
  const cell = (text: string, column: number, bold: boolean): TableCell => ({
    ...words(text),
    fontSize: bold ? sizes.meta : sizes.table,
    bold,
    color: bold ? ink.meta : ink.text,
    alignment: numeric.includes(column) ? 'right' : 'left',
    // Figures of one width, so that units stand below units.
    ...(numeric.includes(column) && !bold ? { fontFeatures: ['tnum'] } : {}),
  })
  const line = (row: readonly string[], bold: boolean): TableCell[] =>
    Array.from({ length: columns }, (_, column) => cell(row[column] ?? '', column, bold))
  const lines = rows.map(row => line(row, false))
  if (headed !== undefined)
    lines[0] = lines[0]?.map((each, column) => ({ ...each as object, id: `${firstRowOf(headed)}${column}` }) as TableCell) ?? []
  return tagged('Table', {
    table: {
      headerRows: 1,
      keepWithHeaderRows: whole ? stayingRows(heights, fits) : 0,
      dontBreakRows: whole,
      widths: columnWidths,
      body: [line(head, true), ...lines],
    },
    layout: {
      hLineWidth: row => row === 0 ? 0 : row === 1 ? format.strong : 0.4,
      vLineWidth: () => 0,
      hLineColor: row => row === 1 ? ink.heading : ink.rule,
      paddingLeft: () => 0,
      paddingRight: () => PADDING,
      paddingTop: () => sizes.gap * 0.5,
      paddingBottom: () => sizes.gap * 0.3,
    },
    margin: [0, 0, 0, sizes.gap * 1.4],
  })
}

/** What the ids of the cells of a group's first row begin with. */
export const firstRowOf = (group: number): string => `${rowOf}${group}-`
export const rowOf = 'row-of-'

/** Two where both surely fit below the head. */
const stayingRows = ([first = 0, second]: readonly number[], fits: (height: number) => boolean): number =>
  second !== undefined && fits(first + second) ? 2 : 1
