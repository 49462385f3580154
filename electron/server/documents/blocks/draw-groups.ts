/** Draws the groups of a sheet so that what belongs together stays together, and no heading stands at the foot of a page. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Block } from '#core/guide/sheet'
import type { Pen } from './draw-block.ts'
import { drawnLists } from '../book/page-lists.ts'
import { drawBlock } from './draw-block.ts'
import { drawTable, firstRowOf, rowOf } from './draw-table.ts'
import { isShort } from './is-short.ts'

type Group = readonly Block[]

/** @param onNewPage sections that begin a page, by their number */
export function drawGroups(groups: readonly Group[], pen: Pen, onNewPage: ReadonlySet<number>): Content[] {
  let number = 0
  return drawnLists(headingsWithTheirs(groups), pen, group => sectionsOf(group, pen).flatMap((section) => {
    number += 1
    const drawn = drawSection(section, pen, number)
    return onNewPage.has(number) ? [{ stack: [drawn[0]!], pageBreak: 'before' as const }, ...drawn.slice(1)] : drawn
  }))
}

const isHeading = ({ kind }: Block): boolean => kind === 'heading' || kind === 'title'

/** Headings at the end of a group go over to the next one, whose headings they are. */
function headingsWithTheirs(groups: readonly Group[]): Group[] {
  const whole: Group[] = []
  let carried: Group = []
  for (const [place, group] of groups.entries()) {
    const all = [...carried, ...group]
    const last = all.findLastIndex(block => !isHeading(block))
    const goesOver = place + 1 < groups.length ? all.slice(last + 1) : []
    carried = goesOver
    const stays = all.slice(0, all.length - goesOver.length)
    if (stays.length > 0)
      whole.push(stays)
  }
  return whole
}

/** A group that surely fits on a page and holds no long table is one section; a longer one has one for each of its headings. */
function sectionsOf(group: Group, pen: Pen): Group[] {
  if (!group.some(isLongTable) && isShort(group, pen))
    return [group]
  const starts = group.flatMap((block, at) => at === 0 || (isHeading(block) && !isHeading(group[at - 1]!)) ? [at] : [])
  return starts.map((from, place) => group.slice(from, starts[place + 1]))
}

/** A table of more rows may go over to the next page. */
const LONG_TABLE = 3
const isLongTable = (block: Block): boolean => block.kind === 'table' && block.rows.length > LONG_TABLE

/**
 * A section stays on one page where it surely fits and holds no long table. A longer one keeps its headings with what
 * follows them; what follows that goes on where there is room.
 */
function drawSection(section: Group, pen: Pen, number: number): Content[] {
  const together = (blocks: Group): Content => ({ stack: blocks.map(block => drawBlock(block, pen)), unbreakable: true })
  const table = section.findIndex(isLongTable)
  if (table < 0 && isShort(section, pen))
    return [together(section)]
  const first = section.findIndex(block => !isHeading(block))
  // Above a long table everything stays with its first rows, above anything else the headings with it.
  const until = table >= 0 && isShort(section.slice(0, table), pen) ? table : first < 0 ? section.length : first
  const [head, next, after] = [section.slice(0, until), section[until], section.slice(until + 1)]
  const rest = after.map(block => drawBlock(block, pen))
  if (!next)
    return [together(head)]
  const headed: Content[] = head.length === 0 ? [] : [{ stack: [together(head), anchor(number)], unbreakable: true }]
  if (next.kind === 'table')
    return [...headed, drawTable(next, pen, head.length === 0 ? undefined : number), ...rest]
  // The height of a picture is known, and leaves room for its heading.
  const fits = next.kind === 'drawing' ? isShort(head, pen) : isShort([...head, next], pen)
  if (fits)
    return [together([...head, next]), ...rest]
  const drawn = drawBlock(next, pen)
  if (head.length > 0)
    markFirst(drawn, `${firstRowOf(number)}0`)
  return [...headed, drawn, ...rest]
}

/** A place to find at the end of a heading: of texts with an id alone does pdfmake know for sure on which page they came to stand. */
const anchor = (number: number): Content => ({ text: ' ', fontSize: 1, lineHeight: 0.1, id: `${headed}${number}` })
const headed = 'headed-'

/** An id that only tells where something came to stand. */
export const isOwnMark = (id: string): boolean => id.startsWith(headed) || id.startsWith(rowOf)

/** Gives an id to the first words of something drawn; those that have one of their own are passed over. */
function markFirst(content: unknown, id: string): boolean {
  if (Array.isArray(content))
    return content.some(each => markFirst(each, id))
  if (typeof content !== 'object' || content === null)
    return false
  const node = content as Record<string, unknown>
  if (typeof node.text === 'string' || Array.isArray(node.text)) {
    if (node.id !== undefined || node.text === '')
      return false
    node.id = id
    return true
  }
  return [node.stack, node.columns, (node.table as { body?: unknown } | undefined)?.body].some(inner => markFirst(inner, id))
}

/** Tells of headings whose content begins on the next page. It never breaks the page itself, for pdfmake would then move its pictures a second time. */
export function lonelyHeadings(tell: (number: number) => void): TDocumentDefinitions['pageBreakBefore'] {
  return ({ id, pageNumbers: [page] }, { getNodesOnNextPage }) => {
    const number = id?.startsWith(headed) ? Number(id.slice(headed.length)) : null
    if (number !== null && getNodesOnNextPage().some(({ id: other, pageNumbers }) => other?.startsWith(firstRowOf(number)) && pageNumbers[0] !== page))
      tell(number)
    return false
  }
}
