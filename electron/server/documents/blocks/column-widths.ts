/** How wide the columns of a table are: by their shares, and never narrower than their longest word where there is room. */
import type { Block } from '#core/guide/sheet'
import type { Pen } from './draw-block.ts'
import { keepWords, WORD_JOINER } from '../letters/keep-words.ts'
import { LEADING } from '../paper.ts'

type Table = Pick<Extract<Block, { kind: 'table' }>, 'head' | 'rows' | 'widths'>
type Room = Pick<Pen, 'sizes' | 'width'>

/** Between two columns, points. */
export const PADDING = 8

/** No single word takes more of a table than this. */
const WIDEST_WORD = 0.34

/** Points, without the room between them. */
export function widthsOf({ head, rows, widths: given }: Table, { sizes, width }: Room): number[] {
  const columns = Math.max(head.length, ...rows.map(row => row.length))
  const room = width - columns * PADDING
  const shares = Array.from({ length: columns }, (_, column) => given?.[column] ?? 1)
  const lines = [{ row: head, size: sizes.meta }, ...rows.map(row => ({ row, size: sizes.table }))]
  const least = shares.map((_, column) => Math.min(room * WIDEST_WORD, Math.max(0, ...lines.map(({ row, size }) => widestWord(row[column] ?? '') * size))))
  const sum = least.reduce((all, width) => all + width, 0)
  if (sum >= room)
    return least.map(width => Math.min(width, widestOf(least, room)))
  // What is too narrow gets what it needs; the others share the rest as before, until nobody is too narrow.
  const fixed = new Set<number>()
  for (;;) {
    const free = room - [...fixed].reduce((all, column) => all + least[column]!, 0)
    const whole = shares.reduce((all, share, column) => all + (fixed.has(column) ? 0 : share), 0)
    const widths = shares.map((share, column) => fixed.has(column) ? least[column]! : free * share / whole)
    const narrow = widths.flatMap((width, column) => !fixed.has(column) && width < least[column]! ? [column] : [])
    if (narrow.length === 0)
      return widths
    narrow.forEach(column => fixed.add(column))
  }
}

/** Where words together are too wide, the widest give way: as wide as a column may be so that all fill the room. */
function widestOf(least: readonly number[], room: number): number {
  const sorted = least.toSorted((one, other) => one - other)
  let left = room
  for (const [place, width] of sorted.entries()) {
    const equal = left / (sorted.length - place)
    if (width >= equal)
      return equal
    left -= width
  }
  return room
}

/** In multiples of the size of the type; a word of many letters that may be broken does not count. */
const widestWord = (text: string): number =>
  Math.max(0, ...keepWords(text).split(/\s+|(?<=[-/·,])(?=\p{L})/u).map(word => hangul.test(word) && !word.includes(WORD_JOINER) ? 0 : widthOf(word.replaceAll(WORD_JOINER, ''))))

const hangul = /\p{Script=Hangul}/u

/** Closer than `letterWidths`, which has to be generous. */
const widthOf = (word: string): number =>
  Array.from(word).reduce((width, letter) => width + (letter > '\u2E7F' ? 0.9 : /[.,:;·'()|-]/.test(letter) ? 0.38 : /[\p{Lu}mw~]/u.test(letter) ? 0.72 : 0.59), 0.1)

/** About how high each row is, the head first; points, generously. */
export function rowHeights(table: Table, { sizes, width }: Room): number[] {
  const widths = widthsOf(table, { sizes, width })
  const lines = (text: string, column: number): number =>
    text.split('\n').reduce((sum, line) => sum + linesOf(line, (widths[column] ?? width) / sizes.table), 0)
  return [table.head, ...table.rows].map(row => Math.max(1, ...row.map(lines)) * sizes.table * LEADING + sizes.gap)
}

/** Word after word, for in a narrow column hardly two of them find room side by side. @param within in multiples of the size of the type */
function linesOf(text: string, within: number): number {
  let [lines, filled] = [1, 0]
  for (const word of text.split(' ').map(letterWidths)) {
    if (filled > 0 && filled + word > within)
      [lines, filled] = [lines + 1, 0]
    const over = Math.max(0, Math.ceil(word / within) - 1)
    lines += over
    filled += word - over * within + 0.3
  }
  return lines
}

/** Width of a text in multiples of the size of the type, generously. */
export const letterWidths = (text: string): number =>
  Array.from(text).reduce((width, letter) => width + ((letter.codePointAt(0) ?? 0) > 0x2E7F ? 0.9 : 0.6), 0)
