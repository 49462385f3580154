/**
 * A thousand rules against json-logic-engine 5, each rule built (compiled) once and called for every member: `and` of
 * plain comparisons, with the income border of the household's size among the data.
 */
import type { PlainFacts } from '../against-peer.ts'
import type { Rule } from '../thousand-rules.ts'
import { LogicEngine } from 'json-logic-engine'
import { measureAgainst } from '../against-peer.ts'

const answerTo = (fact: string): unknown => ({ var: `answers.${fact}` })

const logicOf = ({ age, percent, choice, home, last }: Rule): unknown => ({
  and: [
    { '<=': [age.from, { var: 'age' }] },
    { '<': [{ var: 'age' }, age.below] },
    { '<=': [{ var: 'income' }, { var: `limits.${percent}` }] },
    { in: [answerTo(choice.fact), choice.in] },
    { in: [answerTo(home.fact), home.in] },
    lastOf(last),
  ],
})

function lastOf(last: Rule['last']): unknown {
  switch (last.kind) {
    case 'sex': return { '===': [{ var: 'sex' }, last.is] }
    case 'household-size': return { '<=': [last.from, { var: 'size' }, last.to] }
    case 'birth-order': return { '<=': [last.atLeast, answerTo('birth-order')] }
    case 'monthly-rent': return { '<=': [answerTo('monthly-rent'), last.atMost] }
  }
}

export const measure = () => measureAgainst({
  name: 'json-logic-engine (compiled)',
  families: 200,
  factsFor: facts => facts,
  prepare: (rules) => {
    const engine = new LogicEngine()
    const built = rules.map(rule => engine.build(logicOf(rule)) as (facts: PlainFacts) => unknown)
    return facts => built.map(rule => rule(facts) === true)
  },
}, 'lookup-vs-json-logic-engine')
