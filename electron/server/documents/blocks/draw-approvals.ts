/** Boxes for those who approve (결재란), in the upper right, as on papers of an office. */
import type { Content, TableCell } from 'pdfmake/interfaces'
import type { Block } from '#core/guide/sheet'
import type { Pen } from './draw-block.ts'
import { ink, MM } from '../paper.ts'
import { words } from './draw-words.ts'

/** Room for a seal. */
const BOX = { width: 20 * MM, height: 14 * MM } as const

export function drawApprovals({ label, boxes }: Extract<Block, { kind: 'approvals' }>, { sizes, width }: Pen): Content {
  const letters = Array.from(label)
  const side = sizes.meta * 1.9
  const each = Math.min(BOX.width * sizes.meta / 9, (width - side) / boxes.length - 9)
  const cell = (text: string): TableCell => ({ ...words(text), fontSize: sizes.meta, alignment: 'center', lineHeight: 1.15 })
  // One syllable below the other, as on Korean forms; a longer word of another language stands above.
  const upright = letters.length <= 4
  const titles = boxes.map(({ title }): TableCell => ({ ...cell(title) as object, color: ink.meta }) as TableCell)
  const bodies = boxes.map(({ text }): TableCell => text ? { ...cell(text) as object, margin: [0, BOX.height * 0.18, 0, 0] } as TableCell : ' ')
  const down: TableCell = { stack: letters.map(letter => ({ ...words(letter), alignment: 'center' as const, lineHeight: 1.25 })), rowSpan: 2, fontSize: sizes.meta, color: ink.meta, margin: [0, 6, 0, 0] }
  return {
    columns: [
      { text: '', width: '*' },
      {
        width: 'auto',
        stack: [
          ...(upright ? [] : [{ ...words(label), fontSize: sizes.meta, color: ink.meta, margin: [0, 0, 0, 2] as [number, number, number, number] }]),
          {
            table: {
              widths: [...upright ? [side] : [], ...boxes.map(() => each)],
              heights: ['auto', BOX.height],
              dontBreakRows: true,
              body: upright ? [[down, ...titles], ['', ...bodies]] : [titles, bodies],
            },
            layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: () => ink.meta, vLineColor: () => ink.meta, paddingLeft: () => 4, paddingRight: () => 4, paddingTop: () => 3, paddingBottom: () => 2 },
          },
        ],
      },
    ],
    unbreakable: true,
    margin: [0, 0, 0, sizes.gap * 1.6],
  } as Content
}
