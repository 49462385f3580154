/**
 * Three values of everybody at once: a family stands in the bits of two words.
 *
 * Bit 0 is the household itself, bit n+1 the n-th of the prepared members. In `is` a bit says that it holds, in `may`
 * that it is not ruled out: both for yes, `may` alone for not known, neither for no. So `and` and `or` of a whole
 * family are one operation each, and `not` turns the two words round.
 */
import type { Kleene } from '../kleene.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'

/** By the number of a criterion in its table. */
export interface Words { readonly is: Int32Array, readonly may: Int32Array }

/** Bits of a word. A household has at most thirty members, and one bit is its own. */
export const subjectsOfAWord = 32

export const everybody = -1
export const nobody = 0

/** How many bits are set. */
export function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0F0F0F0F, 0x01010101) >>> 24
}

export const valueAt = (is: number, may: number, subject: number): Kleene =>
  (((is >>> subject) & 1) + ((may >>> subject) & 1)) as Kleene

/** Who may be spoken of: the household, then its members, each at the place of its bit. */
export function subjectsOf({ members }: PreparedHousehold): readonly (PreparedMember | null)[] {
  if (members.length >= subjectsOfAWord)
    throw new RangeError(`A household of ${members.length} does not fit; at most ${subjectsOfAWord - 1} can be looked up.`)
  return [null, ...members]
}

/** The bits of those members for whom it is said. */
export function membersWhere(members: readonly PreparedMember[], holds: (member: PreparedMember) => boolean): number {
  let word = nobody
  for (let at = 0; at < members.length; at++)
    word |= holds(members[at]!) ? 2 << at : 0
  return word
}
