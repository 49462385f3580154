import type { RuleSetting } from '#core/catalogue/editor/rule-setting'
import type { Criterion } from '#core/eligibility/criteria'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lintRule } from '#core/catalogue/editor/lint/lint-rule'
import { compileService } from '#core/eligibility/compile-service'
import { yes } from '#core/eligibility/kleene'
import { prepareHousehold } from '#core/eligibility/prepare-household'
import { counts, criterion, fullHousehold } from '../../support/arbitrary-household'
import { aService, fixture, household, texts, today } from '../../support/engine'
import { realTexts } from '../../support/open-counter'

const setting = (counts: RuleSetting['counts'] = 'registered'): RuleSetting => ({ catalogue: fixture, texts, words: realTexts, on: today, counts })
const lintOf = (criteria: readonly unknown[], counts: RuleSetting['counts'] = 'registered') => lintRule(aService(criteria, { counts }), setting(counts))
const said = (criteria: readonly unknown[], counts?: RuleSetting['counts']) => lintOf(criteria, counts).map(({ key, about }) => [key, ...about.map(({ at }) => at)])

const young = { kind: 'age', below: 5 }
const old = { kind: 'age', from: 65 }
const income = (percent: number) => ({ kind: 'income', atMost: { parameter: 'fixture-line', percent } })
const property = (range: object) => ({ kind: 'amount', fact: 'property', ...range })
const disability = (...values: string[]) => ({ kind: 'fact', fact: 'disability', in: values })

describe('what is wrong with conditions among themselves', () => {
  it('is told where two can never hold together', () => {
    expect(said([young, { kind: 'sex', is: 'female' }, old])).toEqual([['contradiction', '0', '2']])
    expect(said([property({ atLeast: 500 }), property({ atMost: 400 })])).toEqual([['contradiction', '0', '1']])
    expect(said([property({ atLeast: { parameter: 'fixture-line', percent: 100 } }), property({ atMost: { parameter: 'fixture-line', percent: 50 } })])).toEqual([['contradiction', '0', '1']])
    expect(said([disability('mild'), disability('severe')])).toEqual([['contradiction', '0', '1']])
    expect(said([disability('severe'), { kind: 'not', of: disability('severe', 'mild') }])).toEqual([['contradiction', '0', '1']])
    expect(said([{ kind: 'someone', where: { kind: 'all', of: [young, old] } }])).toEqual([['contradiction-self', '0']])
    expect(said([{ kind: 'household-size', from: 5, to: 3 }])).toEqual([['contradiction-self', '0']])
    expect(said([disability('none', 'mild'), disability('mild', 'severe'), { kind: 'not', of: disability('mild') }])).toEqual([['contradiction-all', '0', '1', '2']])
  })

  it('is not claimed of different people, different amounts or borders that may meet', () => {
    expect(said([{ kind: 'someone', where: young }, { kind: 'someone', where: old }])).toEqual([])
    expect(said([young, { kind: 'someone', where: old }])).toEqual([])
    expect(said([property({ atLeast: 500 }), property({ atMost: 500 })])).toEqual([])
    expect(said([property({ atLeast: { parameter: 'fixture-line', percent: 100 } }), property({ atMost: { parameter: 'fixture-line', percent: 100 } })])).toEqual([])
    // a couple's line differs from a single person's: who counts is not known from the size
    expect(said([property({ atLeast: 1_400_000 }), property({ atMost: { parameter: 'fixture-couple-line' } })])).toEqual([])
  })

  it('is told of an alternative that nobody can meet, and of one that another makes superfluous', () => {
    expect(said([old, { kind: 'any', of: [disability('severe'), { kind: 'age', below: 20 }] }])).toEqual([['never', '1.of.1']])
    expect(said([{ kind: 'any', of: [{ kind: 'age', from: 70 }, old] }])).toEqual([['needless-branch', '0.of.0', '0.of.1']])
    expect(said([{ kind: 'any', of: [income(50), income(100)] }])).toEqual([['needless-branch', '0.of.0', '0.of.1']])
  })

  it('is told of a condition that its neighbour makes superfluous, once', () => {
    expect(said([old, { kind: 'age', from: 18 }])).toEqual([['needless', '1', '0']])
    expect(said([old, { kind: 'age', from: 65, basis: '다른 조문' }])).toEqual([['needless', '1', '0']])
    expect(said([income(100), { kind: 'household-size', from: 2 }, income(50)])).toEqual([['needless', '0', '2']])
  })

  it('reads the region of the service with its conditions', () => {
    const service = aService([{ kind: 'resides', province: '서울특별시', district: '마포구' }], { region: { province: '서울특별시', district: '동작구' } })
    expect(lintRule(service, setting()).map(({ key, about }) => [key, ...about.map(({ at }) => at)])).toEqual([['contradiction', 'region', '0']])
  })
})

