/** Checks of facts: one of a list of values, an amount within borders, a day not too far back. */
import type { PlainDate } from '../../kernel/dates.ts'
import type { Limit } from '../criteria.ts'
import type { FactTable } from '../fact-table.ts'
import type { FactId, FactValue } from '../facts.ts'
import type { Kleene } from '../kleene.ts'
import type { CompiledLimit } from '../limit.ts'
import type { Check, MakeCheck, Surroundings } from './check.ts'
import type { Measure, Shape } from './shape.ts'
import { dayNumberOf } from '../../kernel/calendar.ts'
import { addDays, addMonths, lastDayOfPeriod } from '../../kernel/dates.ts'
import { kindOf } from '../fact-table.ts'
import { asKleene, no, unknown } from '../kleene.ts'
import { compileLimit, noLeast, noMost } from '../limit.ts'
import { answerTo, askFact } from './check.ts'
import { askWhoCounts, meansOf } from './means.ts'
import { acceptedOf, anotherAnswer, mostAnswers, notAnswered } from './shape.ts'

/** What an answer can be, where that is a short list; the place of each is its bit. */
function answersOf(fact: FactId, table: FactTable): readonly FactValue[] | undefined {
  const { value } = kindOf(table, fact)
  const answers = value.type === 'yes-no' ? [false, true] : value.type === 'choice' ? value.options : undefined
  return answers && answers.length <= mostAnswers ? answers : undefined
}

function shapeOfFact({ fact, in: values }: { readonly fact: FactId, readonly in: readonly FactValue[] }, table: FactTable): Shape {
  const answer = answerTo(fact, table)
  const about = kindOf(table, fact).about
  const possible = answersOf(fact, table)
  if (!possible) {
    const test = (value: ReturnType<typeof answer>): Kleene => value === undefined || value === null ? unknown : asKleene(values.includes(value))
    return { kind: 'other', key: `fact:${fact}:${JSON.stringify(values)}`, about, test: (member, household) => test(answer(member, household)) }
  }
  const places = new Map(possible.map((value, place) => [value, place]))
  return {
    kind: 'among',
    of: {
      key: `answer:${fact}`,
      about,
      read: (member, household) => {
        const value = answer(member, household)
        return value === undefined || value === null ? notAnswered : places.get(value) ?? anotherAnswer
      },
    },
    accepted: acceptedOf(values.flatMap(value => places.get(value) ?? [])),
  }
}

export const fact: MakeCheck<'fact'> = (criterion, { facts }) => ({
  shape: shapeOfFact(criterion, facts),
  ask: askFact(criterion.fact, facts),
  actual: answerTo(criterion.fact, facts),
})

function borders(
  means: NonNullable<Check['actual']>,
  measured: Pick<Measure, 'key' | 'about'>,
  ask: Check['ask'],
  limits: { readonly atLeast?: Limit, readonly atMost?: Limit },
  surroundings: Surroundings,
): ReturnType<MakeCheck<'amount'>> {
  const atMost = limits.atMost === undefined ? undefined : compileLimit(limits.atMost, surroundings)
  const atLeast = limits.atLeast === undefined ? undefined : compileLimit(limits.atLeast, surroundings)
  const read: Measure['read'] = (member, household) => {
    const value = means(member, household)
    return typeof value === 'number' ? value : Number.NaN
  }
  return {
    shape: { kind: 'range', of: { ...measured, read }, atLeast: atLeast ?? noLeast, atMost: atMost ?? noMost },
    ask: (member, household) => typeof means(member, household) !== 'number'
      ? ask(member, household)
      : atMost?.ask?.(member, household) ?? atLeast?.ask?.(member, household) ?? askWhoCounts(surroundings.counts, member, household, atMost ?? atLeast),
    limits: { atMost, atLeast },
    actual: means,
  }
}

export const amount: MakeCheck<'amount'> = ({ fact: name, atLeast, atMost }, surroundings) =>
  borders(answerTo(name, surroundings.facts), { key: `amount:${name}`, about: kindOf(surroundings.facts, name).about }, askFact(name, surroundings.facts), { atLeast, atMost }, surroundings)

export const income: MakeCheck<'income'> = ({ measure, atMost }, surroundings) => {
  const { value, about, ask } = meansOf(measure, surroundings.counts)
  return borders(value, { key: about === 'household' ? `amount:${measure}` : `${measure}:${surroundings.counts}`, about }, ask, { atMost }, surroundings)
}

export interface Period { readonly count: number, readonly unit: 'days' | 'weeks' | 'months' | 'years' }

/** Whether the day lies not after `on` and `on` still within the period that runs from it, the first day not counted. */
export function withinPeriod(day: PlainDate, on: PlainDate, { count, unit }: Period): Kleene {
  return asKleene(day <= on && on <= lastDayOfPeriod(addDays(day, 1), count, unit))
}

/** Longer than any month, so that a search over the ends of months begins before what it looks for. */
const aMonthAndMore = 35

/** The first day from which the period still runs on `on`, as a day number. */
function earliestWithin(on: PlainDate, { count, unit }: Period): number {
  const months = unit === 'years' ? count * 12 : count
  let day = unit === 'days' || unit === 'weeks' ? addDays(on, -count * (unit === 'weeks' ? 7 : 1)) : addDays(addMonths(on, -months), -aMonthAndMore)
  while (withinPeriod(day, on, { count, unit }) === no)
    day = addDays(day, 1)
  return dayNumberOf(day)
}

/** As far back as the period reaches on the day of the lookup; worked out once a day. */
function earliestDay(period: Period): CompiledLimit {
  let day: PlainDate | undefined
  let earliest = Number.NaN
  const on: CompiledLimit['least'] = (_member, household) => {
    if (household.on !== day)
      earliest = earliestWithin((day = household.on), period)
    return earliest
  }
  return { key: `back:${period.count}:${period.unit}`, about: 'household', least: on, most: on }
}

const theDay: CompiledLimit = { key: 'day', about: 'household', least: (_member, { onDay }) => onDay, most: (_member, { onDay }) => onDay }

export const since: MakeCheck<'since'> = ({ fact: name, within }, { facts }) => {
  const answer = answerTo(name, facts)
  const read: Measure['read'] = (member, household) => {
    const day = answer(member, household)
    return typeof day === 'string' ? dayNumberOf(day as PlainDate) : Number.NaN
  }
  return {
    shape: { kind: 'range', of: { key: `day:${name}`, about: kindOf(facts, name).about, read }, atLeast: earliestDay(within), atMost: theDay },
    ask: askFact(name, facts),
    actual: answer,
  }
}
