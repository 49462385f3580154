/**
 * What became of an item, field by field and in words. Of an item that is new or ended every field is told.
 *
 * A service is said with the catalogue it stood in, so that a condition quotes the figure by the name it had there.
 */
import type { BilingualText } from '../../kernel/text.ts'
import type { Parameter } from '../../policy/parameter.ts'
import type { RuleSetting } from '../editor/rule-setting.ts'
import type { FieldChange, ItemKind } from '../model.ts'
import type { FieldSayers, Said, SaidParts, SayField } from './said.ts'
import { sayBoth } from '../../kernel/say.ts'
import { canonicalJson } from '../item-text.ts'
import { parameterFields, sayValues } from './parameter-fields.ts'
import { recordFields } from './record-fields.ts'
import { anything, words } from './said.ts'
import { serviceFields } from './service-fields.ts'
import { wordStretches } from './word-stretches.ts'

/** A content and the setting it is said in. */
export interface Version { readonly content: object, readonly setting: RuleSetting }

type Fields = Readonly<Record<string, unknown>>
const fieldsOf: Readonly<Record<ItemKind, FieldSayers<object>>> = { service: serviceFields, parameter: parameterFields, record: recordFields }
/** What has no meaning to a reader: the id stands above, and readers are only counted. */
const leftOut = new Set(['id', 'views'])

export function fieldChanges(kind: ItemKind, before: Version | undefined, after: Version | undefined): FieldChange[] {
  const [old, now] = [(before?.content ?? {}) as Fields, (after?.content ?? {}) as Fields]
  const fields = new Set([...Object.keys(fieldsOf[kind]), ...Object.keys(old), ...Object.keys(now)])
  const setting = (after ?? before)?.setting
  return [...fields].flatMap((field) => {
    if (leftOut.has(field) || !setting || canonicalJson(old[field]) === canonicalJson(now[field]))
      return []
    const told = changesOf(field, sayPart(kind, field, before), sayPart(kind, field, after), setting, labelOf(kind, field, setting))
    return told.length > 0 ? told : [{ field, label: labelOf(kind, field, setting), change: { as: 'value', before: null, after: words(setting, 'details-only') } }]
  })
}

function sayPart(kind: ItemKind, field: string, version: Version | undefined): SaidParts {
  const value = (version?.content as Fields | undefined)?.[field]
  if (!version || value === undefined)
    return {}
  const say = kind === 'parameter' && field === 'values'
    ? sayValues(version.content as Parameter)
    : (fieldsOf[kind] as Readonly<Record<string, SayField<unknown>>>)[field] ?? anything
  return (say as SayField<unknown>)(value, version.setting)
}

/** A field that has no words yet is named as it is written. */
const labelOf = (kind: ItemKind, field: string, { words: texts }: RuleSetting): BilingualText =>
  field in fieldsOf[kind] ? sayBoth(texts, 'releases', `fields.${kind}.${field}`) : { ko: field, en: field }

function changesOf(field: string, before: SaidParts, after: SaidParts, setting: RuleSetting, label: BilingualText): FieldChange[] {
  return (['', 'ko', 'en'] as const).flatMap((part) => {
    const change = changeOf(before[part], after[part])
    if (!change)
      return []
    return [{
      field: part ? `${field}.${part}` : field,
      label: part ? words(setting, `in-language.${part}`, { label }) : label,
      change,
    }]
  })
}

function changeOf(before: Said | undefined, after: Said | undefined): FieldChange['change'] | undefined {
  const as = (after ?? before)?.as
  if (as === 'list')
    return listChange(entriesOf(before), entriesOf(after))
  if (as === 'text') {
    const [old, now] = [textOf(before), textOf(after)]
    return old === now ? undefined : { as, stretches: wordStretches(old, now) }
  }
  const [old, now] = [before?.as === 'value' ? before.value : null, after?.as === 'value' ? after.value : null]
  return as === undefined || canonicalJson(old) === canonicalJson(now) ? undefined : { as: 'value', before: old, after: now }
}

const textOf = (said: Said | undefined): string => said?.as === 'text' ? said.text : ''
const entriesOf = (said: Said | undefined): readonly BilingualText[] => said?.as === 'list' ? said.entries : []

/** An entry that stands twice counts twice. */
function listChange(before: readonly BilingualText[], after: readonly BilingualText[]): FieldChange['change'] | undefined {
  const left = [...after]
  const gone = before.filter((entry) => {
    const at = left.findIndex(({ ko, en }) => ko === entry.ko && en === entry.en)
    if (at >= 0)
      left.splice(at, 1)
    return at < 0
  })
  return gone.length + left.length === 0 ? undefined : { as: 'list', kept: before.length - gone.length, gone, came: left }
}
