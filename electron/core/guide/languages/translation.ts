/**
 * A language of paper beside Korean and English: text files only (`resources/texts/<code>`), no code.
 *
 * Everything in core is said in Korean and one other language. For a paper in Chinese the other language is Chinese:
 * the same readers and makers run with a host whose second language was exchanged.
 */
import type { Host, Texts, TextTree } from '../../host.ts'
import type { Language, LanguageCode } from '../../kernel/text.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import { ORPCError } from '@orpc/server'

export interface Translation {
  readonly code: LanguageCode
  /** As the language calls itself: 中文. */
  readonly name: string
  /** Files by name, complete or not: what is missing is said in English. */
  readonly texts: Readonly<Record<string, TextTree>>
  /** Sentences of the catalogue and of event notes by their Korean original: a changed original has no translation any more. */
  readonly words: Readonly<Record<string, string>>
}

export interface Speaking {
  readonly host: Host
  /** The language that core is asked for: `en` stands for whatever the second language of this host is. */
  readonly language: Language
}

const made = new WeakMap<Host, Map<LanguageCode, Host>>()

/** Every language of paper, as it calls itself: the two that everything is in, then those that are there as text files. */
export const languagesOf = ({ translations }: Pick<Host, 'translations'>): { readonly code: LanguageCode, readonly name: string }[] => [
  { code: 'ko', name: '한국어' },
  { code: 'en', name: 'English' },
  ...[...translations.values()].map(({ code, name }) => ({ code, name })),
]

/** @throws {ORPCError} LANGUAGE_NOT_FOUND */
export function speaking(host: Host, code: LanguageCode): Speaking {
  if (code === 'ko' || code === 'en')
    return { host, language: code }
  const translation = host.translations.get(code)
  if (!translation)
    throw new ORPCError('LANGUAGE_NOT_FOUND')
  const known = made.get(host) ?? new Map<LanguageCode, Host>()
  made.set(host, known)
  const other = known.get(code) ?? exchanged(host, translation)
  known.set(code, other)
  return { host: other, language: 'en' }
}

function exchanged(host: Host, translation: Translation): Host {
  const notes = translated(host.eventNotes(), translation)
  const texts = translatedTexts(host.texts, translation)
  return Object.create(host, {
    texts: { value: texts },
    eventNotes: { value: () => notes },
    translation: { value: translation },
  }) as Host
}

/** What is not translated stays English. */
export const translatedTexts = (texts: Texts, translation: Translation): Texts =>
  ({ ko: texts.ko, en: over(texts.en, translation.texts) as Texts['en'] })

function over(below: TextTree, above: TextTree): TextTree {
  return Object.fromEntries(Object.keys(below).map((key) => {
    const [under, on] = [below[key]!, above[key]]
    return [key, typeof under === 'object' ? over(under, typeof on === 'object' ? on : {}) : typeof on === 'string' ? on : under]
  }))
}

/** The same data with every text of two languages said in the other language instead of English, where a translation is known. */
export function translated<Data>(data: Data, { words }: Translation): Data {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value.map(walk)
    if (value instanceof Map)
      return new Map([...value].map(([key, each]) => [key, walk(each)]))
    if (typeof value !== 'object' || value === null)
      return value
    const { ko, en } = value as { ko?: unknown, en?: unknown }
    if (typeof ko === 'string' && typeof en === 'string')
      return { ...value, en: words[ko] ?? en }
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each)]))
  }
  return walk(data) as Data
}

const catalogues = new WeakMap<Catalogue, Map<LanguageCode, Catalogue>>()

/** Official records stay in their publisher's words. */
export function translatedCatalogue(catalogue: Catalogue, translation: Translation): Catalogue {
  const known = catalogues.get(catalogue) ?? new Map<LanguageCode, Catalogue>()
  catalogues.set(catalogue, known)
  const before = known.get(translation.code)
  if (before)
    return before
  const { services, parameters, documents } = catalogue
  const other = { ...catalogue, ...translated({ services, parameters, documents }, translation) }
  known.set(translation.code, other)
  return other
}
