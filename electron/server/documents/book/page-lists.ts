/**
 * Contents and index: lines with dots that lead to the numbers of the pages.
 *
 * Which pages they are is known when the whole book is laid out: until then a word of three digits holds the place.
 */
import type { Content } from 'pdfmake/interfaces'
import type { Block } from '#core/guide/sheet'
import type { Pen } from '../blocks/draw-block.ts'
import type { ListLine } from '../blocks/page-list-lines.ts'
import { headingLine, linesOf } from '../blocks/page-list-lines.ts'
import { roomOf } from '../paper.ts'

type PageList = Extract<Block, { kind: 'page-list' }>
type Group = readonly Block[]

export const drawPageList = (list: PageList, pen: Pen): Content =>
  list.columns === 2 ? inColumns(linesOf(list, columnOf(pen)), pen) : { stack: linesOf(list, pen).map(({ content }) => content), margin: [0, 0, 0, pen.sizes.gap] }

/**
 * Lists in two columns that follow each other, as the letters of an index do, flow as one, their headings in the columns.
 * What comes after a flow over whole pages begins on a page of its own.
 *
 * @param draw whatever is no such list
 */
export function drawnLists(groups: readonly Group[], pen: Pen, draw: (group: Group) => Content[]): Content[] {
  const drawn: Content[] = []
  const within = columnOf(pen)
  let flow: ListLine[] = []
  let broken = false
  const put = (contents: readonly Content[]): void => {
    const [first, ...rest] = contents
    if (first)
      drawn.push(broken ? { stack: [first], pageBreak: 'before' } : first, ...rest)
    broken = false
  }
  const endFlow = (): void => {
    if (flow.length === 0)
      return
    put(inColumnsBelow(flow, pen))
    broken = !isBalanced(flow, pen)
    flow = []
  }
  for (const piece of groups.flatMap(piecesOf)) {
    if (!isFlowing(piece.at(-1))) {
      endFlow()
      put(draw(piece))
    }
    for (const block of piece) {
      if (block.kind === 'page-list' && block.columns === 2)
        flow.push(...linesOf(block, within))
      else if (block.kind === 'heading' && isFlowing(piece.at(-1)))
        flow.push(headingLine(block, within))
    }
  }
  endFlow()
  return drawn
}

const isFlowing = (block: Block | undefined): boolean => block?.kind === 'page-list' && block.columns === 2

/** A list in two columns with the small heading right before it, and what stands before and after. */
function piecesOf(group: Group): Group[] {
  const at = group.findIndex(isFlowing)
  if (at < 0)
    return group.length > 0 ? [group] : []
  const before = group[at - 1]
  const from = before?.kind === 'heading' && before.level === 2 ? at - 1 : at
  return [...from > 0 ? [group.slice(0, from)] : [], group.slice(from, at + 1), ...piecesOf(group.slice(at + 1))]
}

const GAP = 18
const columnOf = (pen: Pen): Pen => ({ ...pen, width: (pen.width - GAP) / 2 })

/** The only heading of a flow stands above both columns, for it is the heading of both. */
function inColumnsBelow(lines: readonly ListLine[], pen: Pen): Content[] {
  const [first, ...others] = lines
  if (!first?.heads || others.some(({ heads }) => heads))
    return [inColumns(lines, pen)]
  const below = inColumns(others, pen)
  return isBalanced(lines, pen) ? [{ stack: [first.content, below], unbreakable: true }] : [first.content, below]
}

/** Both columns of equal length where they take less than half a page; more fills page after page. */
function inColumns(lines: readonly ListLine[], pen: Pen): Content {
  const { width } = columnOf(pen)
  const blocks = keptTogether(lines)
  if (!isBalanced(lines, pen))
    return { columns: [{ width, stack: blocks.map(({ content }) => content) }, { width, text: '' }], columnGap: GAP, snakingColumns: true } as Content
  const half = heightOf(blocks) / 2
  let filled = 0
  const left = blocks.filter(({ height }) => (filled += height) - height < half - 0.01)
  return {
    columns: [{ width, stack: left.map(({ content }) => content) }, { width, stack: blocks.slice(left.length).map(({ content }) => content) }],
    columnGap: GAP,
    unbreakable: true,
    margin: [0, 0, 0, pen.sizes.gap],
  } as Content
}

const isBalanced = (lines: readonly ListLine[], { format }: Pen): boolean => heightOf(lines) < roomOf(format)
const heightOf = (lines: readonly { readonly height: number }[]): number => lines.reduce((sum, { height }) => sum + height, 0)

/** A heading is one with the line below it. */
function keptTogether(lines: readonly ListLine[]): Pick<ListLine, 'height' | 'content'>[] {
  const kept: { height: number, content: Content }[] = []
  for (const [place, { height, content }] of lines.entries()) {
    const above = lines[place - 1]?.heads ? kept.pop() : undefined
    kept.push(above ? { height: above.height + height, content: { stack: [above.content, content], unbreakable: true } } : { height, content })
  }
  return kept
}
