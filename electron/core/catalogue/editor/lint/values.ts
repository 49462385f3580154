/**
 * Sets of values that a thing may still have: numbers as intervals, anything else as what is in or out.
 *
 * Only ever too large, never too small: what stays possible here may be impossible, but not the reverse.
 */
export type Values
  = | { readonly of: 'numbers', readonly parts: readonly (readonly [least: number, most: number])[] }
    | { readonly of: 'answers', readonly only: readonly unknown[] | null, readonly never: readonly unknown[] }

export const between = (least: number, most: number): Values => ({ of: 'numbers', parts: least <= most ? [[least, most]] : [] })
export const oneOf = (only: readonly unknown[]): Values => ({ of: 'answers', only, never: [] })
export const noneOf = (never: readonly unknown[]): Values => ({ of: 'answers', only: null, never })

/** Whole numbers outside of a span whose ends are known only as spans themselves: outside of the narrowest of them. */
export const outside = (least: number, most: number): Values => ({
  of: 'numbers',
  parts: ([[Number.NEGATIVE_INFINITY, least - 1], [most + 1, Number.POSITIVE_INFINITY]] as const).filter(([from, to]) => from <= to && to !== Number.NEGATIVE_INFINITY && from !== Number.POSITIVE_INFINITY),
})

export function common(left: Values, right: Values): Values {
  if (left.of === 'numbers' && right.of === 'numbers')
    return { of: 'numbers', parts: left.parts.flatMap(([a, b]) => right.parts.flatMap(([c, d]) => Math.max(a, c) <= Math.min(b, d) ? [[Math.max(a, c), Math.min(b, d)] as const] : [])) }
  if (left.of !== 'answers' || right.of !== 'answers')
    return left
  const only = left.only === null ? right.only : right.only === null ? left.only : left.only.filter(value => right.only!.includes(value))
  return { of: 'answers', only, never: [...left.never, ...right.never] }
}

/** @param domain every answer there is, where it is known */
export function isEmpty(values: Values, domain?: readonly unknown[]): boolean {
  if (values.of === 'numbers')
    return values.parts.length === 0
  const possible = values.only ?? domain
  return possible !== undefined && possible.every(value => values.never.includes(value))
}
