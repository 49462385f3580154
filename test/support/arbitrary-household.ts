/** Random households of which everything is known, the same with answers taken away, and random criteria. */
import type { FactName } from '#core/eligibility/facts'
import fc from 'fast-check'
import { facts } from '#core/eligibility/facts'
import { Relation } from '#core/eligibility/household-facts'
import { dayNumberOf, dayOfNumber } from '#core/kernel/calendar'
import { fixture, household, today } from './engine'

const onDay = dayNumberOf(today)
const dayAgo = (most: number) => fc.integer({ min: 0, max: most }).map(days => dayOfNumber(onDay - days))
const aDay = fc.oneof(dayAgo(400), dayAgo(36_000))
/** Few and close to the borders of the criteria below, so that both sides are met often. */
const won = fc.constantFrom(0, 1, 499_999, 500_000, 999_999, 1_000_000, 1_000_001, 1_500_000, 140_000_000, 2_000_000_000)

const names = Object.keys(facts) as FactName[]
const answerTo = (name: FactName) => {
  const { value } = facts[name]
  switch (value.type) {
    case 'yes-no': return fc.boolean()
    case 'choice': return fc.constantFrom(...value.options)
    case 'money': return won
    case 'count': return fc.integer({ min: 0, max: 4 })
    case 'date': return aDay
  }
}
/** The facts the criteria below turn on; the others would only make it slower. */
const asked = ['disability', 'marital-status', 'lost-job-on', 'birth-order', 'single-parent', 'tenure', 'recognised-income', 'monthly-income', 'property', 'lease-contract-on'] as const satisfies readonly FactName[]
const answers = (about: 'person' | 'household') =>
  fc.record(Object.fromEntries(asked.filter(name => facts[name].about === about || name === 'recognised-income').map(name => [name, answerTo(name)])))

const member = (id: string, relation: fc.Arbitrary<string>) => fc.record({
  id: fc.constant(id),
  relation,
  birth: fc.oneof(aDay, dayAgo(7000)),
  sex: fc.constantFrom('female', 'male'),
  livingTogether: fc.boolean(),
  facts: answers('person'),
  receives: fc.record({ 'fixture-child-grant': fc.boolean() }),
}).chain(known => fc.option(dayAgo(30), { nil: undefined, freq: 6 }).map(diedOn => ({ ...known, ...(diedOn ? { diedOn } : {}) })))

export const fullHousehold = fc.tuple(
  member('a', fc.constantFrom('head', 'child', 'parent')),
  fc.array(fc.constantFrom(...Relation.options.filter(relation => relation !== 'head')), { maxLength: 4 })
    .chain(relations => fc.tuple(...relations.map((relation, at) => member(`m${at}`, fc.constant(relation))))),
  answers('household'),
  fc.record({ kind: fc.constantFrom('move-in', 'birth', 'death', 'counselling'), on: dayAgo(120) }),
  fc.record({ province: fc.constantFrom('서울특별시', '경기도'), district: fc.constantFrom('동작구', '수원시', '해남군') }),
  fc.tuple(aDay, aDay),
  fc.boolean(),
).map(([first, others, answered, event, place, [one, other], receivesHelp]) => {
  const members = [first, ...others]
  return {
    event,
    // nobody lives longer in the district than in the province around it
    residence: { ...place, inProvinceSince: one < other ? one : other, inDistrictSince: one < other ? other : one },
    members,
    facts: answered,
    receives: { 'fixture-household-help': receivesHelp, 'fixture-child-grant': members.some(({ receives, ...rest }) => !('diedOn' in rest) && receives['fixture-child-grant']) },
  }
})
export type FullHousehold = typeof fullHousehold extends fc.Arbitrary<infer Value> ? Value : never

/** What of a household may be unknown; whether somebody has died, and the relation to the head, are always said. */
const optional = new Set(['birth', 'sex', 'livingTogether', 'event', 'on', 'province', 'district', 'inProvinceSince', 'inDistrictSince', 'fixture-child-grant', 'fixture-household-help', ...names])

/** Takes away each unknowable value for which `keeps` says no. */
export function withoutAnswers<Value>(value: Value, keeps: () => boolean): Value {
  if (Array.isArray(value))
    return value.map(each => withoutAnswers(each as unknown, keeps)) as Value
  if (typeof value !== 'object' || value === null)
    return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !optional.has(key) || keeps()).map(([key, inner]) => [key, withoutAnswers(inner as unknown, keeps)])) as Value
}

