/**
 * Kleene's three-valued logic in numbers, so that `and` is the smaller and `or` the greater of two.
 *
 * `unknown` is an answer nobody gave. It never counts as no, and a definite value never changes when it is given.
 */
export type Kleene = 0 | 1 | 2

export const no = 0
export const unknown = 1
export const yes = 2

export const both = (left: Kleene, right: Kleene): Kleene => left < right ? left : right
export const either = (left: Kleene, right: Kleene): Kleene => left > right ? left : right
export const opposite = (value: Kleene): Kleene => (2 - value) as Kleene
export const asKleene = (value: boolean | null | undefined): Kleene => value === true ? yes : value === false ? no : unknown
