/**
 * What somebody typed into the search: a name or part of it, initials (초성), a phone, a birth day, or a name typed
 * with the keyboard in Latin mode (rlatjwns is 김서준).
 */
import { convertQwertyToHangul } from 'es-hangul'
import { PlainDate } from '../kernel/dates.ts'
import { nameKey } from './name-search-key.ts'

export type SearchText
  = | { readonly by: 'name' | 'keyboard', readonly key: string }
    | { readonly by: 'initials', readonly initials: string }
    | { readonly by: 'phone', readonly digits: string }
    | { readonly by: 'birth', readonly day: PlainDate }

/** The readings worth trying, the likeliest first. */
export function readSearchText(text: string): SearchText[] {
  const key = nameKey(text)
  const digits = text.replace(/[\s.\-/]/g, '')
  if (/^\d+$/.test(digits)) {
    const day = birthDay(digits)
    return [
      ...(day ? [{ by: 'birth', day } as const] : []),
      ...(digits.length >= 4 ? [{ by: 'phone', digits } as const] : []),
    ]
  }
  if (/^[ㄱ-ㅎ]+$/.test(key))
    return [{ by: 'initials', initials: key }]
  const inHangul = /^[a-z]+$/i.test(text.trim()) ? nameKey(convertQwertyToHangul(text.trim())) : ''
  return [
    { by: 'name', key },
    ...(/^[가-힣]+$/.test(inHangul) ? [{ by: 'keyboard', key: inHangul } as const] : []),
    ...(/^[ㄱ-ㅎ]+$/.test(inHangul) ? [{ by: 'initials', initials: inHangul } as const] : []),
  ]
}

/** Eight digits as a day that exists. */
function birthDay(digits: string): PlainDate | undefined {
  const written = digits.length === 8 ? `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` : ''
  const read = PlainDate.safeParse(written)
  return read.success ? read.data : undefined
}
