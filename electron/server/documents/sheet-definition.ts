/** Turns a sheet into pdfmake's terms: A4, header with the center, footer with the sentence and "n / m". */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Block, Sheet } from '#core/guide/sheet'
import type { Pen } from './draw-block.ts'
import { columnWidth, drawBlock } from './draw-block.ts'
import { drawTableRows } from './draw-table.ts'
import { words } from './draw-words.ts'
import { isShort } from './is-short.ts'
import { ink, LEADING, page, sizesOf } from './paper.ts'
import { emblem } from './vectors.ts'

/**
 * @param sheet what stands on it
 * @param pagesKnown is told how many pages there are once the layout is done
 */
export function sheetDefinition(sheet: Sheet, pagesKnown: (pages: number) => void): TDocumentDefinitions {
  const sizes = sizesOf[sheet.edition]
  const pen: Pen = { sizes, words: sheet.words, width: columnWidth }
  const foot = page.margin + sizes.footer * 2
  return {
    pageSize: 'A4',
    pageMargins: [page.margin, page.margin + 14, page.margin, foot],
    language: sheet.language === 'ko' ? 'ko-KR' : 'en',
    displayTitle: true,
    info: { title: sheet.title, creator: 'Maji' },
    defaultStyle: { font: 'Pretendard', fontSize: sizes.body, color: ink.text, lineHeight: LEADING },
    header: () => ({
      columns: [
        { canvas: emblem(11), width: 13 },
        { ...words(sheet.center), fontSize: Math.max(9, sizes.footer), bold: true, color: ink.heading, width: '*', margin: [0, -1, 0, 0] },
      ],
      columnGap: 5,
      margin: [page.margin, page.margin - 20, page.margin, 0],
    }),
    footer: (current, pages) => {
      pagesKnown(pages)
      return footerOf(sheet.footer, `${current} / ${pages}`, sizes.footer)
    },
    content: sheet.groups.flatMap(group => drawGroup(group, pen)),
  }
}

function footerOf(sentence: string, number: string, fontSize: number): Content {
  return {
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: columnWidth, y2: 0, lineWidth: 0.4, lineColor: ink.rule }], margin: [0, 0, 0, 4] },
      {
        columns: [
          { ...words(sentence), width: '*' },
          { text: number, width: fontSize * 5, alignment: 'right', bold: true },
        ],
        fontSize,
        color: ink.meta,
        lineHeight: 1.2,
      },
    ],
    margin: [page.margin, 6, page.margin, 0],
  }
}

/**
 * A group stays on one page where it surely fits. A long one keeps its headings with what follows them, and a
 * table its first rows with the heading above; its other rows follow where there is room.
 */
function drawGroup(group: readonly Block[], pen: Pen): Content[] {
  const together = (blocks: readonly Block[]): Content => ({ stack: blocks.map(block => drawBlock(block, pen)), unbreakable: true })
  const table = group.findIndex(block => block.kind === 'table' && block.rows.length > FIRST_ROWS + 1)
  const long = group[table]
  if (long?.kind !== 'table' && isShort(group, pen))
    return [together(group)]
  const first = group.findIndex(({ kind }) => kind !== 'heading' && kind !== 'title')
  const until = long?.kind === 'table' ? table : first
  const head = group.slice(0, until)
  const next = group[until]
  if (!next || !isShort([...head, next.kind === 'table' ? { ...next, rows: next.rows.slice(0, FIRST_ROWS) } : next], pen)) {
    // A heading never stands alone at the foot of a page: at least what is above the table stays with it.
    return isShort(head, pen) ? [together(head), ...group.slice(until).map(block => drawBlock(block, pen))] : group.map(block => drawBlock(block, pen))
  }
  const after = group.slice(until + 1).map(block => drawBlock(block, pen))
  if (next.kind !== 'table')
    return [together([...head, next]), ...after]
  const { rows } = next
  return [together([...head, { ...next, rows: rows.slice(0, FIRST_ROWS) }]), drawTableRows({ ...next, rows: rows.slice(FIRST_ROWS) }, pen), ...after]
}

/** Rows of a long table that stay with its heading. */
const FIRST_ROWS = 2
