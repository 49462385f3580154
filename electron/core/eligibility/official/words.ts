/** The words about official records, handed in: the part `words` of `resources/texts/{ko,en}/official.json`. */
import type { Texts } from '../../host.ts'
import type { BilingualText } from '../../kernel/text.ts'
import type { Fillings } from '../texts.ts'
import * as z from 'zod'
import { fill } from '../texts.ts'

const Words = z.record(z.string(), z.string().min(1))
export type OfficialWords = Readonly<Record<'ko' | 'en', Readonly<Record<string, string>>>>

const checked = new WeakMap<Texts, OfficialWords>()

/** @throws {ZodError} when the file is missing: a fault of the build */
export function officialWords(texts: Texts): OfficialWords {
  const known = checked.get(texts)
  if (known)
    return known
  const read = { ko: Words.parse(texts.ko.official?.words), en: Words.parse(texts.en.official?.words) }
  checked.set(texts, read)
  return read
}

/** A missing text is a fault of the build, found by the tests; on the screen its key is better than a crash. */
export const wordsFor = ({ ko, en }: OfficialWords, key: string, fillings: Fillings = {}): BilingualText => ({
  ko: fill(ko[key] ?? key, fillings, 'ko'),
  en: fill(en[key] ?? key, fillings, 'en'),
})

/** "농업인, 어업인". */
export const joinWords = (words: OfficialWords, parts: readonly BilingualText[]): BilingualText =>
  parts.slice(1).reduce((left, right) => wordsFor(words, 'join', { left, right }), parts[0] ?? { ko: '', en: '' })
