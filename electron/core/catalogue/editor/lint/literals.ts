/**
 * Conditions taken apart into alternatives, each a list of simple conditions that hold or do not hold together.
 *
 * Somebody for whom something holds is given a name of his own, so that what is said of him stays together.
 */
import type { Criterion, LeafCriterion } from '../../../eligibility/criteria.ts'
import { canonicalJson } from '../../item-text.ts'

export type Literal
  = | { readonly whose: string, readonly leaf: LeafCriterion, readonly holds: boolean }
  /** Not looked into: only that it cannot hold and not hold at once. */
    | { readonly whose: string, readonly whole: string, readonly holds: boolean }

export type Alternative = readonly Literal[]
export interface Claim { readonly criterion: Criterion, readonly holds: boolean }

/** More alternatives than anybody can read; from there on nothing is claimed. */
const mostAlternatives = 400

/** @returns `undefined` when there are too many alternatives to say anything */
export function alternativesOf(claims: readonly Claim[]): readonly Alternative[] | undefined {
  return product(claims.map(({ criterion, holds }, index) => taken(criterion, holds, '', `${index}`)))
}

type Taken = readonly Alternative[] | undefined

function taken(criterion: Criterion, holds: boolean, whose: string, place: string): Taken {
  switch (criterion.kind) {
    case 'not': return taken(criterion.of, !holds, whose, `${place}n`)
    case 'all':
    case 'any': {
      const inner = criterion.of.map((each, index) => taken(each, holds, whose, `${place}.${index}`))
      return (criterion.kind === 'all') === holds ? product(inner) : union(inner)
    }
    case 'someone':
    case 'relative': return holds ? product([[[wholeOf(criterion, true, whose)]], taken(criterion.where, true, `${place}s`, `${place}s`)]) : [[wholeOf(criterion, false, whose)]]
    case 'count': {
      if (holds && (criterion.from ?? 0) > (criterion.to ?? Number.POSITIVE_INFINITY))
        return []
      return holds && (criterion.from ?? 0) > 0
        ? product([[[wholeOf(criterion, true, whose)]], taken(criterion.where, true, `${place}s`, `${place}s`)])
        : [[wholeOf(criterion, holds, whose)]]
    }
    default: return [[{ whose, leaf: criterion, holds }, wholeOf(criterion, holds, whose)]]
  }
}

function wholeOf(criterion: Criterion, holds: boolean, whose: string): Literal {
  return { whose, whole: canonicalJson(withoutBasis(criterion)), holds }
}

/** Where it is written does not change what it says. */
export function withoutBasis(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(withoutBasis)
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'basis').map(([key, inner]) => [key, withoutBasis(inner)]))
    : value
}

function product(parts: readonly Taken[]): Taken {
  return parts.reduce<Taken>((made, part) => {
    if (!made || !part || made.length * part.length > mostAlternatives)
      return undefined
    return made.flatMap(left => part.map(right => [...left, ...right]))
  }, [[]])
}

function union(parts: readonly Taken[]): Taken {
  const all = parts.flatMap(part => part ?? [])
  return parts.includes(undefined) || all.length > mostAlternatives ? undefined : all
}
