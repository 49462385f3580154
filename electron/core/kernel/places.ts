/**
 * Places in what is written down: the steps from the whole to one value. Rows of a list are told apart by their `id`,
 * so a step is a name or the id of a row.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
export type Place = readonly string[]
export interface Difference { readonly path: Place, readonly before: Json | undefined, readonly after: Json | undefined }

type JsonMap = { readonly [key: string]: Json }
export type Row = JsonMap & { readonly id: string }

export const isMap = (value: unknown): value is JsonMap => typeof value === 'object' && value !== null && !Array.isArray(value)

/** An empty list counts as one of rows. */
export const isRows = (value: unknown): value is readonly Row[] =>
  Array.isArray(value) && value.every(each => isMap(each) && typeof each.id === 'string') && new Set(value.map(({ id }) => id)).size === value.length

/** Of the same content, whatever the order of the names in it; what is `undefined` counts as not there. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other)
    return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each, place) => same(each, other[place]))
  if (!isMap(one) || !isMap(other))
    return false
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(key => same(one[key], other[key]))
}

/** `undefined` where there is nothing. */
export const valueAt = (tree: unknown, path: Place): unknown => path.reduce<unknown>(stepInto, tree)

const stepInto = (tree: unknown, step: string): unknown =>
  isMap(tree) ? tree[step] : isRows(tree) ? tree.find(({ id }) => id === step) : undefined

/** The same with one value replaced; `undefined` takes the row or the name out. A row that is not there is added at the end. */
export function withValueAt(tree: Json, [step, ...rest]: Place, value: Json | undefined): Json {
  if (step === undefined)
    return value ?? null
  if (isRows(tree)) {
    const known = tree.find(({ id }) => id === step)
    if (rest.length === 0 && value === undefined)
      return tree.filter(({ id }) => id !== step)
    const next = withValueAt(known ?? { id: step }, rest, value) as Row
    return known ? tree.map(row => row.id === step ? next : row) : [...tree, next]
  }
  const map = isMap(tree) ? tree : {}
  if (rest.length === 0 && value === undefined)
    return Object.fromEntries(Object.entries(map).filter(([key]) => key !== step))
  return { ...map, [step]: withValueAt(map[step] ?? null, rest, value) }
}

/** The smallest places in which the two differ; a row that only one of them has is one place. */
export function differences(before: Json | undefined, after: Json | undefined, path: Place = []): Difference[] {
  if (same(before, after))
    return []
  if (isMap(before) && isMap(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap(key => differences(before[key], after[key], [...path, key]))
  if (isRows(before) && isRows(after)) {
    const rows = [...new Set([...before, ...after].map(({ id }) => id))].flatMap(id => differences(before.find(row => row.id === id), after.find(row => row.id === id), [...path, id]))
    // The same rows in another order.
    return rows.length > 0 ? rows : [{ path, before, after }]
  }
  return [{ path, before, after }]
}
