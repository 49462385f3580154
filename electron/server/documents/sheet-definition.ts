/** Turns a sheet into pdfmake's terms: A4, header with the center, footer with the sentence and "n / m". */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Block, Sheet } from '#core/guide/sheet'
import type { Pen } from './draw-block.ts'
import { columnWidth, drawBlock } from './draw-block.ts'
import { drawTable, firstRowOf } from './draw-table.ts'
import { words } from './draw-words.ts'
import { isShort } from './is-short.ts'
import { ink, LEADING, page, sizesOf } from './paper.ts'
import { emblem } from './vectors.ts'

export interface Told {
  /** Groups that begin a page, from 1. */
  readonly onNewPage: ReadonlySet<number>
  /** Is told of a group whose heading stands at the foot of a page without its table. */
  readonly lonely: (group: number) => void
  /** Is told how many pages there are once the layout is done. */
  readonly pages: (pages: number) => void
}

export function sheetDefinition(sheet: Sheet, told: Told): TDocumentDefinitions {
  const sizes = sizesOf[sheet.edition]
  const pen: Pen = { sizes, words: sheet.words, width: columnWidth }
  const foot = page.margin + sizes.footer * 2
  return {
    pageSize: 'A4',
    pageMargins: [page.margin, page.margin + 14, page.margin, foot],
    language: sheet.language === 'ko' ? 'ko-KR' : sheet.language,
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
      told.pages(pages)
      return footerOf(sheet.footer, `${current} / ${pages}`, sizes.footer)
    },
    content: sheet.groups.flatMap((group, place) => {
      const drawn = drawGroup(group, pen, place + 1)
      return told.onNewPage.has(place + 1) ? [{ stack: [drawn[0]!], pageBreak: 'before' as const }, ...drawn.slice(1)] : drawn
    }),
    pageBreakBefore: lonelyHeadings(told.lonely),
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
 * A group stays on one page where it surely fits and holds no long table. A longer one keeps its headings with what
 * follows them; what follows that goes on where there is room.
 */
function drawGroup(group: readonly Block[], pen: Pen, number: number): Content[] {
  const together = (blocks: readonly Block[]): Content => ({ stack: blocks.map(block => drawBlock(block, pen)), unbreakable: true })
  const table = group.findIndex(block => block.kind === 'table' && block.rows.length > LONG_TABLE)
  if (table < 0 && isShort(group, pen))
    return [together(group)]
  const first = group.findIndex(({ kind }) => kind !== 'heading' && kind !== 'title')
  // Above a long table everything stays with its first rows, above anything else the headings with it.
  const until = table >= 0 && isShort(group.slice(0, table), pen) ? table : first
  const [head, next, after] = [group.slice(0, until), group[until], group.slice(until + 1)]
  const rest = after.map(block => drawBlock(block, pen))
  if (next?.kind === 'table')
    return head.length === 0 ? [drawTable(next, pen), ...rest] : [{ stack: [together(head), anchor(number)], unbreakable: true }, drawTable(next, pen, number), ...rest]
  // The height of a picture is known, and leaves room for its heading.
  const fits = next && (next.kind === 'drawing' ? isShort(head, pen) : isShort([...head, next], pen))
  return fits ? [together([...head, next]), ...rest] : group.map(block => drawBlock(block, pen))
}

/** A table of more rows may go over to the next page. */
const LONG_TABLE = 3

/** A place to find at the end of a heading: of texts with an id alone does pdfmake know for sure on which page they came to stand. */
const anchor = (group: number): Content => ({ text: ' ', fontSize: 1, lineHeight: 0.1, id: `${headed}${group}` })
const headed = 'headed-'

/** Tells of headings whose table begins on the next page. It never breaks the page itself, for pdfmake would then move its pictures a second time. */
function lonelyHeadings(tell: (group: number) => void): TDocumentDefinitions['pageBreakBefore'] {
  return ({ id, pageNumbers: [page] }, { getNodesOnNextPage }) => {
    const group = id?.startsWith(headed) ? Number(id.slice(headed.length)) : null
    if (group !== null && getNodesOnNextPage().some(({ id: other, pageNumbers }) => other?.startsWith(firstRowOf(group)) && pageNumbers[0] !== page))
      tell(group)
    return false
  }
}
