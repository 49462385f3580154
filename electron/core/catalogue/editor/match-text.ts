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

/** The parts of what was typed, each with every reading of it. */
export type Wanted = readonly (readonly string[])[]

export function readWanted(text: string): Wanted {
  return text.normalize('NFC').trim().split(/\s+/).filter(Boolean).map((part) => {
    const key = nameKey(part)
    const hangul = /^[a-z]+$/i.test(part) ? nameKey(convertQwertyToHangul(part)) : ''
    return /[가-힣ㄱ-ㅎ]/.test(hangul) ? [key, hangul] : [key]
  })
}

/** How well an item fits: the larger the better, 0 when a part is nowhere in it. */
export const fitOf = (key: SearchKey, wanted: Wanted): number =>
  wanted.reduce((least, readings) => Math.min(least, Math.max(...readings.map(part => fitOfPart(key, part)))), 5)

function fitOfPart({ name, letters, initials, rest }: SearchKey, part: string): number {
  if (name.startsWith(part))
    return 4
  if (name.includes(part))
    return 3
  if (/^[ㄱ-ㅎ]+$/.test(part))
    return initials.includes(part) ? 3 : 0
  if (letters.includes(disassemble(part)))
    return 2
  return rest.includes(part) ? 1 : 0
}
