/**
 * Whether a group surely fits on one page.
 *
 * pdfmake lets an unbreakable block that is taller than a page run off its end, so only groups that surely fit
 * are kept together. Judged by the number of letters, generously: a Hangul syllable is about as wide as the type is high.
 */
import type { Block } from '#core/guide/sheet'
import type { Pen } from './draw-block.ts'
import { LEADING, roomOf } from '../paper.ts'
import { letterWidths, rowHeights } from './column-widths.ts'
import { drawnSize } from './draw-drawing.ts'
import { entryHeight, isTall } from './draw-entry.ts'
import { QR_SIDE, signatureBox } from './vectors.ts'

/** Four fifths of the room between the margins. */
export const surelyFits = (height: number, { format }: Pick<Pen, 'format'>): boolean => height < roomOf(format) * 0.8

export const isShort = (group: readonly Block[], pen: Pen): boolean =>
  surelyFits(group.reduce((height, block) => height + heightOf(block, pen), 0), pen)

function heightOf(block: Block, pen: Pen): number {
  const { sizes, width } = pen
  const lines = (text: string | undefined, within = width, size = sizes.body): number =>
    text ? Math.max(1, Math.ceil(letterWidths(text) * size / within)) * size * LEADING + sizes.gap : 0
  const value = width - sizes.label - QR_SIDE - 20
  switch (block.kind) {
    case 'title': return lines(block.text, width, sizes.title) + lines(block.sub) + sizes.gap * 2
    case 'heading': return lines(block.text, width, sizes.heading) + sizes.gap * 4
    case 'paragraph': return lines(block.text)
    case 'list': return block.items.reduce((sum, item) => sum + lines(item, width - sizes.body * 1.5), 0)
    case 'action': return [block.what, block.deadline, block.place, block.bring, block.phone].reduce((sum, text) => sum + lines(text, width - sizes.label - sizes.body * 3), 30)
    case 'service': return Math.max(QR_SIDE, [block.name, block.agreed ?? '-', block.amount, block.reason, ...block.rows.map(([, text]) => text)].reduce((sum, text) => sum + lines(text, value), 0)) + lines(block.qr?.url) + sizes.gap * 3
    case 'table': return rowHeights(block, { sizes, width }).reduce((sum, height) => sum + height, sizes.gap * 1.4)
    case 'timeline': return block.lanes.reduce((sum, { who, label }) => sum + lines(who, width, sizes.table) + lines(label, width * 0.3, sizes.table) - sizes.gap, 0)
      + [block.caption, ...block.legend.map(({ text }) => text), '-'].reduce((sum, text) => sum + lines(text), 0)
    case 'drawing': return drawnSize(block, pen).height + lines(block.caption) + sizes.gap * 2
    case 'qr': return QR_SIDE + sizes.gap * 2
    case 'fields': return block.rows.reduce((sum, [, text]) => sum + lines(text, width - sizes.label * 1.35), 0)
    case 'signature': return signatureBox.height + sizes.gap * 2
    case 'entry': return isTall(block, pen) ? Number.POSITIVE_INFINITY : entryHeight(block, pen)
    case 'approvals': return 60 + sizes.meta * 2
    case 'page-list':
    case 'page-break': return Number.POSITIVE_INFINITY
  }
}
