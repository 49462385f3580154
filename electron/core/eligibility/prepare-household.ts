/**
 * A household made ready for one day: ages, sizes and answers worked out once, so that the compiled rules
 * only compare. Nothing is decided here; what is left out stays unknown.
 *
 * Who has died by that day, or is not born yet, is no member; a death shows in the event and in the facts.
 */
import type { PlainDate } from '../kernel/dates.ts'
import type { FactTable } from './fact-table.ts'
import type { FactValue } from './facts.ts'
import type { HouseholdFacts, MemberFacts } from './household-facts.ts'
import type { Kleene } from './kleene.ts'
import { dayNumberOf } from '../kernel/calendar.ts'
import { completedMonths, completedYears, endOfMonth } from '../kernel/dates.ts'
import { coupleSpan, familySpan, registeredSpan, standsAlone } from './counted.ts'
import { builtInFacts } from './fact-table.ts'

/** Asked, and not known: as unknown as what was never asked, but not worth asking twice. */
export type Answer = FactValue | null | undefined

/** The possible sizes while it is not known of everybody whether they count. */
export interface Span { readonly min: number, readonly max: number }

export interface PreparedMember {
  readonly source: MemberFacts
  /** Among the members of the prepared household. */
  readonly place: number
  readonly birth: PlainDate | undefined
  /** Completed years and months on the day and on the last day of its month; NaN when the birth day is not known. */
  readonly years: number
  readonly months: number
  readonly yearsAtMonthEnd: number
  readonly monthsAtMonthEnd: number
  readonly birthYear: number
  /** Each at its place in the table of facts. */
  readonly answers: readonly Answer[]
  /** The member and the spouse: one or two. */
  couple: Span
  /** Whether nobody else lives there, so that the household's means are this person's, or this couple's. */
  aloneAsMember: Kleene
  aloneAsCouple: Kleene
}

export type RegionClass = 'metropolitan' | 'city' | 'rural'

export interface PreparedHousehold {
  readonly source: HouseholdFacts
  readonly factTable: FactTable
  readonly on: PlainDate
  readonly onDay: number
  readonly year: number
  /** Alive and born; services concern these. */
  readonly members: readonly PreparedMember[]
  /** `members` without cohabitants (동거인): whom `someone` and `count` go through. */
  readonly family: readonly PreparedMember[]
  /** For whom a couple's line of a household's service is read: the head, else the first. */
  readonly head: PreparedMember | null
  readonly answers: readonly Answer[]
  readonly registered: Span
  readonly withFamilyAway: Span
  readonly regionClasses: readonly RegionClass[]
}

function answersOf(given: HouseholdFacts['facts'], { index, unanswered }: FactTable): readonly Answer[] {
  const answers: Answer[] = unanswered.slice()
  for (const name in given)
    answers[index.get(name)!] = given[name]
  return answers
}

function prepareMember(member: MemberFacts, place: number, on: PlainDate, monthEnd: PlainDate, table: FactTable): PreparedMember {
  const { birth } = member
  return {
    source: member,
    place,
    birth,
    years: birth ? completedYears(birth, on) : Number.NaN,
    months: birth ? completedMonths(birth, on) : Number.NaN,
    yearsAtMonthEnd: birth ? completedYears(birth, monthEnd) : Number.NaN,
    monthsAtMonthEnd: birth ? completedMonths(birth, monthEnd) : Number.NaN,
    birthYear: birth ? Number(birth.slice(0, 4)) : Number.NaN,
    answers: answersOf(member.facts, table),
    couple: { min: 1, max: 2 },
    aloneAsMember: 1,
    aloneAsCouple: 1,
  }
}

/** @param table the facts of the catalogue, where its folder declares any */
export function prepareHousehold(household: HouseholdFacts, on: PlainDate, table: FactTable = builtInFacts): PreparedHousehold {
  const monthEnd = endOfMonth(on)
  const members = household.members
    .filter(({ birth, diedOn }) => !(birth && birth > on) && !(diedOn && diedOn <= on))
    .map((member, place) => prepareMember(member, place, on, monthEnd, table))
  const family = members.filter(({ source }) => source.relation !== 'cohabitant')
  for (const member of members) {
    member.couple = coupleSpan(member, household.members, on)
    member.aloneAsMember = standsAlone(member, members, false)
    member.aloneAsCouple = standsAlone(member, members, true)
  }
  return {
    source: household,
    factTable: table,
    on,
    onDay: dayNumberOf(on),
    year: Number(on.slice(0, 4)),
    members,
    family,
    head: members.find(({ source }) => source.relation === 'head') ?? members[0] ?? null,
    answers: answersOf(household.facts, table),
    registered: registeredSpan(family),
    withFamilyAway: familySpan(family),
    regionClasses: regionClassesOf(household.residence),
  }
}

const allRegions: readonly RegionClass[] = ['metropolitan', 'city', 'rural']

/**
 * 특별시 and 광역시 with their 군 are metropolitan (대도시), a 시 a city (중소도시), a 군 rural (농어촌). In a 통합특별시,
 * a province joined with its metropolis, the notices of before speak of neither: any of the three.
 */
function regionClassesOf({ province, district }: HouseholdFacts['residence']): readonly RegionClass[] {
  if (!province || province.endsWith('통합특별시'))
    return allRegions
  if (province.endsWith('특별시') || province.endsWith('광역시'))
    return ['metropolitan']
  if (province.endsWith('특별자치시'))
    return ['city']
  if (!district)
    return ['city', 'rural']
  return district.split(' ')[0]!.endsWith('군') ? ['rural'] : ['city']
}
