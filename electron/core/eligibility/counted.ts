/**
 * Who counts as the household for size and means (가구원 산정): a rule of each service, not of the register.
 *
 * Where it is not known of somebody, the size is a span and a border is met only when every size in it meets it.
 */
import type { PlainDate } from '../kernel/dates.ts'
import type { Counts } from '../policy/welfare-service.ts'
import type { HouseholdFacts } from './household-facts.ts'
import type { Kleene } from './kleene.ts'
import type { PreparedHousehold, PreparedMember, Span } from './prepare-household.ts'
import { asKleene, both, either, no, opposite, unknown, yes } from './kleene.ts'

const one: Span = { min: 1, max: 1 }
const two: Span = { min: 2, max: 2 }
const oneOrTwo: Span = { min: 1, max: 2 }

/** Whether the person belongs to the registered household: lives there. Cohabitants are left out by the caller. */
const isRegistered = ({ source }: PreparedMember): Kleene => asKleene(source.livingTogether)

/** From this age on an unmarried child who lives apart no longer counts. */
export const ageOfOwnHousehold = 30

/** Men are called up from 18 on, and free of it from 40 on (병역법 제3조, 제8조, 제72조). */
export const agesOfService = { from: 18, below: 40 } as const

/**
 * Whether the person counts though living apart: the spouse, and the unmarried child under 30
 * (국민기초생활 보장법 시행령 제2조 ①, 2호 가·나목), but not who is provided for elsewhere (②).
 */
const countsThoughAway = (member: PreparedMember): Kleene => both(isNearKin(member), opposite(isProvidedFor(member)))

/**
 * Who does military service elsewhere is left out (②, 1호). Who lives in an institution may be: it depends on whether
 * that is one which pays the benefit, or a prison (3호, 4호), so the answer "yes" leaves it open.
 */
function isProvidedFor(member: PreparedMember): Kleene {
  const { sex, facts } = member.source
  const lives = facts['in-institution'] === false ? no : unknown
  const service = facts['military-service']
  if (typeof service === 'string')
    return either(asKleene(service === 'serving'), lives)
  const free = sex === 'female' || member.years < agesOfService.from || member.years >= agesOfService.below
  return either(free ? no : unknown, lives)
}

function isNearKin(member: PreparedMember): Kleene {
  const { relation, facts } = member.source
  if (relation === 'spouse')
    return yes
  if (relation !== 'child')
    return no
  const status = facts['marital-status']
  const isSingle = status === undefined || status === null ? unknown : asKleene(status === 'single')
  return both(isSingle, Number.isNaN(member.years) ? unknown : asKleene(member.years < ageOfOwnHousehold))
}

function spanOf(family: readonly PreparedMember[], counts: (member: PreparedMember) => Kleene): Span {
  let min = 0
  let max = 0
  for (const member of family) {
    const value = counts(member)
    min += value === yes ? 1 : 0
    max += value === no ? 0 : 1
  }
  return { min: Math.max(1, min), max: Math.max(1, max) }
}

export const registeredSpan = (family: readonly PreparedMember[]): Span => spanOf(family, isRegistered)

export const familySpan = (family: readonly PreparedMember[]): Span =>
  spanOf(family, member => either(isRegistered(member), countsThoughAway(member)))

/** Whether the member is judged by the couple's line: a listed spouse settles it, else the marital status. */
export function coupleSpan({ source }: PreparedMember, everybody: HouseholdFacts['members'], on: PlainDate): Span {
  const wanted = source.relation === 'head' ? 'spouse' : source.relation === 'spouse' ? 'head' : undefined
  const spouse = wanted && everybody.find(({ relation }) => relation === wanted)
  if (spouse)
    return spouse.diedOn && spouse.diedOn <= on ? one : two
  switch (source.facts['marital-status']) {
    case 'married': return two
    case 'single':
    case 'divorced':
    case 'widowed': return one
    default: return oneOrTwo // separated: whether the marriage counts is for the office to find out
  }
}

/** Whether nobody else lives there but this member, or this member and the spouse; cohabitants are nobody here. */
export function standsAlone({ source: { relation }, place }: PreparedMember, members: readonly PreparedMember[], withSpouse: boolean): Kleene {
  const spouse = !withSpouse ? undefined : relation === 'head' ? 'spouse' : relation === 'spouse' ? 'head' : undefined
  let alone: Kleene = yes
  for (let at = 0; at < members.length && alone !== no; at++) {
    const { source } = members[at]!
    if (at !== place && source.relation !== 'cohabitant' && source.relation !== spouse)
      alone = both(alone, opposite(asKleene(source.livingTogether)))
  }
  return alone
}

/** How many persons a service counts for this member or, without one, for the household. */
export function sizeOf(counts: Counts, member: PreparedMember | null, household: PreparedHousehold): Span {
  switch (counts) {
    case 'registered': return household.registered
    case 'family': return household.withFamilyAway
    case 'couple': return (member ?? household.head)?.couple ?? one
    case 'member': return one
  }
}
