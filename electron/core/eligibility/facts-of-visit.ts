/** The household of a visit as the engine sees it: no names, only what a rule may turn on. */
import type { HouseholdView, KnownFact } from '../households/model.ts'
import type { Paperwork } from '../intake/model.ts'
import { eventDay } from '../intake/paperwork.ts'
import { HouseholdFacts } from './household-facts.ts'

/** A fact that was asked and is not known counts as not known. */
export function factsOfVisit(household: HouseholdView, paperwork: Paperwork): HouseholdFacts {
  const { address } = household
  return HouseholdFacts.parse({
    event: { kind: paperwork.event, ...(eventDay(paperwork) ? { on: eventDay(paperwork) } : {}) },
    residence: {
      ...(address.province ? { province: address.province } : {}),
      ...(address.district ? { district: address.district } : {}),
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
      facts: valuesOf(member.facts),
      receives: member.receives,
    })),
    facts: { ...valuesOf(household.facts), ...factsFromPaperwork(paperwork) },
    receives: household.receives,
  })
}

const valuesOf = (known: { readonly [name: string]: KnownFact | undefined }): Record<string, unknown> =>
  Object.fromEntries(Object.entries(known).flatMap(([name, fact]) => fact === undefined || fact.value === null ? [] : [[name, fact.value]]))

/** What the paperwork told for free. */
const factsFromPaperwork = (paperwork: Paperwork): Record<string, unknown> =>
  paperwork.event === 'death' && paperwork.wasEarner !== undefined ? { 'deceased-was-earner': paperwork.wasEarner } : {}