/** The same household, as it becomes known in three steps. */
export const householdBecomingKnown = fc.tuple(fullHousehold, fc.infiniteStream(fc.integer({ min: 0, max: 9 }))).map(([full, chances]) => {
  const keeping = (most: number) => () => chances.next().value! < most
  const more = withoutAnswers(full, keeping(8))
  return { less: household(withoutAnswers(more, keeping(6))), more: household(more), full: household(full) }
})

const ends = (min: number, max: number) => fc.record({ from: fc.integer({ min, max }), below: fc.integer({ min: min + 1, max: max + 1 }) }, { requiredKeys: [] })
const limit = fc.oneof(
  fc.constantFrom(0, 500_000, 1_000_000, 140_000_000),
  fc.record({ parameter: fc.constantFrom(...fixture.parameters.keys()), percent: fc.constantFrom(50, 100) }),
  fc.record({ fact: fc.constantFrom('monthly-income', 'property'), percent: fc.constantFrom(50, 33.33), dividedBy: fc.constantFrom(2, 12) }, { requiredKeys: ['fact'] }),
)
const within = fc.record({ count: fc.integer({ min: 1, max: 14 }), unit: fc.constantFrom('days', 'months', 'years') })

/** What turns on who counts: the size and the income. */
export const means = fc.oneof(
  fc.tuple(fc.constantFrom('recognised-income', 'monthly-income'), limit).map(([measure, atMost]) => ({ kind: 'income', measure, atMost })),
  fc.record({ from: fc.integer({ min: 1, max: 4 }), to: fc.integer({ min: 2, max: 5 }) }, { requiredKeys: [] }).map(range => ({ kind: 'household-size', ...range })),
)

export const leaf = fc.oneof(
  fc.tuple(ends(0, 80), fc.constantFrom('years', 'months'), fc.constantFrom('month-end', '12-31', undefined)).map(([range, unit, at]) => ({ kind: 'age', unit, at, ...range })),
  ends(0, 80).map(range => ({ kind: 'year-age', ...range })),
  aDay.map(from => ({ kind: 'born', from })),
  fc.constantFrom('female', 'male').map(is => ({ kind: 'sex', is })),
  fc.subarray([...Relation.options], { minLength: 1 }).map(relations => ({ kind: 'relation', in: relations })),
  fc.boolean().map(is => ({ kind: 'living-together', is })),
  fc.subarray(['none', 'mild', 'severe'], { minLength: 1 }).map(values => ({ kind: 'fact', fact: 'disability', in: values })),
  fc.boolean().map(value => ({ kind: 'fact', fact: 'single-parent', in: [value] })),
  fc.constant({ kind: 'amount', fact: 'birth-order', atLeast: 2 }),
  fc.record({ atMost: limit, atLeast: limit }, { requiredKeys: ['atMost'] }).map(range => ({ kind: 'amount', fact: 'property', ...range })),
  fc.tuple(fc.constantFrom('lost-job-on', 'lease-contract-on'), within).map(([fact, period]) => ({ kind: 'since', fact, within: period })),
  means,
  fc.constantFrom('fixture-child-grant', 'fixture-household-help').map(service => ({ kind: 'receives', service })),
  fc.record({ province: fc.constant('서울특별시'), district: fc.constantFrom('동작구', '해남군'), atLeast: within }, { requiredKeys: [] }).map(place => ({ kind: 'resides', ...place })),
  fc.record({ is: fc.subarray(['move-in', 'birth', 'death'], { minLength: 1 }), within }, { requiredKeys: ['is'] }).map(event => ({ kind: 'event', ...event })),
)

export const { criterion } = fc.letrec<{ criterion: unknown }>(tie => ({
  criterion: fc.oneof({ maxDepth: 3, depthSize: 'small' }, leaf, fc.oneof(
    fc.array(tie('criterion'), { minLength: 1, maxLength: 3 }).map(of => ({ kind: 'all', of })),
    fc.array(tie('criterion'), { minLength: 1, maxLength: 3 }).map(of => ({ kind: 'any', of })),
    tie('criterion').map(of => ({ kind: 'not', of })),
    fc.constant({ kind: 'office-decides', what: { ko: '점수', en: 'score' } }),
    tie('criterion').map(where => ({ kind: 'someone', where })),
    fc.tuple(fc.constantFrom('child', 'parent', 'spouse', 'sibling', 'grandchild', 'grandparent'), tie('criterion')).map(([is, where]) => ({ kind: 'relative', is, where })),
    fc.tuple(tie('criterion'), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 3 })).map(([where, from, to]) => ({ kind: 'count', where, from, to })),
  )),
}))
export const counts = fc.constantFrom('registered', 'family', 'couple', 'member')
