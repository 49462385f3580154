/**
 * Masking (가림 처리): what stands on screen where the whole is not needed. 김*수, 1980-**-**, 010-****-1234.
 */
import type { PlainDate } from './dates.ts'

/** Keeps the first and the last character: 김*수, 김*, 남**민; a long foreign name keeps its first letter and its length hidden. */
export function maskName(name: string): string {
  const letters = [...name.trim()]
  if (letters.length <= 1)
    return letters.length === 0 ? '' : '*'
  if (letters.length === 2)
    return `${letters[0]}*`
  return letters.length > 6
    ? `${letters[0]}****${letters.at(-1)}`
    : `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`
}

/** The year alone: it tells the stage of life and nobody's birthday. */
export const maskBirth = (birth: PlainDate): string => `${birth.slice(0, 4)}-**-**`

/** The first group and the last four digits, as on Korean forms; the area code of Seoul has two digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return digits.length < 7 ? '****' : `${digits.slice(0, digits.startsWith('02') ? 2 : 3)}-****-${digits.slice(-4)}`
}
