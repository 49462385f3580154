/**
 * A thousand rules against the least there could be: a loop by hand over rows of numbers, one member after the other,
 * that compares one condition after the next and stops at the first that fails, so that it says neither why not nor
 * what is not known.
 *
 * Choices are numbered and accepted by a bit, as fast as can be written; turning a member's answers into numbers is
 * set-up. It is the limit, not an engine: the ratio says how near to it three values and all reasons come, 0.25 being
 * four times as slow.
 */
import type { PlainFacts } from '../against-peer.ts'
import type { Rule } from '../thousand-rules.ts'
import { facts as kinds } from '#core/eligibility/facts'
import { measureAgainst } from '../against-peer.ts'

const choices = ['disability', 'student', 'employment', 'marital-status', 'long-term-care-grade', 'tenure', 'single-parent', 'multicultural', 'near-poor', 'owns-no-home', 'isolated', 'car'] as const
const sexes = ['female', 'male']
const lasts = ['sex', 'household-size', 'birth-order', 'monthly-rent'] as const
const percents = Array.from({ length: 201 }, (_, percent) => percent)

const optionsOf = (fact: typeof choices[number]): readonly unknown[] => 'options' in kinds[fact].value ? kinds[fact].value.options : [false, true]
const bits = (fact: typeof choices[number], values: readonly unknown[]): number => values.reduce<number>((bits, value) => bits | 1 << optionsOf(fact).indexOf(value), 0)

function lastBorders(last: Rule['last']): readonly [number, number] {
  switch (last.kind) {
    case 'sex': return [sexes.indexOf(last.is), sexes.indexOf(last.is)]
    case 'household-size': return [last.from, last.to]
    case 'birth-order': return [last.atLeast, Number.POSITIVE_INFINITY]
    case 'monthly-rent': return [Number.NEGATIVE_INFINITY, last.atMost]
  }
}

interface Numbers { readonly age: number, readonly income: number, readonly limits: Float64Array, readonly codes: Int32Array, readonly lasts: Float64Array }

/** A member's answers in numbers: the codes of the choices, then what the last conditions compare. */
const numbersOf = ({ age, income, limits, sex, size, answers }: PlainFacts): Numbers => ({
  age,
  income,
  limits: Float64Array.from(percents, percent => limits[percent] ?? Number.NaN),
  codes: Int32Array.from(choices, fact => optionsOf(fact).indexOf(answers[fact])),
  lasts: Float64Array.of(sexes.indexOf(sex), size, answers['birth-order'] as number, answers['monthly-rent'] as number),
})

function prepare(rules: readonly Rule[]) {
  const count = rules.length
  const [from, below, percent] = [Int32Array.from(rules, ({ age }) => age.from), Int32Array.from(rules, ({ age }) => age.below), Int32Array.from(rules, rule => rule.percent)]
  const [choice, choiceBits] = [Int32Array.from(rules, rule => choices.indexOf(rule.choice.fact)), Int32Array.from(rules, rule => bits(rule.choice.fact, rule.choice.in))]
  const [home, homeBits] = [Int32Array.from(rules, rule => choices.indexOf(rule.home.fact)), Int32Array.from(rules, rule => bits(rule.home.fact, rule.home.in))]
  const [last, low, high] = [Int32Array.from(rules, rule => lasts.indexOf(rule.last.kind)), Float64Array.from(rules, rule => lastBorders(rule.last)[0]), Float64Array.from(rules, rule => lastBorders(rule.last)[1])]
  const held = new Uint8Array(count)
  return ({ age, income, limits, codes, lasts }: Numbers): Uint8Array => {
    for (let at = 0; at < count; at++) {
      held[at] = age >= from[at]! && age < below[at]!
        && income <= limits[percent[at]!]!
        && (choiceBits[at]! >>> codes[choice[at]!]!) & 1
        && (homeBits[at]! >>> codes[home[at]!]!) & 1
        && lasts[last[at]!]! >= low[at]! && lasts[last[at]!]! <= high[at]!
        ? 1
        : 0
    }
    return held
  }
}

export const measure = () => measureAgainst({ name: 'loop by hand', families: 200, factsFor: numbersOf, prepare }, 'lookup-vs-loop')
