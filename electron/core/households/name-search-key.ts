/**
 * How names are written down for searching: a key without spaces, the initials (초성), and short pieces of both.
 *
 * Two-syllable pieces find what a trigram index misses: most parts of Korean names are two syllables long.
 */
import { getChoseong } from 'es-hangul'

/** Without spaces, lower case, composed syllables. */
export const nameKey = (name: string): string => name.normalize('NFC').replace(/\s+/g, '').toLowerCase()

/** 초성 of every syllable: ㄱㅅㅈ for 김서준; nothing for a name in other letters. */
export const initialsOf = (name: string): string => getChoseong(nameKey(name)).replace(/\s+/g, '')

/** Single syllables, pairs of syllables and pairs of initials; each once. */
export function gramsOf(name: string): string[] {
  const key = [...nameKey(name)]
  const initials = [...initialsOf(name)]
  const pairs = (letters: string[]): string[] => letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
  return [...new Set([...key, ...pairs(key), ...pairs(initials)])]
}

/** The piece by which the last four digits of a phone are found. */
export const phoneGram = (digits: string): string => `#${digits.slice(-4)}`
