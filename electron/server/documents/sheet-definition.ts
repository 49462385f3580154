/** Turns a sheet into pdfmake's terms: the paper of its edition, header with the center, footer with the sentence and "n / m". */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Block, Sheet } from '#core/guide/sheet'
import type { Pen } from './draw-block.ts'
import type { Sizes } from './paper.ts'
import { letterWidths } from './column-widths.ts'
import { drawBlock } from './draw-block.ts'
import { drawTable, firstRowOf } from './draw-table.ts'
import { words } from './draw-words.ts'
import { inLanguage } from './font-runs.ts'
import { isShort } from './is-short.ts'
import { columnWidth, formatOf, ink, LEADING, sizesOf } from './paper.ts'
import { emblem } from './vectors.ts'

export interface Told {
  /** Groups that begin a page, from 1. */
  readonly onNewPage: ReadonlySet<number>
  /** Is told of a group whose heading stands at the foot of a page without its table. */
  readonly lonely: (group: number) => void
  /** Is told how many pages there are once the layout is done. */
  readonly pages: (pages: number) => void
  /** How often a page to take along was found too long already, see `sizesOf`. */
  readonly tight?: number
}

export function sheetDefinition(sheet: Sheet, told: Told): TDocumentDefinitions {
  const pen = penOf(sheet, told.tight)
  const { sizes, format } = pen
  return {
    pageSize: { width: format.width, height: format.height },
    pageMargins: [format.margin, format.top, format.margin, format.bottom],
    language: sheet.language === 'ko' ? 'ko-KR' : sheet.language,
    displayTitle: true,
    info: { title: sheet.title, creator: 'Maji' },
    defaultStyle: { font: 'Pretendard', fontSize: sizes.body, color: ink.text, lineHeight: LEADING },
    header: () => inLanguage(sheet.language, () => headerOf(sheet, pen)),
    footer: (current, pages) => {
      told.pages(pages)
      return inLanguage(sheet.language, () => footerOf(sheet.footer, `${current} / ${pages}`, pen))
    },
    content: inLanguage(sheet.language, () => sheet.groups.flatMap((group, place) => {
      const drawn = drawGroup(group, pen, place + 1)
      return told.onNewPage.has(place + 1) ? [{ stack: [drawn[0]!], pageBreak: 'before' as const }, ...drawn.slice(1)] : drawn
    })),
    pageBreakBefore: lonelyHeadings(told.lonely),
  }
}

/** What the blocks of a sheet are drawn with; room is left for every line of its small print. */
export function penOf(sheet: Sheet, tight = 0): Pen {
  const sizes = sizesOf(sheet, tight)
  const format = formatOf(sheet)
  const lines = Math.ceil(letterWidths(sheet.footer) * sizes.footer / (columnWidth(format) - numberWidth(sizes)))
  const bottom = Math.max(format.bottom, format.edge + FOOT_ABOVE + lines * sizes.footer * FOOT_LEADING)
  return { sizes, words: sheet.words, format: { ...format, bottom }, width: columnWidth(format) }
}

const numberWidth = ({ footer }: Sizes): number => footer * 5
/** From the content down to the small print, and from line to line of it. */
const FOOT_ABOVE = 13
const FOOT_LEADING = 1.2

/** The office's own emblem, or the doorway, before the name of the center. */
function headerOf({ emblem: own, center }: Pick<Sheet, 'emblem' | 'center'>, { sizes, format }: Pen): Content {
  const line = { ...words(center), fontSize: Math.max(9, sizes.footer), bold: true, color: ink.heading }
  const margin: [number, number, number, number] = [format.margin, format.headAt, format.margin, 0]
  return own
    ? { columns: [{ stack: [{ image: `data:${own.type};base64,${own.base64}`, fit: [64, 17], margin: [0, -3, 0, 0] }], width: 'auto' }, { ...line, width: '*', margin: [0, 0, 0, 0] }], columnGap: 7, margin }
    : { columns: [{ canvas: emblem(11), width: 13 }, { ...line, width: '*', margin: [0, -1, 0, 0] }], columnGap: 5, margin }
}

function footerOf(sentence: string, number: string, { sizes, format, width }: Pen): Content {
  return {
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.4, lineColor: ink.rule }], margin: [0, 0, 0, 4] },
      {
        columns: [
          { ...words(sentence), width: '*' },
          { text: number, width: numberWidth(sizes), alignment: 'right', bold: true },
        ],
        fontSize: sizes.footer,
        color: ink.meta,
        lineHeight: FOOT_LEADING,
      },
    ],
    margin: [format.margin, 6, format.margin, 0],
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
