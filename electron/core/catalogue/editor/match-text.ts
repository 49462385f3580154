/**
 * Finding items as people type: parts of words in any order, initials (초성), spaces or none, a syllable not finished
 * yet, or the keyboard left in Latin mode.
 */
import { convertQwertyToHangul, disassemble, getChoseong } from 'es-hangul'
import { nameKey } from '../../households/name-search-key.ts'

export interface SearchKey {
  readonly name: string
  /** Letters of the name, one after the other: a syllable half typed is the beginning of a whole one. */
  readonly letters: string
  readonly initials: string
  readonly rest: string
}

export function searchKey(name: string, rest: string): SearchKey {
  const key = nameKey(name)
  return { name: key, letters: disassemble(key), initials: getChoseong(key).replace(/\s+/g, ''), rest: nameKey(rest) }
}

/** One reading of a part of what was typed. */
interface Reading { readonly part: string, readonly letters: string, readonly initialsOnly: boolean }

/** The parts of what was typed, each with every reading of it. */
export type Wanted = readonly (readonly Reading[])[]

const readingOf = (part: string): Reading => ({ part, letters: disassemble(part), initialsOnly: /^[ㄱ-ㅎ]+$/.test(part) })

export function readWanted(text: string): Wanted {
  return text.normalize('NFC').trim().split(/\s+/).filter(Boolean).map((part) => {
    const hangul = /^[a-z]+$/i.test(part) ? nameKey(convertQwertyToHangul(part)) : ''
    return [nameKey(part), ...(/[가-힣ㄱ-ㅎ]/.test(hangul) ? [hangul] : [])].map(readingOf)
  })
}

/** How well an item fits: the larger the better, 0 when a part is nowhere in it. */
export function fitOf(key: SearchKey, wanted: Wanted): number {
  let least = 5
  for (const readings of wanted) {
    least = Math.min(least, Math.max(...readings.map(reading => fitOfReading(key, reading))))
    if (least === 0)
      return 0
  }
  return least
}

function fitOfReading({ name, letters, initials, rest }: SearchKey, reading: Reading): number {
  const { part } = reading
  if (name.startsWith(part))
    return 4
  if (name.includes(part))
    return 3
  if (reading.initialsOnly)
    return initials.includes(part) ? 3 : 0
  if (letters.includes(reading.letters))
    return 2
  return rest.includes(part) ? 1 : 0
}
