/**
 * The paper recovery key (복구 키): 31 random characters and one that checks them, in groups of four.
 *
 * Crockford's alphabet has no I, L, O and U; what looks alike is read as what was meant. 31 characters are 155
 * random bits. The check character is a sum over GF(32): any one wrong character and any two neighbours swapped
 * are told before a key is derived, and do not count as a try.
 */
import { randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 32

/** Multiplication by x in GF(32) with x⁵ + x² + 1, whose powers of x run through all 31 elements but zero. */
function timesX(element: number): number {
  return element & 16
    ? (element << 1 & 31) ^ 5
    : element << 1
}

/** Horner's rule: the value of the characters as a polynomial at x. Right keys give zero. */
const checkSum = (values: readonly number[]): number => values.reduce((sum, value) => timesX(sum) ^ value, 0)

export function makeRecoveryKey(): string {
  const values = Array.from(randomBytes(length - 1), byte => byte & 31)
  const check = timesX(checkSum(values))
  return [...values, check].map(value => alphabet[value]).join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** @returns the 32 characters that were meant, or nothing when it was mistyped */
export function readRecoveryKey(typed: string): string | undefined {
  const key = typed.normalize('NFKC').toUpperCase().replace(/[\s\-\u2010-\u2015]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  const values = Array.from(key, character => alphabet.indexOf(character))
  return values.length === length && !values.includes(-1) && checkSum(values) === 0
    ? key
    : undefined
}
