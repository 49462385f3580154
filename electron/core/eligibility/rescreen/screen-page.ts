/**
 * What changes for a page of stored households: each looked up under the rules before and after, the verdicts compared.
 *
 * Runs in a thread of its own, away from the counters' answers, on rows without names, address or phone. Only members
 * whose consent to collect stands are spoken of; a household in which nobody's does is left out.
 */
import type { HouseholdRows } from '../../households/household-of-rows.ts'
import type { HouseholdView } from '../../households/model.ts'
import type { Paperwork } from '../../intake/model.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { HouseholdFacts } from '../household-facts.ts'
import type { Plan, Screening } from '../plan/plan-of.ts'
import type { Verdict } from '../verdict.ts'
import { householdOfRows } from '../../households/household-of-rows.ts'
import { factsOfVisit } from '../facts-of-visit.ts'
import { verdictOf } from '../look-up.ts'
import { planOf, verdictAt } from '../plan/plan-of.ts'
import { prepareHousehold } from '../prepare-household.ts'

export interface RulesOfDay { readonly catalogue: Catalogue, readonly on: PlainDate }

/** What is compared, and for which services. */
export interface Comparison {
  readonly before: RulesOfDay
  readonly after: RulesOfDay
  readonly services: readonly string[]
  /** The day whose consents count. */
  readonly today: PlainDate
}

export interface StoredHousehold { readonly rows: HouseholdRows, readonly paperwork: Paperwork }

/** A verdict that became another; `null` where the service is not offered: not in force, or only elsewhere. */
export interface Flip {
  readonly householdId: string
  readonly memberId: string | null
  readonly serviceId: string
  readonly before: Verdict | null
  readonly after: Verdict | null
}

export interface ScreenedPage {
  readonly looked: number
  /** Households without any consent that stands. */
  readonly leftOut: number
  readonly flips: readonly Flip[]
}

export type ScreenPage = (page: readonly StoredHousehold[]) => ScreenedPage

/** What is said of one household: the words of bits of each service, in the order of the plan. */
interface Said {
  readonly screening: Screening
  /** Bit 0 is the household, bit n + 1 the n-th of these. */
  readonly members: readonly string[]
}

export function pageScreener({ before, after, services, today }: Comparison): ScreenPage {
  const [was, is] = [planOf(before.catalogue), planOf(after.catalogue)]
  const compared = services.map((id): Place => ({ id, was: placeOf(was, id), is: placeOf(is, id) }))
  return (page) => {
    const views = page.map(({ rows, paperwork }) => ({ view: householdOfRows(rows, today), paperwork })).filter(({ view }) => view.members.some(consents))
    const known = views.map(({ view, paperwork }) => factsOfVisit(view, paperwork))
    // the whole page on one day and then on the other: a plan keeps what is the same on a day until another is asked
    const [old, now] = [[was, before] as const, [is, after] as const].map(([plan, { catalogue, on }]) => known.map(household => saidOf(plan, household, on, catalogue)))
    return {
      looked: views.length,
      leftOut: page.length - views.length,
      flips: views.flatMap(({ view }, at) => flipsOf(view, compared, old![at]!, now![at]!)),
    }
  }
}

interface Place { readonly id: string, readonly was: number, readonly is: number }

function flipsOf(view: HouseholdView, compared: readonly Place[], old: Said, now: Said): Flip[] {
  const subjects = [null, ...view.members.filter(consents).map(({ id }) => id as string)]
  const sameMembers = old.members.join() === now.members.join()
  return compared.filter(place => !sameMembers || !isSame(place, old.screening, now.screening)).flatMap(({ id, was, is }) => subjects.flatMap((memberId): Flip[] => {
    const [before, after] = [verdictFor(old, was, memberId), verdictFor(now, is, memberId)]
    return before === after ? [] : [{ householdId: view.id, memberId, serviceId: id, before, after }]
  }))
}

/** Of most services nothing changes for anybody: three words tell. */
const isSame = ({ was, is }: Place, old: Screening, now: Screening): boolean =>
  was >= 0 && is >= 0 && old.subjects[was] === now.subjects[is] && old.likely[was] === now.likely[is] && old.possible[was] === now.possible[is]

const consents = ({ consent }: HouseholdView['members'][number]): boolean => consent === 'given' || consent === 'represented'

const placeOf = ({ services }: Plan, id: string): number => services.findIndex(({ service }) => service.id === id)

/** Written down at once: the next household of the plan overwrites what it found of this one. */
function saidOf(plan: Plan, facts: HouseholdFacts, on: PlainDate, catalogue: Catalogue): Said {
  const household = prepareHousehold(facts, on, catalogue.facts)
  const { subjects, likely, possible } = plan.screen(household)
  return { screening: { subjects: subjects.slice(), likely: likely.slice(), possible: possible.slice() }, members: household.members.map(({ source }) => source.id) }
}

function verdictFor({ screening, members }: Said, service: number, memberId: string | null): Verdict | null {
  const bit = memberId === null ? 0 : members.indexOf(memberId) + 1
  const isNobody = service < 0 || (memberId !== null && bit === 0) || !((screening.subjects[service]! >>> bit) & 1)
  return isNobody ? null : verdictOf(verdictAt(screening, service, bit))
}
