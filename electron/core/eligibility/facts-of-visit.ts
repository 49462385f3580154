/** The household of a visit as the engine sees it: no names, only what a rule may turn on. */
import type { HouseholdView, KnownFact } from '../households/model.ts'
import type { Paperwork } from '../intake/model.ts'
import type { Answers } from './facts-of-paperwork.ts'
import { eventDay } from '../intake/paperwork.ts'
import { factsOfPaperwork } from './facts-of-paperwork.ts'
import { HouseholdFacts } from './household-facts.ts'

/** A fact that was asked and is not known stays `null`, so that it is not asked again. */
export function factsOfVisit(household: HouseholdView, paperwork: Paperwork): HouseholdFacts {
  const { address } = household
  const told = factsOfPaperwork(household, paperwork)
  return HouseholdFacts.parse({
    event: { kind: paperwork.event, ...(eventDay(paperwork) ? { on: eventDay(paperwork) } : {}) },
    residence: {
      ...(address.province ? { province: address.province } : {}),
      ...(address.district ? { district: address.district } : {}),
      ...told.residence,
      ...(household.inProvinceSince ? { inProvinceSince: household.inProvinceSince } : {}),
      ...(household.inDistrictSince ? { inDistrictSince: household.inDistrictSince } : {}),
    },
    members: household.members.map(member => ({
      id: member.id,
      relation: member.relation,
      ...(member.birth ? { birth: member.birth } : {}),
      ...(member.sex ? { sex: member.sex } : {}),
      ...(member.livingTogether === null ? {} : { livingTogether: member.livingTogether }),
      ...(member.diedOn ? { diedOn: member.diedOn } : {}),
      facts: answersOf(member.facts, told.ofMember(member)),
      receives: member.receives,
    })),
    facts: answersOf(household.facts, told.household),
    receives: household.receives,
  })
}

/** What was said explicitly wins over the paperwork; "not known" does not. */
function answersOf(known: { readonly [name: string]: KnownFact | undefined }, told: Answers): Record<string, unknown> {
  const said = Object.entries(known).flatMap(([name, fact]) => fact === undefined || (fact.value === null && name in told) ? [] : [[name, fact.value] as const])
  return { ...told, ...Object.fromEntries(said) }
}
