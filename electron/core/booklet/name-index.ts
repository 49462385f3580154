/** Sorting names for an index, and the letter each stands under: ㄱ ㄴ … for Hangul, A–Z for Latin, none for Hanja. */
import type { LanguageCode } from '../kernel/text.ts'
import { initialsOf } from '../households/name-search-key.ts'

export interface IndexLetter<Named> {
  /** "ㄱ", "A", "0–9"; empty where the language has no letters to stand under. */
  readonly letter: string
  readonly entries: readonly Named[]
}

/** Doubled consonants stand under the plain one, as in a dictionary. */
const plain: Readonly<Record<string, string>> = { ㄲ: 'ㄱ', ㄸ: 'ㄷ', ㅃ: 'ㅂ', ㅆ: 'ㅅ', ㅉ: 'ㅈ' }

/** What a name is sorted by: from its first letter or digit on, so that a bracket or a quotation mark decides nothing. */
const sortedBy = (name: string): string => name.replace(/^[^\p{L}\p{N}]+/u, '')

export function letterOf(name: string): string {
  const first = [...sortedBy(name)][0] ?? ''
  if (/\p{N}/u.test(first))
    return '0–9'
  if (/\p{Script=Hangul}/u.test(first)) {
    const initial = initialsOf(first)
    return plain[initial] ?? initial
  }
  if (!/\p{Script=Latin}/u.test(first))
    return ''
  return first === 'đ' || first === 'Đ' ? 'Đ' : (first.normalize('NFD')[0] ?? '').toUpperCase()
}

const orders = new Map<LanguageCode, (one: string, other: string) => number>()

/** Kept: asking for the order of a language takes longer than a hundred comparisons. */
function orderOf(code: LanguageCode): (one: string, other: string) => number {
  const order = orders.get(code) ?? new Intl.Collator(code).compare
  orders.set(code, order)
  return order
}

/** In the order of the language; names of the same spelling stay as they came. */
export function inOrder<Named extends { readonly name: string }>(named: readonly Named[], code: LanguageCode): Named[] {
  const order = orderOf(code)
  return named.map(each => ({ each, key: sortedBy(each.name) })).toSorted((one, other) => order(one.key, other.key)).map(({ each }) => each)
}

/** In order, under its letters. */
export function nameIndex<Named extends { readonly name: string }>(named: readonly Named[], code: LanguageCode): IndexLetter<Named>[] {
  return [...Map.groupBy(inOrder(named, code), ({ name }) => letterOf(name))].map(([letter, entries]) => ({ letter, entries }))
}
