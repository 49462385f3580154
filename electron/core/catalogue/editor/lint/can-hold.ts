/**
 * Whether conditions can hold together in any household at all, by what each leaves possible.
 *
 * Sound, not complete: "no" is certain, "yes" only means that no contradiction was found. Figures are those of the day.
 */
import type { Limit } from '../../../eligibility/criteria.ts'
import type { PreparedHousehold } from '../../../eligibility/prepare-household.ts'
import type { RuleSetting } from '../rule-setting.ts'
import type { SpanOf } from './constraints.ts'
import type { Alternative, Claim } from './literals.ts'
import type { Values } from './values.ts'
import { HouseholdFacts } from '../../../eligibility/household-facts.ts'
import { compileLimit } from '../../../eligibility/limit.ts'
import { prepareHousehold } from '../../../eligibility/prepare-household.ts'
import { constraintsOf } from './constraints.ts'
import { alternativesOf } from './literals.ts'
import { between, common, isEmpty } from './values.ts'

export interface Lint { readonly setting: RuleSetting, readonly sizes: readonly Size[] }
interface Size { readonly persons: number, readonly spanOf: SpanOf }

/** As many as a household may list. */
const largest = 30

/** Prepares a household of each size in which nothing else is known: borders then lie between their extremes. */
export function prepareLint(setting: RuleSetting): Lint {
  const { catalogue: { parameters, facts }, counts, on } = setting
  const sized = counts === 'registered' || counts === 'family'
  const sizes = Array.from({ length: sized ? largest : 1 }, (_, index): Size => {
    const household = householdOf(index + 1, setting)
    const known = new Map<string, ReturnType<SpanOf>>()
    return {
      persons: index + 1,
      spanOf: (limit) => {
        const key = JSON.stringify(limit)
        const span = known.get(key) ?? spanIn(limit, household, { counts, parameters, facts })
        known.set(key, span)
        return span
      },
    }
  })
  return { setting, sizes }

  function householdOf(persons: number, { catalogue }: RuleSetting): PreparedHousehold {
    const members = Array.from({ length: persons }, (_, index) => ({ id: `m${index}`, relation: index === 0 ? 'head' : 'other-relative', livingTogether: true }))
    return prepareHousehold(HouseholdFacts.parse({ members }), on, catalogue.facts)
  }
}

function spanIn(limit: Limit, household: PreparedHousehold, surroundings: Parameters<typeof compileLimit>[1]): ReturnType<SpanOf> {
  const compiled = compileLimit(limit, surroundings)
  const [least, most] = [compiled.least(household.head, household), compiled.most(household.head, household)]
  return Number.isNaN(least) || Number.isNaN(most) ? { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY } : { least, most }
}

export function canHold(claims: readonly Claim[], lint: Lint): boolean {
  const alternatives = alternativesOf(claims)
  return alternatives === undefined || alternatives.some(alternative => lint.sizes.some(size => isPossible(alternative, lint.setting, size)))
}

function isPossible(alternative: Alternative, setting: RuleSetting, { persons, spanOf }: Size): boolean {
  const sized = setting.counts === 'registered' || setting.counts === 'family'
  const left = new Map<string, Values>(sized ? [['household:size', between(persons, persons)]] : [])
  for (const literal of alternative) {
    for (const { thing, values, domain } of constraintsOf(literal, setting, spanOf)) {
      const before = left.get(thing)
      const after = before ? common(before, values) : values
      if (isEmpty(after, domain))
        return false
      left.set(thing, after)
    }
  }
  return true
}

/** Whether the first can never hold without the second. */
export const implies = (one: Claim['criterion'], other: Claim['criterion'], lint: Lint): boolean =>
  !canHold([{ criterion: one, holds: true }, { criterion: other, holds: false }], lint)
