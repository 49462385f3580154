/** Checks of what the household is: its size, where and since when it lives there, what it receives, what brought it; and of what no household can tell. */
import type { PlainDate } from '../../kernel/dates.ts'
import type { Kleene } from '../kleene.ts'
import type { PreparedHousehold } from '../prepare-household.ts'
import type { MakeCheck } from './check.ts'
import type { About, Shape, Test } from './shape.ts'
import { completedMonths, completedYears, daysBetween } from '../../kernel/dates.ts'
import { sizeOf } from '../counted.ts'
import { asKleene, both, either, no, unknown, yes } from '../kleene.ts'
import { withinPeriod } from './days.ts'
import { askWhoCounts } from './means.ts'

/** @param asks what decides the answer: two criteria with the same ask the same */
const other = (about: About, asks: readonly unknown[], test: Test): Shape => ({ kind: 'other', key: JSON.stringify(asks), about, test })

export const householdSize: MakeCheck<'household-size'> = ({ from = 0, to = Number.POSITIVE_INFINITY }, { counts }) => ({
  shape: other(counts === 'couple' ? 'person' : 'household', ['household-size', counts, from, to], (member, household) => {
    const { min, max } = sizeOf(counts, member, household)
    return min >= from && max <= to ? yes : max < from || min > to ? no : unknown
  }),
  ask: (member, household) => askWhoCounts(counts, member, household, undefined),
})

/**
 * What is received is noted where the service concerns: on the member, or on the household. The household's note
 * on a member's service says that somebody, or nobody, receives it.
 */
export const receives: MakeCheck<'receives'> = ({ service }, { services }) => {
  const concernsHousehold = services.get(service)?.concerns === 'household'
  return {
    shape: other(concernsHousehold ? 'household' : 'person', ['receives', service], (member, { source, members }): Kleene => {
      const ofAll = source.receives[service]
      if (member && !concernsHousehold)
        return asKleene(member.source.receives[service] ?? (ofAll === false ? false : undefined))
      if (ofAll !== undefined)
        return asKleene(ofAll)
      let somebody: Kleene = concernsHousehold ? unknown : no
      for (const each of members)
        somebody = either(somebody, asKleene(each.source.receives[service]))
      return somebody
    }),
    ask: member => ({ about: 'receives', service, memberId: concernsHousehold ? null : member?.source.id ?? null }),
  }
}

function stayedLongEnough(since: PlainDate | undefined, on: PlainDate, count: number, unit: 'days' | 'months' | 'years'): Kleene {
  if (!since)
    return unknown
  const stayed = unit === 'days' ? daysBetween(since, on) : unit === 'months' ? completedMonths(since, on) : completedYears(since, on)
  return asKleene(stayed >= count)
}

const isPlace = (wanted: string | undefined, known: string | undefined): Kleene =>
  wanted === undefined ? yes : known === undefined ? unknown : asKleene(wanted === known)

/** Whether the household lives in that province and district; also how the engine reads a service's `region`. */
export function livesIn({ source: { residence } }: PreparedHousehold, province: string | undefined, district: string | undefined): Kleene {
  return both(isPlace(province, residence.province), isPlace(district, residence.district))
}

export const resides: MakeCheck<'resides'> = ({ province, district, atLeast }) => ({
  shape: other('household', ['resides', province, district, atLeast?.count, atLeast?.unit], (_member, household) => {
    const lives = livesIn(household, province, district)
    if (!atLeast || lives === no)
      return lives
    const { inDistrictSince, inProvinceSince } = household.source.residence
    const { count, unit } = atLeast
    const inDistrict = stayedLongEnough(inDistrictSince, household.on, count, unit)
    if (district !== undefined)
      return both(lives, inDistrict)
    // long enough in the district is long enough in the province around it, but not the reverse
    return both(lives, inDistrict === yes ? yes : stayedLongEnough(inProvinceSince, household.on, count, unit))
  }),
  ask: () => ({ about: 'residence', memberId: null }),
})

export const event: MakeCheck<'event'> = ({ is, within }) => ({
  shape: other('household', ['event', is, within?.count, within?.unit], (_member, { source, on }) => {
    if (!source.event)
      return unknown
    if (!is.includes(source.event.kind))
      return no
    if (!within)
      return yes
    return source.event.on ? withinPeriod(source.event.on, on, within) : unknown
  }),
  ask: () => ({ about: 'event-day', memberId: null }),
})

/** No answer of the family settles it, so there is no question. */
export const officeDecides: MakeCheck<'office-decides'> = () => ({ shape: other('household', ['office-decides'], () => unknown), ask: () => undefined })
