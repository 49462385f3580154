/** The families of the sample center as the engine sees them at the beginning of a visit: what they told, and no more. */
import type { HouseholdFacts } from '#core/eligibility/household-facts'
import type { HouseholdView, KnownFact } from '#core/households/model'
import type { SampleHousehold, SampleMember } from '#server/sample/sample-visit'
import { factsOfVisit } from '#core/eligibility/facts-of-visit'
import { Instant } from '#core/kernel/dates'
import { HouseholdId, PersonId } from '#core/kernel/ids'
import { sampleDays } from '#server/sample/sample-days'
import { sampleVisits } from '#server/sample/sample-visits'

/** The sample as it is made on a Sunday. */
const now = Instant.parse('2026-11-22T03:00:00Z')
export const sampleDay = sampleDays(now).today

const idAt = (place: number): string => `00000000-0000-7000-8000-${String(place).padStart(12, '0')}`

const known = (facts: SampleMember['facts'] = {}): Record<string, KnownFact> =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { value, saidBy: 'visitor', at: now }]))

const memberView = (member: SampleMember, place: number): HouseholdView['members'][number] => ({
  id: PersonId.parse(idAt(place + 1)),
  name: member.name,
  relation: member.relation,
  birth: member.birth,
  sex: member.sex,
  livingTogether: member.diedOn === undefined,
  diedOn: member.diedOn ?? null,
  visitor: place === 0,
  consent: 'given',
  sensitiveAllowed: true,
  // one question at the counter, before anything else
  facts: { ...known({ nationality: 'korean' }), ...known(member.facts) },
  receives: {},
})

const householdView = ({ road, detail, phone, members, facts }: SampleHousehold): HouseholdView => ({
  id: HouseholdId.parse(idAt(0)),
  address: { province: '서울특별시', district: '동작구', dong: '표본동', road, detail },
  inDistrictSince: null,
  inProvinceSince: null,
  phone,
  callWhen: null,
  members: members.map(memberView),
  facts: known(facts),
  receives: {},
  version: 1,
})

export const sampleFamilies = (): readonly HouseholdFacts[] =>
  sampleVisits(sampleDays(now)).flatMap(({ paperwork, answer }) => answer.kind === 'yes' ? [factsOfVisit(householdView(answer.household), paperwork)] : [])
