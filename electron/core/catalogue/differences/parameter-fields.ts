/** How each field of a figure is said in the review: a value of a day is one line, so that a new year is one more. */
import type { BilingualText } from '../../kernel/text.ts'
import type { Parameter } from '../../policy/parameter.ts'
import type { RuleSetting } from '../editor/rule-setting.ts'
import type { FieldSayers, SayField } from './said.ts'
import { quantity } from '../../eligibility/reasons/wording.ts'
import { asList, asValue, bilingual, choice, inBoth, joinedBy, plain, words } from './said.ts'
import { saySource } from './say-source.ts'

type DatedValue = Parameter['values'][number]

export const parameterFields: FieldSayers<Parameter> = {
  label: bilingual,
  unit: (unit, setting) => asValue(/^[A-Z]{3}/.test(unit) ? inBoth(unit) : words(setting, `unit.${unit}`)),
  by: choice('by'),
  values: () => ({}),
  reviewBy: plain,
}

/** The values need the unit and the dimension beside them. */
export const sayValues = ({ values, unit, by }: Parameter): SayField<Parameter['values']> => (_, setting) =>
  asList(values.map(value => sayValue(value, unit, by, setting)))

function sayValue({ from, value, source, confidence }: DatedValue, unit: string, by: Parameter['by'], setting: RuleSetting): BilingualText {
  const amount = typeof value === 'number'
    ? quantity(setting.texts, value, unit)
    : joinedBy(', ', Object.entries(value).map(([key, each]) => words(setting, 'keyed', { key: sayKey(key, by, setting), amount: quantity(setting.texts, each, unit) })))
  return joinedBy('. ', [
    words(setting, 'dated', { from, amount }),
    confidence === 'confirmed' ? undefined : words(setting, `confidence.${confidence}`),
    saySource(source, setting),
  ])
}

function sayKey(key: string, by: Parameter['by'], setting: RuleSetting): BilingualText {
  if (by === 'household-size' && key !== 'beyond')
    return words(setting, 'key.size', { size: key })
  return by === 'region' && key !== 'elsewhere' ? inBoth(key) : words(setting, `key.${key}`)
}
