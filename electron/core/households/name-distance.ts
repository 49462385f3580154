/**
 * How far two names are apart, counted in letters of Hangul (자모): 김서준 and 김서즌 differ by one.
 *
 * @returns insertions, deletions and replacements needed; stops counting beyond `limit`
 */
import { disassemble } from 'es-hangul'
import { nameKey } from './name-search-key.ts'

export function nameDistance(one: string, other: string, limit = 3): number {
  const [left, right] = [disassemble(nameKey(one)), disassemble(nameKey(other))]
  if (Math.abs(left.length - right.length) > limit)
    return limit + 1
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const replaced = previous[column - 1]! + Number(left[row - 1] !== right[column - 1])
      current.push(Math.min(replaced, previous[column]! + 1, current[column - 1]! + 1))
    }
    previous = current
  }
  return Math.min(previous[right.length]!, limit + 1)
}