/** Few values close together, so that findings and households that meet the conditions are both frequent. */
const near = fc.oneof(
  fc.record({ from: fc.integer({ min: 0, max: 40 }), below: fc.integer({ min: 1, max: 60 }) }, { requiredKeys: [] }).map(range => ({ kind: 'age', ...range })),
  fc.constantFrom('female', 'male').map(is => ({ kind: 'sex', is })),
  fc.subarray(['none', 'mild', 'severe'], { minLength: 1 }).map(values => disability(...values)),
  fc.record({ atLeast: fc.constantFrom(0, 500_000, 1_000_000), atMost: fc.constantFrom(499_999, 1_000_000, { parameter: 'fixture-line', percent: 50 }, { parameter: 'fixture-line' }, { parameter: 'fixture-assets' }) }, { requiredKeys: [] }).map(property),
  fc.record({ from: fc.integer({ min: 1, max: 3 }), to: fc.integer({ min: 1, max: 4 }) }, { requiredKeys: [] }).map(range => ({ kind: 'household-size', ...range })),
  fc.record({ count: fc.integer({ min: 1, max: 400 }), unit: fc.constantFrom('days', 'weeks', 'months') }).map(within => ({ kind: 'since', fact: 'lost-job-on', within })),
)
const nearRule = fc.letrec<{ rule: unknown }>(tie => ({
  rule: fc.oneof({ maxDepth: 2, depthSize: 'small' }, near, fc.oneof(
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map(of => ({ kind: 'all', of })),
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map(of => ({ kind: 'any', of })),
    tie('rule').map(of => ({ kind: 'not', of })),
    tie('rule').map(where => ({ kind: 'someone', where })),
  )),
})).rule

describe('every claim', () => {
  it('is true: no household meets what was shown to be impossible', () => {
    let [claims, met] = [0, 0]
    const rules = fc.oneof({ weight: 3, arbitrary: nearRule }, { weight: 1, arbitrary: criterion })
    fc.assert(fc.property(fc.array(rules, { minLength: 1, maxLength: 4 }), counts, fc.array(fullHousehold, { minLength: 30, maxLength: 30 }), (criteria, who, households) => {
      const found = lintOf(criteria, who as RuleSetting['counts'])
      claims += found.length
      const holds = (parts: readonly { criterion: Criterion, holds: boolean }[]) => {
        const compiled = compileService(aService(parts.map(({ criterion, holds }) => holds ? criterion : { kind: 'not', of: criterion }), { counts: who }), fixture)
        return households.some((given) => {
          const prepared = prepareHousehold(household(given), today)
          return prepared.members.some(member => compiled.test(member, prepared) === yes)
        })
      }
      met += Number(holds(criteria.map(criterion => ({ criterion: criterion as Criterion, holds: true }))))
      for (const { impossible } of found)
        expect(holds(impossible), JSON.stringify(impossible)).toBe(false)
    }), { numRuns: 400 })
    expect(claims, 'claims were made').toBeGreaterThan(100)
    expect(met, 'rules were met').toBeGreaterThan(40)
  })
})
