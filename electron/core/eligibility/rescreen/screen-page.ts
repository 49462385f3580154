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
import type { Plan } from '../plan/plan-of.ts'
import type { PreparedHousehold } from '../prepare-household.ts'
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

export function pageScreener({ before, after, services, today }: Comparison): ScreenPage {
  const [was, is] = [planOf(before.catalogue), planOf(after.catalogue)]
  const compared = services.map(id => ({ id, was: placeOf(was, id), is: placeOf(is, id) }))
  const flipsOf = (view: HouseholdView, paperwork: Paperwork): Flip[] => {
    const spokenOf = new Set(view.members.filter(consents).map(({ id }) => id as string))
    const household = factsOfVisit(view, paperwork)
    const [earlier, later] = [prepareHousehold(household, before.on, before.catalogue.facts), prepareHousehold(household, after.on, after.catalogue.facts)]
    const subjects = [null, ...new Set([...earlier.members, ...later.members].map(({ source }) => source.id).filter(id => spokenOf.has(id)))]
    const said = [saidBy(was, earlier), saidBy(is, later)] as const
    return compared.flatMap(service => subjects.flatMap((memberId) => {
      const [old, now] = [said[0](service.was, memberId), said[1](service.is, memberId)]
      return old === now ? [] : [{ householdId: view.id, memberId, serviceId: service.id, before: old, after: now }]
    }))
  }
  return (page) => {
    const views = page.map(({ rows, paperwork }) => ({ view: householdOfRows(rows, today), paperwork })).filter(({ view }) => view.members.some(consents))
    return { looked: views.length, leftOut: page.length - views.length, flips: views.flatMap(({ view, paperwork }) => flipsOf(view, paperwork)) }
  }
}

const consents = ({ consent }: HouseholdView['members'][number]): boolean => consent === 'given' || consent === 'represented'

const placeOf = ({ services }: Plan, id: string): number => services.findIndex(({ service }) => service.id === id)

/** Read off at once: the next household of the plan overwrites what it found of this one. */
function saidBy(plan: Plan, household: PreparedHousehold): (service: number, memberId: string | null) => Verdict | null {
  const found = plan.screen(household)
  const [subjects, likely, possible] = [found.subjects.slice(), found.likely.slice(), found.possible.slice()]
  const bitOf = new Map<string | null, number>([[null, 0], ...household.members.map(({ source }, at) => [source.id, at + 1] as const)])
  return (service, memberId) => {
    const bit = bitOf.get(memberId)
    return service < 0 || bit === undefined || !((subjects[service]! >>> bit) & 1) ? null : verdictOf(verdictAt({ subjects, likely, possible }, service, bit))
  }
}
