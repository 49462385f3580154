/** Turns a sheet into pdfmake's terms: the paper of its edition, header with the center, footer with the sentence and "n / m". */
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Sheet } from '#core/guide/sheet'
import type { Pen } from '../blocks/draw-block.ts'
import { letterWidths } from '../blocks/column-widths.ts'
import { drawGroups, lonelyHeadings } from '../blocks/draw-groups.ts'
import { inLanguage } from '../letters/font-runs.ts'
import { columnWidth, formatOf, ink, LEADING, sizesOf } from '../paper.ts'
import { drawCover, FOOT_ABOVE, FOOT_LEADING, footerOf, headerOf, numberWidth } from './page-frame.ts'

export interface Told {
  /** Sections (a group, or the part of a long one below a heading of its own) that begin a page, from 1. */
  readonly onNewPage: ReadonlySet<number>
  /** Is told of a section whose heading stands at the foot of a page without what it is the heading of. */
  readonly lonely: (section: number) => void
  /** Is told how many pages there are once the layout is done. */
  readonly pages: (pages: number) => void
  /** How often a page to take along was found too long already, see `sizesOf`. */
  readonly tight?: number
  /** Where it is part of a book. */
  readonly inBook?: InBook
}

export interface InBook {
  /** Alone on its page: no line with the center, no small print. */
  readonly cover: boolean
  /** What stands at the foot of a page, and whether at its left side, as on the left pages of a bound book. */
  readonly number: (page: number, pages: number) => { readonly text: string, readonly left: boolean }
}

export function sheetDefinition(sheet: Sheet, told: Told): TDocumentDefinitions {
  const pen = penOf(sheet, told)
  const { sizes, format } = pen
  const cover = told.inBook?.cover ?? false
  return {
    pageSize: { width: format.width, height: format.height },
    pageMargins: [format.margin, format.top, format.margin, format.bottom],
    language: sheet.language === 'ko' ? 'ko-KR' : sheet.language,
    displayTitle: true,
    info: { title: sheet.title, creator: 'Maji' },
    defaultStyle: { font: 'Pretendard', fontSize: sizes.body, color: ink.text, lineHeight: leadingOf(sheet) },
    ...(cover ? {} : { header: () => inLanguage(sheet.language, () => headerOf(sheet, pen)) }),
    footer: (current, pages) => {
      told.pages(pages)
      const number = told.inBook?.number(current, pages) ?? { text: `${current} / ${pages}`, left: false }
      return cover ? null : inLanguage(sheet.language, () => footerOf(sheet.footer, number, pen))
    },
    content: inLanguage(sheet.language, () => cover ? drawCover(sheet, pen) : drawGroups(sheet.groups, pen, told.onNewPage)),
    pageBreakBefore: lonelyHeadings(told.lonely),
  }
}

/** Letters of China stand in taller lines of their own; with the usual distance a paper in Chinese would take a third more pages. */
const leadingOf = ({ language }: Sheet): number => language.startsWith('zh') ? LEADING * 0.83 : LEADING

/** What the blocks of a sheet are drawn with; room is left for every line of its small print. */
function penOf(sheet: Sheet, { tight = 0, inBook }: Told): Pen {
  const sizes = sizesOf(sheet, tight)
  const format = formatOf(sheet)
  const lines = Math.ceil(letterWidths(sheet.footer) * sizes.footer / (columnWidth(format) - numberWidth(sizes)))
  const bottom = Math.max(format.bottom, format.edge + FOOT_ABOVE + lines * sizes.footer * FOOT_LEADING)
  return { sizes, words: sheet.words, format: { ...format, bottom }, width: columnWidth(format), numbered: inBook !== undefined }
}
