import type { PlainDate } from '../../kernel/dates.ts'
import type { Limit } from '../criteria.ts'
/** Checks of facts: one of a list of values, an amount within borders, a day not too far back. */
import type { Kleene } from '../kleene.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { Check, MakeCheck, Surroundings } from './check.ts'
import { addDays, lastDayOfPeriod } from '../../kernel/dates.ts'
import { asKleene, both, no, unknown, yes } from '../kleene.ts'
import { compileLimit } from '../limit.ts'
import { answerTo, askFact } from './check.ts'
import { askWhoCounts, meansOf } from './means.ts'

export const fact: MakeCheck<'fact'> = (criterion, { facts }) => {
  const answer = answerTo(criterion.fact, facts)
  const [only, ...others] = criterion.in
  const accepts = others.length === 0
    ? (value: unknown) => value === only
    : (value: unknown) => (criterion.in as readonly unknown[]).includes(value)
  return {
    test: (member, household) => {
      const value = answer(member, household)
      return value === undefined || value === null ? unknown : asKleene(accepts(value))
    },
    ask: askFact(criterion.fact, facts),
    actual: answer,
  }
}

/** A value against a border that may itself not be known exactly; above the greatest is over, up to the least is within. */
function atMost(value: number, least: number, most: number): Kleene {
  return value <= least ? yes : value > most ? no : unknown
}

function borders(
  means: NonNullable<Check['actual']>,
  ask: Check['ask'],
  limits: { readonly atLeast?: Limit, readonly atMost?: Limit },
  { counts, parameters }: Surroundings,
): Check {
  const upper = limits.atMost === undefined ? undefined : compileLimit(limits.atMost, counts, parameters)
  const lower = limits.atLeast === undefined ? undefined : compileLimit(limits.atLeast, counts, parameters)
  return {
    test: (member, household) => {
      const value = means(member, household)
      if (typeof value !== 'number')
        return unknown
      const under = upper ? atMost(value, upper.least(member, household), upper.most(member, household)) : yes
      // at least the border is the mirror of at most it
      return lower ? both(under, atMost(-value, -lower.most(member, household), -lower.least(member, household))) : under
    },
    ask: (member, household) => typeof means(member, household) === 'number' ? askWhoCounts(counts, member, household, upper ?? lower) : ask(member, household),
    limits: { atMost: upper, atLeast: lower },
    actual: means,
  }
}

export const amount: MakeCheck<'amount'> = ({ fact: name, atLeast, atMost }, surroundings) =>
  borders(answerTo(name, surroundings.facts), askFact(name, surroundings.facts), { atLeast, atMost }, surroundings)

export const income: MakeCheck<'income'> = ({ measure, atMost }, surroundings) => {
  const { value, ask } = meansOf(measure, surroundings.counts)
  return borders(value, ask, { atMost }, surroundings)
}

/** Whether the day lies not after `on` and `on` still within the period that runs from it, the first day not counted. */
export function withinPeriod(day: PlainDate, on: PlainDate, count: number, unit: 'days' | 'weeks' | 'months' | 'years'): Kleene {
  return asKleene(day <= on && on <= lastDayOfPeriod(addDays(day, 1), count, unit))
}

export const since: MakeCheck<'since'> = ({ fact: name, within: { count, unit } }, { facts }) => {
  const answer = answerTo(name, facts)
  return {
    test: (member: PreparedMember | null, household: PreparedHousehold) => {
      const day = answer(member, household)
      return typeof day === 'string' ? withinPeriod(day as PlainDate, household.on, count, unit) : unknown
    },
    ask: askFact(name, facts),
    actual: answer,
  }
}
