/**
 * Which facts stand open for a member at first, by age, sex and what brought the family here.
 *
 * A choice of what to show, nothing more: every other fact is one key away, and what is worth asking next is the server's word.
 */
import type { FactName } from '#core/eligibility/facts'
import type { EventKind } from '#core/eligibility/household-facts'
import type { MemberView } from '#core/households/model'
import { facts } from '#core/eligibility/facts'
import { ageOf } from './describe-member'

export const factNames = Object.keys(facts) as FactName[]
export const isSensitive = (fact: FactName): boolean => 'sensitive' in facts[fact]

export function factsOfMember({ birth, sex }: MemberView, event: EventKind): FactName[] {
  const age = birth ? ageOf(birth) : undefined
  if (age === undefined)
    return ['disability', 'employment']
  if (age < 7)
    return ['disability', 'uses-daycare', ...(age < 2 ? ['birth-condition' as const] : [])]
  if (age < 19)
    return ['student', 'disability']
  if (age >= 65)
    return ['disability', 'long-term-care-grade', 'difficulty-daily-living', 'national-pension-insured', 'veteran']
  return [
    'employment',
    'disability',
    ...(sex === 'female' && age < 50 ? [event === 'birth' ? 'gave-birth-on' as const : 'pregnant' as const] : []),
    'marital-status',
    ...(age < 30 ? ['student' as const] : []),
  ]
}

export function factsOfHousehold(event: EventKind): FactName[] {
  return [
    'tenure',
    'monthly-income',
    'health-insurance-type',
    ...(event === 'death' ? ['deceased-was-earner' as const, 'deceased-pension-insured' as const] : []),
    ...(event === 'birth' ? ['single-parent' as const] : []),
    ...(event === 'move-in' || event === 'counselling' ? ['owns-no-home' as const, 'crisis-reason' as const] : []),
  ]
}
