/**
 * Every different criterion of a catalogue once, numbered so that what a branch is made of stands before it.
 *
 * A catalogue says the same again and again ("lives together", "under 8", "receives livelihood benefit"); what is
 * numbered once is worked out once a household, however many services ask for it.
 */
import type { Shape } from '../checks/shape.ts'
import type { CompiledCriterion } from '../compile-criterion.ts'
import type { Kinship } from '../criteria.ts'

export interface Leaf { readonly at: number, readonly shape: Shape }

export type Branch
  = | { readonly kind: 'all' | 'any', readonly at: number, readonly of: readonly number[] }
    | { readonly kind: 'not' | 'someone', readonly at: number, readonly of: number }
    | { readonly kind: 'relative', readonly at: number, readonly of: number, readonly is: Kinship }
    | { readonly kind: 'count', readonly at: number, readonly of: number, readonly from: number, readonly to: number }

export interface NodeTable {
  readonly size: number
  readonly leaves: readonly Leaf[]
  readonly branches: readonly Branch[]
  /** The number of a criterion, and of all of some criteria. */
  readonly numberOf: (node: CompiledCriterion) => number
  readonly numberOfAll: (nodes: readonly CompiledCriterion[]) => number
}

type Unnumbered<Value> = Value extends { readonly at: number } ? Omit<Value, 'at'> : never

export function nodeTable(services: readonly { readonly criteria: readonly CompiledCriterion[] }[]): NodeTable {
  const leaves: Leaf[] = []
  const branches: Branch[] = []
  const byKey = new Map<string, number>()
  const numbers = new Map<CompiledCriterion, number>()

  const numbered = (key: string, add: (at: number) => void): number => {
    const known = byKey.get(key)
    if (known !== undefined)
      return known
    const at = byKey.size
    byKey.set(key, at)
    add(at)
    return at
  }
  const branch = (key: string, made: Unnumbered<Branch>): number => numbered(key, at => branches.push({ ...made, at }))
  /** The order and repeats change nothing; a single one is itself. */
  const several = (kind: 'all' | 'any', numbersOf: readonly number[]): number => {
    const of = [...new Set(numbersOf)].sort((left, right) => left - right)
    return of.length === 1 ? of[0]! : branch(`${kind}:${of.join()}`, { kind, of })
  }
  const number = (node: CompiledCriterion): number => {
    switch (node.kind) {
      case 'leaf': return numbered(`leaf:${keyOf(node.check.shape)}`, at => leaves.push({ at, shape: node.check.shape }))
      case 'all':
      case 'any': return several(node.kind, node.of.map(numberOf))
      case 'not': {
        const of = numberOf(node.of)
        return branch(`not:${of}`, { kind: 'not', of })
      }
      case 'someone': {
        const of = numberOf(node.where)
        return branch(`someone:${of}`, { kind: 'someone', of })
      }
      case 'relative': {
        const of = numberOf(node.where)
        return branch(`${node.is}:${of}`, { kind: 'relative', of, is: node.is })
      }
      case 'count': {
        const of = numberOf(node.where)
        const { from, to } = node
        return branch(`count:${from}:${to}:${of}`, { kind: 'count', of, from, to })
      }
    }
  }
  function numberOf(node: CompiledCriterion): number {
    const known = numbers.get(node) ?? number(node)
    numbers.set(node, known)
    return known
  }
  const numberOfAll = (nodes: readonly CompiledCriterion[]): number => several('all', nodes.map(numberOf))
  for (const { criteria } of services)
    numberOfAll(criteria)
  return { size: byKey.size, leaves, branches: sideBySide(branches, byKey.size), numberOf, numberOfAll }
}

/**
 * Branches of one height, kind and length side by side, those over leaves alone first: each still stands after what it
 * is made of, and a long row of the same goes faster than a mixed one.
 */
function sideBySide(branches: readonly Branch[], size: number): readonly Branch[] {
  const heights = new Uint16Array(size)
  const partsOf = ({ of }: Branch): readonly number[] => typeof of === 'number' ? [of] : of
  for (const branch of branches)
    heights[branch.at] = 1 + Math.max(0, ...partsOf(branch).map(part => heights[part]!))
  return branches.toSorted((left, right) => heights[left.at]! - heights[right.at]!
    || left.kind.localeCompare(right.kind) || partsOf(left).length - partsOf(right).length)
}

function keyOf(shape: Shape): string {
  switch (shape.kind) {
    case 'range': return `${shape.of.key}:${shape.atLeast.key}..${shape.atMost.key}`
    case 'among': return `${shape.of.key}:${shape.accepted}`
    case 'other': return shape.key
  }
}
