/**
 * A thousand rules against json-rules-engine 7, one engine with all rules, run once a member: each rule is `all` of
 * plain operators, with the income border of the household's size as a fact; it is asked which rules held.
 */
import type { NestedCondition } from 'json-rules-engine'
import type { Rule } from '../thousand-rules.ts'
import { Engine } from 'json-rules-engine'
import { measureAgainst } from '../against-peer.ts'

const conditionsOf = ({ age, percent, choice, home, last }: Rule): NestedCondition[] => [
  { fact: 'age', operator: 'greaterThanInclusive', value: age.from },
  { fact: 'age', operator: 'lessThan', value: age.below },
  { fact: 'income', operator: 'lessThanInclusive', value: { fact: `limit-${percent}` } },
  { fact: choice.fact, operator: 'in', value: choice.in },
  { fact: home.fact, operator: 'in', value: home.in },
  ...lastOf(last),
]

function lastOf(last: Rule['last']): NestedCondition[] {
  switch (last.kind) {
    case 'sex': return [{ fact: 'sex', operator: 'equal', value: last.is }]
    case 'household-size': return [{ fact: 'size', operator: 'greaterThanInclusive', value: last.from }, { fact: 'size', operator: 'lessThanInclusive', value: last.to }]
    case 'birth-order': return [{ fact: 'birth-order', operator: 'greaterThanInclusive', value: last.atLeast }]
    case 'monthly-rent': return [{ fact: 'monthly-rent', operator: 'lessThanInclusive', value: last.atMost }]
  }
}

export const measure = () => measureAgainst({
  name: 'json-rules-engine',
  families: 12,
  factsFor: ({ limits, answers, ...facts }) => ({ ...answers, ...Object.fromEntries(Object.entries(limits).map(([percent, limit]) => [`limit-${percent}`, limit])), ...facts }),
  prepare: (rules) => {
    const engine = new Engine(rules.map((rule, at) => ({ conditions: { all: conditionsOf(rule) }, event: { type: String(at) } })))
    return async (facts) => {
      const { events } = await engine.run(facts)
      const held = new Set(events.map(({ type }) => Number(type)))
      return rules.map((_, at) => held.has(at))
    }
  },
}, 'lookup-vs-json-rules-engine')
