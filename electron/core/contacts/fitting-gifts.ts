/** Which packs suit a household, from what is known of it; the planner chooses. */
import type { HouseholdView, MemberView } from '../households/model.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { FittingGift, GiftPack, GiftSign } from './model.ts'
import { completedYears } from '../kernel/dates.ts'

/** Years from which a fall at home is the usual danger; the team's practice, no rule in law. */
const unsteadyFrom = 75
const oldFrom = 65
const childBelow = 13

export function signsOfHousehold({ members, facts }: HouseholdView, today: PlainDate): ReadonlySet<GiftSign> {
  const living = members.filter(({ diedOn, livingTogether }) => diedOn === null && livingTogether !== false)
  const ageOf = ({ birth }: MemberView): number | undefined => birth ? completedYears(birth, today) : undefined
  const some = (test: (member: MemberView) => boolean): boolean => living.some(test)
  const says = (member: MemberView, fact: keyof MemberView['facts'], ...values: readonly unknown[]): boolean => {
    const value = member.facts[fact]?.value
    return value !== undefined && value !== null && (values.length > 0 ? values.includes(value) : value !== 'none' && value !== false)
  }
  const crisis = facts['crisis-reason']?.value
  const signs: readonly (readonly [GiftSign, boolean])[] = [
    ['unsteady', some(one => (ageOf(one) ?? 0) >= unsteadyFrom || says(one, 'long-term-care-grade') || says(one, 'difficulty-daily-living', true) || says(one, 'needs-company-outside', true))],
    ['ill', some(one => says(one, 'serious-illness') || says(one, 'chronic-illness', true) || says(one, 'in-hospital', true) || says(one, 'surgery-needed'))],
    ['alone', living.length === 1],
    ['short-of-money', facts['near-poor']?.value === true || (typeof crisis === 'string' && crisis !== 'none') || facts['health-insurance-type']?.value === 'medical-aid'],
    ['old', some(one => (ageOf(one) ?? 0) >= oldFrom)],
    ['child', some(one => (ageOf(one) ?? childBelow) < childBelow)],
    ['anybody', true],
  ]
  return new Set(signs.filter(([, holds]) => holds).map(([sign]) => sign))
}

/** What suits most first; what is not in stock and what they have just had comes last. */
export function fittingGifts(packs: readonly GiftPack[], signs: ReadonlySet<GiftSign>, givenOn: ReadonlyMap<string, PlainDate>): FittingGift[] {
  return packs
    .filter(({ active }) => active)
    .map(pack => ({ ...pack, because: pack.fits.filter(sign => signs.has(sign)), givenOn: givenOn.get(pack.id) ?? null }))
    .sort((one, other) => Number(one.stock === 0) - Number(other.stock === 0)
      || Number(one.givenOn !== null) - Number(other.givenOn !== null)
      || weight(other) - weight(one)
      || (one.name < other.name ? -1 : 1))
}

/** A sign that says something about this household counts more than one that fits everybody. */
const weight = ({ because }: FittingGift): number => because.reduce((sum, sign) => sum + (sign === 'anybody' ? 1 : 2), 0)
