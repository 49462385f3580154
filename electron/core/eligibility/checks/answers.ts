/** Checks of facts: one of a list of values, an amount within borders. */
import type { Limit } from '../criteria.ts'
import type { FactTable } from '../fact-table.ts'
import type { FactId, FactValue } from '../facts.ts'
import type { Kleene } from '../kleene.ts'
import type { Check, MakeCheck, Surroundings } from './check.ts'
import type { Measure, Shape } from './shape.ts'
import { kindOf } from '../fact-table.ts'
import { asKleene, unknown } from '../kleene.ts'
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
