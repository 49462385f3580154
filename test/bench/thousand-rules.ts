/**
 * A thousand generated rules of five conditions each, and households of which everything is known, for comparing
 * engines: the same rules are given to each engine in its own terms.
 *
 * Every rule asks of a member, all five: an age in completed years from and below (as in the shipped catalogue, from
 * infants to 85); the household's recognised income up to a share of the standard median income for its size, 30 to 200
 * percent; one or two options of a choice about the person (disability, school, work, marriage, long-term care grade);
 * one to three kinds of tenure of the household, or yes or no to a question about it; and last the sex, how many live
 * together, which child it is, or a monthly rent at most. The rules are drawn by the same chances each time.
 */
import type { Catalogue } from '#core/policy/catalogue'
import { join } from 'node:path'
import { facts } from '#core/eligibility/facts'
import { PlainDate } from '#core/kernel/dates'
import { WelfareService } from '#core/policy/welfare-service'
import { loadPolicy } from '#server/load-policy'
import { chancesFrom, madeUpHouseholds } from '../support/made-up-households.ts'

export const on = PlainDate.parse('2026-11-22')
export const medianIncome = 'median-income'

const ages = [[0, 2], [0, 8], [0, 9], [0, 18], [3, 6], [6, 13], [9, 25], [13, 19], [15, 40], [18, 35], [19, 40], [19, 65], [24, 65], [40, 65], [50, 85], [60, 120], [65, 120], [75, 120]] as const
const percents = [30, 32, 40, 48, 50, 60, 65, 70, 75, 80, 100, 120, 150, 180, 200] as const
const choices = ['disability', 'student', 'employment', 'marital-status', 'long-term-care-grade'] as const
const questions = ['single-parent', 'multicultural', 'near-poor', 'owns-no-home', 'isolated', 'car'] as const

export interface Rule {
  readonly age: { readonly from: number, readonly below: number }
  readonly percent: number
  readonly choice: { readonly fact: typeof choices[number], readonly in: readonly string[] }
  readonly home: { readonly fact: 'tenure' | typeof questions[number], readonly in: readonly (string | boolean)[] }
  readonly last:
    | { readonly kind: 'sex', readonly is: 'female' | 'male' }
    | { readonly kind: 'household-size', readonly from: number, readonly to: number }
    | { readonly kind: 'birth-order', readonly atLeast: number }
    | { readonly kind: 'monthly-rent', readonly atMost: number }
}

export function thousandRules(): readonly Rule[] {
  const chance = chancesFrom(1000)
  const upTo = (most: number): number => Math.floor(chance() * (most + 1))
  const oneOf = <Value>(values: readonly Value[]): Value => values[upTo(values.length - 1)]!
  const some = <Value>(values: readonly Value[], most: number): readonly Value[] => [...new Set(Array.from({ length: 1 + upTo(most - 1) }, () => oneOf(values)))]
  return Array.from({ length: 1000 }, () => {
    const [from, below] = oneOf(ages)
    const choice = oneOf(choices)
    const question = oneOf(questions)
    return {
      age: { from, below },
      percent: oneOf(percents),
      choice: { fact: choice, in: some(facts[choice].value.options, 2) },
      home: chance() < 0.5 ? { fact: 'tenure', in: some(facts.tenure.value.options, 3) } : { fact: question, in: [chance() < 0.5] },
      last: oneOf<Rule['last']>([
        { kind: 'sex', is: oneOf(['female', 'male']) },
        { kind: 'household-size', from: 1 + upTo(2), to: 3 + upTo(3) },
        { kind: 'birth-order', atLeast: 1 + upTo(2) },
        { kind: 'monthly-rent', atMost: oneOf([300_000, 500_000, 1_000_000, 3_000_000]) },
      ]),
    }
  })
}

/** The rules as entries of a catalogue, with the shipped figures. */
export async function catalogueOf(rules: readonly Rule[]): Promise<Catalogue> {
  const shipped = await loadPolicy(join(import.meta.dirname, '../../resources/policy'))
  const any = [...shipped.services.values()][0]!
  const entry = (rule: Rule, at: number): WelfareService =>
    WelfareService.parse({ ...any, id: `rule-${at}`, concerns: 'member', counts: 'registered', region: undefined, from: undefined, until: undefined, benefit: { text: any.benefit.text }, criteria: criteriaOf(rule) })
  return { ...shipped, services: new Map(rules.map(entry).map(each => [each.id, each])) }
}

const criteriaOf = ({ age, percent, choice, home, last }: Rule): readonly unknown[] => [
  { kind: 'age', ...age },
  { kind: 'income', atMost: { parameter: medianIncome, percent } },
  { kind: 'fact', ...choice },
  { kind: 'fact', ...home },
  last.kind === 'birth-order' || last.kind === 'monthly-rent' ? { ...last, kind: 'amount', fact: last.kind } : last,
]

/** Families of one to nine people of whom everything is known; nobody has died. */
export function knownFamilies(count: number) {
  const families = madeUpHouseholds({ seed: 40, on, unknown: 0 })
  return Array.from({ length: count }, () => families.next().value)
    .map(family => ({ ...family, members: family.members.map(({ diedOn: _, ...member }) => member) }))
}
