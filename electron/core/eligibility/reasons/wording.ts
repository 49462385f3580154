/** Amounts, periods, persons and values as they are read out. */
import type { BilingualText } from '../../kernel/text.ts'
import type { FactTable } from '../fact-table.ts'
import type { FactId, FactValue } from '../facts.ts'
import type { HouseholdFacts, MemberFacts } from '../household-facts.ts'
import type { EligibilityTexts } from '../texts.ts'
import { currencyOf } from '../../policy/parameter.ts'
import { kindOf } from '../fact-table.ts'
import { factLabel, optionLabel, say, sayFirst, term } from '../texts.ts'

/** 820556 as "820,556"; without the host's locale data, so that every host writes the same. */
export function grouped(amount: number): string {
  const [whole, fraction] = String(Math.abs(amount)).split('.')
  const digits = whole!.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${amount < 0 ? '-' : ''}${digits}${fraction ? `.${fraction}` : ''}`
}

/** An amount with its unit: "820,556원", "60시간"; of a currency without a word of its own "1,696 USD". */
export function quantity(texts: EligibilityTexts, amount: number, unit: string): BilingualText {
  const currency = currencyOf(unit)
  return sayFirst(texts, [`unit.${currency ?? unit}`, 'unit.money'], { amount: grouped(amount), currency })
}

export const period = (texts: EligibilityTexts, { count, unit }: { readonly count: number, readonly unit: string }): BilingualText =>
  say(texts, `period.${unit}.${count === 1 ? 'one' : 'many'}`, { count })

/** The person as addressed in a question: "배우자분", with the year of birth where another has the same relation. */
export function whoIs(texts: EligibilityTexts, member: MemberFacts, household: HouseholdFacts): BilingualText {
  const who = term(texts, `who.${member.relation}`)
  const isOneOfSeveral = household.members.filter(({ relation }) => relation === member.relation).length > 1
  if (!isOneOfSeveral)
    return who
  return member.birth
    ? say(texts, 'who.born', { who, year: member.birth.slice(0, 4) })
    : say(texts, 'who.numbered', { who, number: household.members.filter(({ relation }) => relation === member.relation).indexOf(member) + 1 })
}

/** An answer to a fact in words. */
export function answerInWords(texts: EligibilityTexts, table: FactTable, fact: FactId, value: FactValue): BilingualText {
  const { type } = kindOf(table, fact).value
  if (typeof value === 'boolean')
    return term(texts, value ? 'yes' : 'no')
  if (typeof value === 'number')
    return quantity(texts, value, type === 'money' ? table.currency : 'count')
  return type === 'choice' ? optionLabel(texts, fact, value) : { ko: value, en: value }
}

export const nameOfFact = factLabel
