/** What a field of an item says: prose to be compared word by word, a list of sentences, or one phrase. */
import type { BilingualText } from '../../kernel/text.ts'
import type { RuleSetting } from '../editor/rule-setting.ts'
import { sayBoth } from '../../kernel/say.ts'

export type Said
  = | { readonly as: 'text', readonly text: string }
    | { readonly as: 'list', readonly entries: readonly BilingualText[] }
    | { readonly as: 'value', readonly value: BilingualText }

/** By what stands behind the field's name: nothing, or the language of a text that has two. */
export type SaidParts = Readonly<Partial<Record<'' | 'ko' | 'en', Said>>>

/** How a field is said; `undefined` values never come here. */
export type SayField<Value> = (value: Value, setting: RuleSetting) => SaidParts

export type FieldSayers<Content> = { readonly [Field in keyof Content]?: SayField<NonNullable<Content[Field]>> }

export const inBoth = (text: string): BilingualText => ({ ko: text, en: text })
export const prose: SayField<string> = text => ({ '': { as: 'text', text } })
export const bilingual: SayField<BilingualText> = ({ ko, en }) => ({ ko: { as: 'text', text: ko }, en: { as: 'text', text: en } })
export const plain: SayField<string | number> = value => ({ '': { as: 'value', value: inBoth(String(value)) } })
export const list: SayField<readonly string[]> = entries => ({ '': { as: 'list', entries: entries.map(inBoth) } })
export const asValue = (value: BilingualText): SaidParts => ({ '': { as: 'value', value } })
export const asList = (entries: readonly BilingualText[]): SaidParts => ({ '': { as: 'list', entries } })

/** Words of this part, in `releases.json` under `words`; a value that has none yet stands as it is written. */
export function words(setting: Pick<RuleSetting, 'words'>, key: string, filling: Readonly<Record<string, string | number | BilingualText>> = {}): BilingualText {
  const inLanguage = (language: 'ko' | 'en') => Object.fromEntries(Object.entries(filling).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value]))
  return sayBoth(setting.words, 'releases', `words.${key}`, { ko: inLanguage('ko'), en: inLanguage('en') })
}

/** One of a closed set of words. */
export const choice = (group: string): SayField<string | number | boolean> => (value, setting) => asValue(words(setting, `${group}.${value}`))
/** Several of a closed set of words. */
export const choices = (group: string): SayField<readonly string[]> => (values, setting) => asList(values.map(value => words(setting, `${group}.${value}`)))

/** Anything else, so that a new field shows before it has words: its parts in a row. */
export const anything: SayField<unknown> = value => ({ '': { as: 'text', text: inARow(value) } })

function inARow(value: unknown): string {
  if (Array.isArray(value))
    return value.map(inARow).join(', ')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).filter(([, part]) => part !== undefined).map(([key, part]) => `${key}: ${inARow(part)}`).join(', ')
  return String(value)
}

export const joinedBy = (separator: string, parts: readonly (BilingualText | undefined)[]): BilingualText => {
  const there = parts.filter(part => part !== undefined)
  return { ko: there.map(({ ko }) => ko).join(separator), en: there.map(({ en }) => en).join(separator) }
}
