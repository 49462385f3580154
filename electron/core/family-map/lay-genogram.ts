/**
 * Where each person of a genogram stands: generations in rows, couples side by side, children below their parents.
 *
 * In the manner of Sugiyama's layered drawing: rows first, then the order within the rows by the middle of whoever a
 * block belongs to, swept down and up a few times. Couples (and chains of them) are one block and are never torn.
 */
import type { MapPerson, MapTie } from '../records/bodies/family-map.ts'

export interface Placed { readonly id: string, readonly row: number, readonly x: number }

/** Middle to middle, in points. */
export const columnWidth = 78
const sweeps = 6

const couples = new Set<MapTie['kind']>(['married', 'cohabiting', 'separated', 'divorced'])
const parenthood = new Set<MapTie['kind']>(['parent', 'adopted'])
export const isCouple = ({ kind }: MapTie): boolean => couples.has(kind)
export const isParent = ({ kind }: MapTie): boolean => parenthood.has(kind)

/** Ties whose ends are both there, and are two. */
export const standing = (people: readonly MapPerson[], ties: readonly MapTie[]): readonly MapTie[] => {
  const ids = new Set(people.map(({ id }) => id))
  return ties.filter(({ from, to }) => from !== to && ids.has(from) && ids.has(to))
}

/** Every person once; rows from 0 downwards, x from 0 to the right, nobody nearer than `columnWidth` to a neighbour of the row. */
export function layGenogram(people: readonly MapPerson[], allTies: readonly MapTie[]): Placed[] {
  const ties = standing(people, allTies)
  const rows = rowsOf(people, ties)
  const blocks = blocksOf(people, ties, rows)
  const middle = new Map<string, number>()
  const lines = linesOf(blocks)
  lines.forEach(line => spread(line, middle, new Map()))
  const parentsOf = neighbours(ties.filter(isParent), 'to', 'from')
  const childrenOf = neighbours(ties.filter(isParent), 'from', 'to')
  for (let sweep = 0; sweep < sweeps; sweep++) {
    lines.forEach(line => spread(line, middle, wishes(line, parentsOf, middle)))
    lines.toReversed().forEach(line => spread(line, middle, wishes(line, childrenOf, middle)))
  }
  const left = Math.min(...middle.values())
  return people.map(({ id }) => ({ id, row: rows.get(id) ?? 0, x: (middle.get(id) ?? 0) - left }))
}

function neighbours(ties: readonly MapTie[], end: 'from' | 'to', other: 'from' | 'to'): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const tie of ties)
    found.set(tie[end], [...found.get(tie[end]) ?? [], tie[other]])
  return found
}

/** Generations: a partner stands in the same row, a child one below. Where the ties contradict each other the first counts. */
function rowsOf(people: readonly MapPerson[], ties: readonly MapTie[]): Map<string, number> {
  const rows = new Map<string, number>()
  for (const { id } of people) {
    if (rows.has(id))
      continue
    rows.set(id, 0)
    const reached = [id]
    for (const next of reached) {
      for (const { from, to, kind } of ties.filter(tie => (isCouple(tie) || isParent(tie)) && (tie.from === next || tie.to === next))) {
        const other = from === next ? to : from
        if (rows.has(other))
          continue
        const step = couples.has(kind) ? 0 : from === next ? 1 : -1
        rows.set(other, rows.get(next)! + step) // set before it was reached
        reached.push(other)
      }
    }
    const top = Math.min(...reached.map(each => rows.get(each)!))
    reached.forEach(each => rows.set(each, rows.get(each)! - top))
  }
  return rows
}

interface Block { readonly row: number, readonly members: readonly string[], readonly born: string }

