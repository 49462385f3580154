/**
 * Sentences from the text files: `{name}` is filled in, and a missing key is a bug that shows at once.
 *
 * The texts are handed in by the host; core never reads a file.
 */
import type { Texts, TextTree } from '../host.ts'
import type { BilingualText, Language } from './text.ts'

export type Filling = Readonly<Record<string, string | number>>

/** @throws {TypeError} when the file or the key is missing: a gap in `resources/texts` */
export function say(texts: Texts, language: Language, file: string, key: string, filling: Filling = {}): string {
  let found: string | TextTree | undefined = texts[language][file]
  for (const step of key.split('.'))
    found = typeof found === 'object' ? found[step] : undefined
  if (typeof found !== 'string')
    throw new TypeError(`resources/texts/${language}/${file}.json has no text "${key}"`)
  return found.replace(/\{(\w+)\}/g, (whole, name: string) => name in filling ? String(filling[name]) : whole)
}

/** The same in both languages; `filling` may differ by language. */
export const sayBoth = (texts: Texts, file: string, key: string, filling: Filling | Readonly<Record<Language, Filling>> = {}): BilingualText => ({
  ko: say(texts, 'ko', file, key, fillingFor(filling, 'ko')),
  en: say(texts, 'en', file, key, fillingFor(filling, 'en')),
})

const fillingFor = (filling: Filling | Readonly<Record<Language, Filling>>, language: Language): Filling =>
  'ko' in filling && typeof filling.ko === 'object' ? filling[language] as Filling : filling as Filling
