/** The laws of the engine, on random rules and random households, known in part and then in full. */
import type { HouseholdFacts } from '#core/eligibility/household-facts'
import type { ServiceVerdict } from '#core/eligibility/verdict'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileService } from '#core/eligibility/compile-service'
import { verdictOf } from '#core/eligibility/look-up'
import { prepareHousehold } from '#core/eligibility/prepare-household'
import { explain } from '#core/eligibility/reasons/explain'
import { counts, criterion, householdBecomingKnown, leaf, means } from '../support/arbitrary-household'
import { aCatalogue, aService, household, texts, today } from '../support/engine'

/** The verdicts for every member and for the household, by member. */
function verdicts(rule: unknown, counted: string, known: HouseholdFacts): ReadonlyMap<string | null, ServiceVerdict['verdict']> {
  const service = aService([rule], { counts: counted })
  const compiled = compileService(service, aCatalogue(service))
  const prepared = prepareHousehold(known, today)
  return new Map([null, ...prepared.members].map(member => [member?.source.id ?? null, verdictOf(compiled.test(member, prepared))]))
}

const runs = { numRuns: 1500 }

/** Checks one rule on one household as it becomes known; counts how often there was something to check. */
function staysDefinite(rule: unknown, counted: string, steps: readonly HouseholdFacts[], seen: { definite: number, opened: number }): void {
  const [early, later, final] = steps.map(known => verdicts(rule, counted, known))
  for (const [memberId, verdict] of early!) {
    if (verdict !== 'ask-first') {
      seen.definite++
      expect([later!.get(memberId), final!.get(memberId)]).toEqual([verdict, verdict])
    }
    else if (final!.get(memberId) !== 'ask-first') {
      seen.opened++
    }
  }
  for (const [memberId, verdict] of later!) {
    if (verdict !== 'ask-first')
      expect(final!.get(memberId)).toBe(verdict)
  }
}

describe('a definite verdict', () => {
  it.each([
    ['of any rule', criterion, 1500],
    ['of the size and the income of whoever counts', means, 3000],
  ] as const)('%s never changes when more becomes known', (_what, rules, numRuns) => {
    const seen = { definite: 0, opened: 0 }
    fc.assert(fc.property(rules, counts, householdBecomingKnown, (rule, counted, { less, more, full }) => staysDefinite(rule, counted, [less, more, full], seen)), { numRuns })
    // worth something only when both happened often
    expect(seen.definite).toBeGreaterThan(500)
    expect(seen.opened).toBeGreaterThan(300)
  })

  it('of one plain criterion is reached for every member when everything is known', () => {
    // Who is the spouse of an in-law or a cohabitant follows from no relation to the head, so a couple's line may stay open for them.
    const settled = leaf.filter(rule => !JSON.stringify(rule).includes('couple-line'))
    fc.assert(fc.property(settled, householdBecomingKnown, (rule, { full }) => {
      for (const [memberId, verdict] of verdicts(rule, 'registered', full)) {
        if (memberId !== null)
          expect(verdict).not.toBe('ask-first')
      }
    }), runs)
  })
})

describe('all, any and not', () => {
  const turned = { 'likely': 'unlikely', 'unlikely': 'likely', 'ask-first': 'ask-first' } as const
  const same = (left: unknown, right: unknown, known: HouseholdFacts) => expect(verdicts(left, 'registered', known)).toEqual(verdicts(right, 'registered', known))

  it('not turns the verdict round and leaves the open open', () => {
    fc.assert(fc.property(criterion, householdBecomingKnown, (rule, { less }) => {
      const plain = verdicts(rule, 'registered', less)
      for (const [memberId, verdict] of verdicts({ kind: 'not', of: rule }, 'registered', less))
        expect(verdict).toBe(turned[plain.get(memberId)!])
    }), runs)
  })

  it('not all is any not, and not any is all not', () => {
    fc.assert(fc.property(fc.array(criterion, { minLength: 1, maxLength: 4 }), householdBecomingKnown, (rules, { less }) => {
      const nots = rules.map(of => ({ kind: 'not', of }))
      same({ kind: 'not', of: { kind: 'all', of: rules } }, { kind: 'any', of: nots }, less)
      same({ kind: 'not', of: { kind: 'any', of: rules } }, { kind: 'all', of: nots }, less)
    }), { numRuns: 500 })
  })

  it('do not depend on the order, nor on a criterion said twice', () => {
    fc.assert(fc.property(fc.array(criterion, { minLength: 1, maxLength: 4 }), householdBecomingKnown, (rules, { less }) => {
      for (const kind of ['all', 'any'])
        same({ kind, of: rules }, { kind, of: [...rules].reverse().concat(rules) }, less)
    }), { numRuns: 500 })
  })

  it('nobody is not somebody: someone fails when the opposite holds of each', () => {
    fc.assert(fc.property(criterion, householdBecomingKnown, (rule, { less }) => {
      same({ kind: 'not', of: { kind: 'someone', where: rule } }, { kind: 'count', where: rule, to: 0 }, less)
      same({ kind: 'someone', where: rule }, { kind: 'count', where: rule, from: 1 }, less)
    }), { numRuns: 500 })
  })
})

describe('the reasons', () => {
  it('say what the verdict says', () => {
    fc.assert(fc.property(criterion, counts, householdBecomingKnown, (rule, counted, { less }) => {
      const service = aService([rule], { counts: counted })
      const catalogue = aCatalogue(service)
      const compiled = compileService(service, catalogue)
      const prepared = prepareHousehold(less, today)
      for (const member of prepared.members) {
        const verdict = verdictOf(compiled.test(member, prepared))
        const outcomes = explain(compiled, verdict, member, prepared, catalogue.services, texts).map(({ outcome }) => outcome)
        if (verdict === 'likely')
          expect(outcomes.filter(outcome => outcome !== 'met')).toEqual([])
        else
          expect(outcomes).toContain(verdict === 'unlikely' ? 'not-met' : 'not-known')
        if (verdict === 'ask-first')
          expect(outcomes).not.toContain('not-met')
      }
    }), runs)
  })

  it('do not hold against somebody what excludes only a relative, while it is open whether they are one', () => {
    const service = aService([{ kind: 'not', of: { kind: 'relative', is: 'child', where: { kind: 'fact', fact: 'disability', in: ['none'] } } }])
    const catalogue = aCatalogue(service)
    const compiled = compileService(service, catalogue)
    const family = household({ members: [
      { id: 'a', relation: 'head', livingTogether: true },
      { id: 'b', relation: 'child', livingTogether: true, birth: '1980-01-01' },
      { id: 'c', relation: 'grandchild', livingTogether: true, facts: { disability: 'none' } },
    ] })
    const prepared = prepareHousehold(family, today)
    const son = prepared.members[1]!
    expect(verdictOf(compiled.test(son, prepared))).toBe('ask-first')
    expect(explain(compiled, 'ask-first', son, prepared, catalogue.services, texts).map(({ outcome }) => outcome)).toEqual(['not-known'])
  })
})
