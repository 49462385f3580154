/**
 * Puts two people's changes of one record together: what only one of them changed is taken, what both changed
 * differently is named, so that the person chooses. Rows of a list are told apart by their `id`, ticks by themselves.
 */
import type { Json, Place, Row } from '#core/kernel/places'
import { isMap, isRows, same, withValueAt } from '#core/kernel/places'

export type { Json } from '#core/kernel/places'

/** A place both changed: the steps to it, and what each wrote there; `undefined` is a row that was taken out. */
export interface Clash { readonly path: Place, readonly base: Json | undefined, readonly mine: Json | undefined, readonly theirs: Json | undefined }

export interface Merge { readonly merged: Json | undefined, readonly clashes: readonly Clash[] }

const isTicks = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(each => typeof each === 'string') && new Set(value).size === value.length

/** Where both changed the same place differently, `merged` holds theirs and the place is a clash. */
export function mergeThree(base: Json | undefined, mine: Json | undefined, theirs: Json | undefined, path: Place = []): Merge {
  if (same(mine, theirs) || same(base, mine))
    return { merged: theirs, clashes: [] }
  if (same(base, theirs))
    return { merged: mine, clashes: [] }
  if (isMap(mine) && isMap(theirs) && (base === undefined || isMap(base))) {
    const parts = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])].map(key => [key, mergeThree(base?.[key], mine[key], theirs[key], [...path, key])] as const)
    return { merged: Object.fromEntries(parts.flatMap(([key, { merged }]) => merged === undefined ? [] : [[key, merged]])), clashes: parts.flatMap(([, { clashes }]) => clashes) }
  }
  if (isTicks(mine) && isTicks(theirs) && (base === undefined || isTicks(base))) {
    const inBoth = (tick: string): boolean => mine.includes(tick) && theirs.includes(tick)
    return { merged: together(base ?? [], mine, theirs).filter(tick => inBoth(tick) || !base?.includes(tick)), clashes: [] }
  }
  if (isRows(mine) && isRows(theirs) && (base === undefined || isRows(base)))
    return mergeRows(base ?? [], mine, theirs, path)
  return { merged: theirs, clashes: [{ path, base, mine, theirs }] }
}

function mergeRows(base: readonly Row[], mine: readonly Row[], theirs: readonly Row[], path: Place): Merge {
  const idsOf = (rows: readonly Row[]): string[] => rows.map(({ id }) => id)
  const rowOf = (rows: readonly Row[], id: string): Row | undefined => rows.find(row => row.id === id)
  const parts = together(idsOf(base), idsOf(mine), idsOf(theirs)).map(id => mergeThree(rowOf(base, id), rowOf(mine, id), rowOf(theirs, id), [...path, id]))
  return { merged: parts.flatMap(({ merged }) => merged === undefined ? [] : [merged]), clashes: parts.flatMap(({ clashes }) => clashes) }
}

/**
 * What stands in either list, once, in the order of whoever moved something (of theirs, where both or nobody did);
 * what only the other has stands behind what it stood behind there.
 */
function together(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const moved = (list: readonly string[]): boolean => !same(list.filter(each => base.includes(each)), base.filter(each => list.includes(each)))
  const [lead, other] = moved(mine) && !moved(theirs) ? [mine, theirs] : [theirs, mine]
  const order = [...lead]
  for (const [place, each] of other.entries()) {
    if (order.includes(each))
      continue
    const before = other.slice(0, place).findLast(one => order.includes(one))
    let at = before === undefined ? 0 : order.indexOf(before) + 1
    while (at < order.length && !other.includes(order[at]!) && !base.includes(order[at]!))
      at++
    order.splice(at, 0, each)
  }
  return order
}

/**
 * The merge with the person's choices.
 *
 * @param mine the places (steps joined by `/`) where mine is kept
 * @param written what was written anew at a place, such as both texts joined
 */
export function withMine(merged: Json, clashes: readonly Clash[], mine: ReadonlySet<string>, written: ReadonlyMap<string, Json> = new Map()): Json {
  return clashes.reduce<Json>((made, { path, mine: kept }) => {
    const place = path.join('/')
    return written.has(place) ? withValueAt(made, path, written.get(place)) : mine.has(place) ? withValueAt(made, path, kept) : made
  }, merged)
}
