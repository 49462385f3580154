/**
 * Puts two people's changes of one record together: what only one of them changed is taken, what both changed
 * differently is named, so that the person chooses. Rows of a list are told apart by their `id`.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A place both changed: the steps to it, and what each wrote there. */
export interface Clash { readonly path: readonly string[], readonly base: Json | undefined, readonly mine: Json | undefined, readonly theirs: Json | undefined }

export interface Merge { readonly merged: Json, readonly clashes: readonly Clash[] }

type Row = { readonly [key: string]: Json } & { readonly id: string }

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
const isMap = (value: unknown): value is { readonly [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value)
const isRows = (value: unknown): value is readonly Row[] => Array.isArray(value) && value.every(each => isMap(each) && typeof each.id === 'string')

/** Where both changed the same place differently, `merged` holds theirs and the place is a clash. */
export function mergeThree(base: Json | undefined, mine: Json | undefined, theirs: Json | undefined, path: readonly string[] = []): { readonly merged: Json | undefined, readonly clashes: readonly Clash[] } {
  if (same(mine, theirs) || same(base, mine))
    return { merged: theirs, clashes: [] }
  if (same(base, theirs))
    return { merged: mine, clashes: [] }
  if (isMap(mine) && isMap(theirs) && (base === undefined || isMap(base))) {
    const parts = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])].map(key => [key, mergeThree(base?.[key], mine[key], theirs[key], [...path, key])] as const)
    return { merged: Object.fromEntries(parts.flatMap(([key, { merged }]) => merged === undefined ? [] : [[key, merged]])), clashes: parts.flatMap(([, { clashes }]) => clashes) }
  }
  if (isRows(mine) && isRows(theirs) && (base === undefined || isRows(base))) {
    const rowOf = (rows: readonly Row[] | undefined, id: string): Row | undefined => rows?.find(row => row.id === id)
    const ids = [...new Set([...theirs.map(({ id }) => id), ...mine.map(({ id }) => id)])]
    const parts = ids.map(id => mergeThree(rowOf(base, id), rowOf(mine, id), rowOf(theirs, id), [...path, id]))
    return { merged: parts.flatMap(({ merged }) => merged === undefined ? [] : [merged]), clashes: parts.flatMap(({ clashes }) => clashes) }
  }
  return { merged: theirs, clashes: [{ path, base, mine, theirs }] }
}

/** The merge with the person's choices: the steps (joined by `/`) of the places where mine is kept. */
export function withMine(merged: Json, clashes: readonly Clash[], mine: ReadonlySet<string>): Json {
  return clashes.filter(({ path }) => mine.has(path.join('/'))).reduce<Json>((made, clash) => put(made, clash.path, clash.mine), merged)
}

function put(tree: Json, [step, ...rest]: readonly string[], value: Json | undefined): Json {
  if (step === undefined)
    return value ?? null
  if (isRows(tree)) {
    const known = tree.find(({ id }) => id === step)
    const next = put(known ?? null, rest, value)
    return known ? tree.flatMap(row => row.id === step ? (next === null ? [] : [next]) : [row]) : next === null ? tree : [...tree, next]
  }
  const map = isMap(tree) ? tree : {}
  return { ...map, [step]: put(map[step] ?? null, rest, value) }
}
