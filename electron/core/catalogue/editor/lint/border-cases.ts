/**
 * Households on the borders of each condition: the day before, the day itself, the day after; the won at a limit and
 * over it; and what nobody has told yet. The engine says of each what the rule makes of it, and a person says whether
 * that was meant.
 */
import type { LeafCriterion } from '../../../eligibility/criteria.ts'
import type { WelfareService } from '../../../policy/welfare-service.ts'
import type { BorderCase } from '../model.ts'
import type { RuleSetting } from '../rule-setting.ts'
import type { AtBorder } from './border-households.ts'
import type { Placed } from './lint-rule.ts'
import { compileCriterion } from '../../../eligibility/compile-criterion.ts'
import { no, yes } from '../../../eligibility/kleene.ts'
import { prepareHousehold } from '../../../eligibility/prepare-household.ts'
import { conditionsIn } from '../references.ts'
import { sentenceOf } from '../sentence-of.ts'
import { bordersOf } from './border-households.ts'

export function borderCases({ criteria }: WelfareService, setting: RuleSetting): BorderCase[] {
  return criteria.flatMap((criterion, index) => leavesOf({ at: `${index}`, criterion })).flatMap(({ at, leaf }) => {
    const condition = sentenceOf(leaf, setting)
    return bordersOf(leaf, setting).map(border => ({ at, condition, case: border.says, outcome: outcomeOf(leaf, border, setting) }))
  })
}

function leavesOf({ at, criterion }: Placed): readonly { readonly at: string, readonly leaf: LeafCriterion }[] {
  const inner = conditionsIn(criterion)
  return inner.length === 0
    ? [{ at, leaf: criterion as LeafCriterion }]
    : inner.flatMap(([place, each]) => leavesOf({ at: `${at}.${place}`, criterion: each }))
}

function outcomeOf(leaf: LeafCriterion, { household }: AtBorder, { catalogue, on, counts }: RuleSetting): BorderCase['outcome'] {
  const { parameters, services, facts } = catalogue
  const prepared = prepareHousehold(household, on, facts)
  const value = compileCriterion(leaf, { counts, parameters, services, facts }).test(prepared.head, prepared)
  return value === yes ? 'met' : value === no ? 'not-met' : 'not-known'
}
