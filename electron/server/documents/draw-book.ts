/** Draws a book: its parts one after the other, each beginning on a page of its own. */
import type { Book, DrawingTold } from '#core/guide/book'
import type { DrawnSheet } from './draw-sheet.ts'
import { drawSheet } from './draw-sheet.ts'

/** @throws {DrawingCancelled} once it is cancelled */
export async function drawBook({ title, parts }: Book, { progress, cancelled }: DrawingTold = {}): Promise<DrawnSheet> {
  const [first] = parts
  if (!first)
    throw new RangeError('A book has one part at least.')
  if (cancelled?.())
    throw new DrawingCancelled()
  const drawn = await drawSheet({ ...first.sheet, title, groups: parts.flatMap(({ sheet }, place) => [...place > 0 ? [[{ kind: 'page-break' as const }]] : [], ...sheet.groups]) })
  progress?.(parts.length, parts.length)
  return drawn
}

export class DrawingCancelled extends Error {
  override readonly name = 'DrawingCancelled'
}
