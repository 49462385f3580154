/**
 * Whether blocks have room on one page of A4, judged by their letters: core cannot measure type, and what to leave out
 * is decided here, not by the drawing. Generous: what is said to fit does (the tests draw it in every language).
 */
import type { Block } from '../sheet.ts'

/** In points, of the smallest type that the drawing takes for one page (`sizesOf` in `documents/paper.ts`). */
const WIDTH = 480
const HEIGHT = 640
const body = 8.5
const table = 7.5
const small = 7
const gap = 3.2

export const hasRoom = (groups: readonly (readonly Block[])[]): boolean =>
  groups.flat().reduce((height, block) => height + heightOf(block), 0) <= HEIGHT

function heightOf(block: Block): number {
  switch (block.kind) {
    case 'title': return 38
    case 'heading': return block.level === 1 ? 27 : 18
    case 'paragraph': return textHeight(block.text, block.tone === 'meta' ? small : body, WIDTH) + gap
    case 'list': return block.items.reduce((height, item) => height + textHeight(item, body, WIDTH - body) + gap * 0.3, gap)
    case 'action': return 14 + 18 + [block.what, block.deadline, block.place, block.bring]
      .reduce((height, text) => height + (text ? textHeight(text, body, WIDTH - 85) + 1.5 : 0), 0)
    case 'table': return block.rows.reduce((height, row) => height + rowHeight(row, block.widths ?? row.map(() => 1)), 12) + gap * 2
    default: return HEIGHT
  }
}

function rowHeight(row: readonly string[], widths: readonly number[]): number {
  const all = widths.reduce((sum, width) => sum + width, 0)
  return Math.max(...row.map((text, column) => textHeight(text, table, (widths[column] ?? 1) / all * WIDTH - 8))) + gap
}

const textHeight = (text: string, size: number, width: number): number => Math.max(1, Math.ceil(lengthOf(text) * size / width * 1.06)) * size * (/\p{Script=Han}/u.test(text) ? HAN_LEADING : 1.28)

/** Lines of Han characters stand further apart, as their font has it. */
const HAN_LEADING = 1.75

/** In ems: a syllable of Hangul or a Han character is wide, a Latin letter about half of it. */
const lengthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2E7F' ? 0.95 : 0.54), 0)
