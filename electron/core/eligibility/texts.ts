/**
 * The sentences of the engine, handed in: `resources/texts/{ko,en}/{reasons,facts,terms}.json`.
 *
 * Core writes no sentence of its own. A template has named places, "만 {from}세 이상"; what fills them is a
 * number or a text of the same language, so Korean particles are avoided or fixed by the words around them.
 */
import type { BilingualText, Language } from '../kernel/text.ts'
import type { FactTable } from './fact-table.ts'
import type { FactId } from './facts.ts'
import * as z from 'zod'
import { facts } from './facts.ts'
import { oncePer } from './once-per.ts'

export const FactText = z.strictObject({
  /** A short name for it, as in a list: "장애 정도". */
  label: z.string().min(1),
  /** As it is read out; `{who}` stands for the person, and only in facts about a person. */
  question: z.string().min(1),
  /** For a choice: each of its options. */
  options: z.record(z.string(), z.string().min(1)).optional(),
})
export type FactText = z.infer<typeof FactText>

export const LanguageTexts = z.strictObject({
  reasons: z.record(z.string(), z.string().min(1)),
  facts: z.record(z.string(), FactText),
  terms: z.record(z.string(), z.string().min(1)),
})
export type LanguageTexts = z.infer<typeof LanguageTexts>

export const EligibilityTexts = z.strictObject({ ko: LanguageTexts, en: LanguageTexts })
export type EligibilityTexts = Readonly<Record<Language, LanguageTexts>>

type Filling = string | number | BilingualText
export type Fillings = Readonly<Record<string, Filling | undefined>>

const inLanguage = (filling: Filling | undefined, language: Language): string =>
  filling === undefined ? '' : typeof filling === 'object' ? filling[language] : String(filling)

/** Templates taken apart once: text and name of a place in turn. There are as many as the texts hold. */
const taken = new Map<string, readonly string[]>()

function piecesOf(template: string): readonly string[] {
  let pieces = taken.get(template)
  if (!pieces)
    taken.set(template, pieces = template.split(/\{(\w+)\}/))
  return pieces
}

export function fill(template: string, fillings: Fillings, language: Language): string {
  const pieces = piecesOf(template)
  let filled = pieces[0]!
  for (let at = 1; at < pieces.length; at += 2)
    filled += inLanguage(fillings[pieces[at]!], language) + pieces[at + 1]!
  return filled
}

/** A missing text is a fault of the build, found by the tests; on the screen its key is better than a crash. */
const bilingual = (textIn: (language: Language) => string | undefined, key: string): BilingualText =>
  ({ ko: textIn('ko') ?? key, en: textIn('en') ?? key })

export function say(texts: EligibilityTexts, key: string, fillings: Fillings = {}): BilingualText {
  const ko = texts.ko.reasons[key]
  const en = texts.en.reasons[key]
  return { ko: ko === undefined ? key : fill(ko, fillings, 'ko'), en: en === undefined ? key : fill(en, fillings, 'en') }
}

/** The first of the keys that has a text: a sentence of its own for one kind, else the common one. */
export const sayFirst = (texts: EligibilityTexts, keys: readonly string[], fillings: Fillings): BilingualText =>
  say(texts, keys.find(key => texts.ko.reasons[key] !== undefined) ?? keys[0] ?? '', fillings)

export const term = (texts: EligibilityTexts, key: string): BilingualText =>
  bilingual(language => texts[language].terms[key], key)

export const factLabel = (texts: EligibilityTexts, fact: FactId): BilingualText =>
  bilingual(language => texts[language].facts[fact]?.label, fact)

export const optionLabel = (texts: EligibilityTexts, fact: FactId, option: string): BilingualText =>
  bilingual(language => texts[language].facts[fact]?.options?.[option], option)

/** Texts in a row, "A, B" or "A 또는 B", as the key says for two of them. */
export function joined(texts: EligibilityTexts, key: 'join.and' | 'join.or' | 'join.list', parts: readonly BilingualText[]): BilingualText {
  return parts.slice(1).reduce((left, right) => say(texts, key, { left, right }), parts[0] ?? { ko: '', en: '' })
}

/** The texts with those of the facts that a catalogue's folder declares; the same object where it declares none. */
export const withFactTexts = oncePer((texts: EligibilityTexts, { declared }: FactTable): EligibilityTexts =>
  declared.length === 0 ? texts : { ko: withDeclared(texts, declared, 'ko'), en: withDeclared(texts, declared, 'en') })

function withDeclared(texts: EligibilityTexts, declared: FactTable['declared'], language: Language): LanguageTexts {
  const words = declared.map(({ id, label, question, value }) => [id, {
    label: label[language],
    question: question[language],
    ...(value.type === 'choice' ? { options: Object.fromEntries(Object.entries(value.options).map(([option, text]) => [option, text[language]])) } : {}),
  }] as const)
  return { ...texts[language], facts: { ...texts[language].facts, ...Object.fromEntries(words) } }
}

/** Every fact and option that has no text in a language: none in a finished build. */
export function missingFactTexts(texts: EligibilityTexts): readonly string[] {
  return (['ko', 'en'] as const).flatMap(language => Object.entries(facts).flatMap(([name, { value }]) => {
    const text = texts[language].facts[name]
    if (!text)
      return [`${language}: ${name}`]
    const options: readonly string[] = value.type === 'choice' ? value.options : []
    return options.filter(option => !text.options?.[option]).map(option => `${language}: ${name}.${option}`)
  }))
}
