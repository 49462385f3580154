/** The households on the borders of one condition, each with what it is, in words. */
import type { LeafCriterion, Limit } from '../../../eligibility/criteria.ts'
import type { FactValue } from '../../../eligibility/facts.ts'
import type { HouseholdFacts } from '../../../eligibility/household-facts.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import type { BilingualText } from '../../../kernel/text.ts'
import type { RuleSetting } from '../rule-setting.ts'
import { kindOf } from '../../../eligibility/fact-table.ts'
import { householdFacts } from '../../../eligibility/household-facts.ts'
import { compileLimit } from '../../../eligibility/limit.ts'
import { prepareHousehold } from '../../../eligibility/prepare-household.ts'
import { answerInWords, quantity } from '../../../eligibility/reasons/wording.ts'
import { addDays, addMonths, addYears } from '../../../kernel/dates.ts'
import { sayBoth } from '../../../kernel/say.ts'

export interface AtBorder { readonly says: BilingualText, readonly household: HouseholdFacts }

type Member = Readonly<Record<string, unknown>>
const head = { id: 'a', relation: 'head', livingTogether: true }

/** A household of one of whom only this is known. */
const familyOf = (setting: RuleSetting, member: Member, rest: Member = {}): HouseholdFacts =>
  householdFacts(setting.catalogue.facts).parse({ members: [{ ...head, ...member }], ...rest })

const words = (setting: RuleSetting, key: string, filling: Parameters<typeof sayBoth>[3] = {}): BilingualText => sayBoth(setting.words, 'catalogue', `borders.${key}`, filling)
const inBoth = (name: string, text: BilingualText, rest: Record<string, string> = {}) => ({ ko: { [name]: text.ko, ...rest }, en: { [name]: text.en, ...rest } })
const unknown = (setting: RuleSetting): AtBorder => ({ says: words(setting, 'unknown'), household: familyOf(setting, {}) })

export function bordersOf(leaf: LeafCriterion, setting: RuleSetting): AtBorder[] {
  const { on } = setting
  switch (leaf.kind) {
    case 'age': return [...[leaf.from, leaf.below].flatMap(age => age ? agesAround(age, leaf.unit, setting) : []), unknown(setting)]
    case 'year-age': return [...[leaf.from, leaf.below].flatMap(age => age ? [age - 1, age].map(years => born(addYears(on, -years), setting)) : []), unknown(setting)]
    case 'born': return [...[leaf.from, leaf.until].flatMap(day => day ? [-1, 0, 1].map(off => born(addDays(day, off), setting)) : []), unknown(setting)]
    case 'income': return [...around(leaf.atMost, setting).map(won => income(leaf.measure, won, setting)), unknown(setting)]
    case 'amount': return [...[leaf.atLeast, leaf.atMost].flatMap(limit => limit === undefined ? [] : around(limit, setting).map(value => answered(leaf.fact, value, setting))), unknown(setting)]
    case 'fact': return [...answersTo(leaf.fact, setting).map(value => answered(leaf.fact, value, setting)), unknown(setting)]
    case 'since': return [...daysAround(leaf.within, on).map(day => answered(leaf.fact, day, setting)), unknown(setting)]
    case 'household-size': return [...new Set([leaf.from, leaf.to].flatMap(size => size ? [size - 1, size, size + 1] : []))].filter(size => size > 0).map(size => sized(size, setting))
    case 'event': return leaf.within ? daysAround(leaf.within, on).map(day => ({ says: words(setting, 'day-exact', { day }), household: familyOf(setting, {}, { event: { kind: leaf.is[0], on: day } }) })) : []
    case 'resides': return leaf.atLeast ? livedSince(leaf, setting) : []
    default: return []
  }
}

function agesAround(age: number, unit: 'years' | 'months', setting: RuleSetting): AtBorder[] {
  const birthday = addMonths(setting.on, -(unit === 'years' ? age * 12 : age))
  const reached = words(setting, `age-${unit}`, { count: `${age}` })
  return ([['day-before', 1], ['day-of', 0], ['day-after', -1]] as const).map(([key, off]) => {
    const day = addDays(birthday, off)
    return { says: words(setting, key, inBoth('age', reached, { day })), household: familyOf(setting, { birth: day }) }
  })
}

const born = (day: PlainDate, setting: RuleSetting): AtBorder => ({ says: words(setting, 'day-exact', { day }), household: familyOf(setting, { birth: day }) })

/** One less, the border itself, one more, as it lies for one person on the day. */
function around(limit: Limit, setting: RuleSetting): number[] {
  const { catalogue: { parameters, facts }, counts, on } = setting
  const household = prepareHousehold(familyOf(setting, { facts: { 'marital-status': 'single' } }), on, facts)
  const border = compileLimit(limit, { counts, parameters, facts }).least(household.head, household)
  return Number.isFinite(border) ? [border - 1, border, border + 1].filter(value => value >= 0) : []
}

function income(measure: string, won: number, setting: RuleSetting): AtBorder {
  return { says: quantity(setting.texts, won, 'KRW'), household: familyOf(setting, { facts: { 'marital-status': 'single' } }, { facts: { [measure]: won } }) }
}

function answered(fact: string, value: FactValue, setting: RuleSetting): AtBorder {
  const { facts } = setting.catalogue
  const answer = { [fact]: value }
  const isPersonal = kindOf(facts, fact).about === 'person'
  return { says: answerInWords(setting.texts, facts, fact, value), household: isPersonal ? familyOf(setting, { facts: answer }) : familyOf(setting, {}, { facts: answer }) }
}

function answersTo(fact: string, { catalogue }: RuleSetting): readonly FactValue[] {
  const { value } = kindOf(catalogue.facts, fact)
  return value.type === 'choice' ? value.options : value.type === 'yes-no' ? [true, false] : []
}

function daysAround({ count, unit }: { readonly count: number, readonly unit: string }, on: PlainDate): PlainDate[] {
  const last = unit === 'days' || unit === 'weeks' ? addDays(on, -count * (unit === 'weeks' ? 7 : 1)) : addMonths(on, -count * (unit === 'years' ? 12 : 1))
  return [addDays(last, -1), last, addDays(last, 1)]
}

function sized(size: number, setting: RuleSetting): AtBorder {
  const members = Array.from({ length: size }, (_, index) => ({ ...head, id: `m${index}`, relation: index === 0 ? 'head' : 'other-relative' }))
  return { says: words(setting, 'persons', { count: `${size}` }), household: householdFacts(setting.catalogue.facts).parse({ members }) }
}

function livedSince(leaf: Extract<LeafCriterion, { kind: 'resides' }>, setting: RuleSetting): AtBorder[] {
  const place = { province: leaf.province ?? '시·도', district: leaf.district ?? '시·군·구' }
  return daysAround(leaf.atLeast!, setting.on).map(day => ({ says: words(setting, 'day-exact', { day }), household: familyOf(setting, {}, { residence: { ...place, inProvinceSince: day, inDistrictSince: day } }) }))
}