/** Chains of couples of one row: whoever was with two stands between them; of a single couple the man stands left. */
function blocksOf(people: readonly MapPerson[], ties: readonly MapTie[], rows: ReadonlyMap<string, number>): Block[] {
  const of = new Map(people.map(person => [person.id, person]))
  const partners = new Map<string, string[]>()
  for (const { from, to } of ties.filter(tie => isCouple(tie) && rows.get(tie.from) === rows.get(tie.to))) {
    partners.set(from, [...new Set([...partners.get(from) ?? [], to])])
    partners.set(to, [...new Set([...partners.get(to) ?? [], from])])
  }
  const taken = new Set<string>()
  const degree = (id: string): number => partners.get(id)?.length ?? 0
  // The ends of a chain first, so that it is walked from end to end.
  const order = [...people].sort((one, other) => Math.abs(degree(one.id) - 1) - Math.abs(degree(other.id) - 1))
  const made: Block[] = []
  for (const { id } of order) {
    if (taken.has(id))
      continue
    const chain: string[] = []
    const walk = (next: string): void => {
      if (taken.has(next))
        return
      taken.add(next)
      chain.push(next)
      partners.get(next)?.forEach(walk)
    }
    walk(id)
    const members = chain.length === 2 && of.get(chain[0]!)?.sex === 'female' && of.get(chain[1]!)?.sex === 'male' ? chain.toReversed() : chain
    made.push({ row: rows.get(id) ?? 0, members, born: bornOf(members.map(each => of.get(each))) })
  }
  return made
}

/** Sorts siblings: the eldest stands left, who is without a date behind the others. */
const bornOf = (members: readonly (MapPerson | undefined)[]): string =>
  members.map(one => one?.birth ?? (one?.birthYear ? `${one.birthYear}-06-30` : '9999')).sort()[0] ?? '9999'

const linesOf = (blocks: readonly Block[]): Block[][] => {
  const lines: Block[][] = []
  for (const block of blocks.toSorted((one, other) => one.born < other.born ? -1 : one.born > other.born ? 1 : 0))
    (lines[block.row] ??= []).push(block)
  return Array.from(lines, line => line ?? [])
}

const mean = (numbers: readonly number[]): number | undefined => numbers.length > 0 ? numbers.reduce((sum, each) => sum + each, 0) / numbers.length : undefined

/** Where a block would like its middle: at the middle of those it hangs on. */
function wishes(line: readonly Block[], near: ReadonlyMap<string, readonly string[]>, middle: ReadonlyMap<string, number>): Map<Block, number> {
  return new Map(line.flatMap((block) => {
    const wish = mean(block.members.flatMap((member, place) => {
      const there = mean((near.get(member) ?? []).flatMap(id => middle.get(id) ?? []))
      return there === undefined ? [] : [there + ((block.members.length - 1) / 2 - place) * columnWidth]
    }))
    return wish === undefined ? [] : [[block, wish] as const]
  }))
}

/** Places the blocks of a row in the order of their wishes, nobody nearer than allowed, and the row as near to its wishes as it goes. */
function spread(line: readonly Block[], middle: Map<string, number>, wished: ReadonlyMap<Block, number>): void {
  const now = (block: Block): number => mean(block.members.flatMap(id => middle.get(id) ?? [])) ?? Number.MAX_SAFE_INTEGER
  const at = (block: Block): number => wished.get(block) ?? now(block)
  const sorted = line.map((block, place) => ({ block, place })).sort((one, other) => at(one.block) - at(other.block) || (one.block.born < other.block.born ? -1 : one.block.born > other.block.born ? 1 : one.place - other.place))
  let end = Number.NEGATIVE_INFINITY
  const placed: { readonly block: Block, readonly x: number }[] = []
  for (const { block } of sorted) {
    const half = (block.members.length - 1) / 2 * columnWidth
    const wish = at(block) === Number.MAX_SAFE_INTEGER ? (end === Number.NEGATIVE_INFINITY ? 0 : end + columnWidth + half) : at(block)
    const x = Math.max(wish, end + columnWidth + half)
    placed.push({ block, x })
    end = x + half
  }
  const drift = mean(placed.flatMap(({ block, x }) => wished.has(block) ? [x - wished.get(block)!] : [])) ?? 0
  for (const { block, x } of placed)
    block.members.forEach((id, place) => middle.set(id, x - drift + (place - (block.members.length - 1) / 2) * columnWidth))
}
