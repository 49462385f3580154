/**
 * What the paperwork told for free, so that nobody is asked a second time.
 *
 * Only what follows for certain; whatever was said explicitly is laid over it by the caller.
 */
import type { HouseholdView, MemberView } from '../households/model.ts'
import type { Paperwork } from '../intake/model.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { FactName, FactValue } from './facts.ts'

export type Answers = Partial<Record<FactName, FactValue>>

export interface TellsOfPaperwork {
  readonly household: Answers
  readonly ofMember: (member: MemberView) => Answers
  readonly residence: { readonly inDistrictSince?: PlainDate, readonly inProvinceSince?: PlainDate }
}

const nothing: TellsOfPaperwork = { household: {}, ofMember: () => ({}), residence: {} }

export function factsOfPaperwork(household: HouseholdView, paperwork: Paperwork): TellsOfPaperwork {
  switch (paperwork.event) {
    case 'move-in': return { ...nothing, residence: residenceOf(household, paperwork) }
    case 'birth': return { ...nothing, ofMember: member => ofBirth(member, household, paperwork) }
    case 'death': return {
      ...nothing,
      household: paperwork.wasEarner === undefined ? {} : { 'deceased-was-earner': paperwork.wasEarner },
      ofMember: member => ofDeath(member, household, paperwork),
    }
    case 'counselling': return nothing
  }
}

/** Moving within the district or the province does not begin the residence there anew. */
function residenceOf({ address }: HouseholdView, { movedOn, fromProvince, fromDistrict }: Extract<Paperwork, { event: 'move-in' }>): TellsOfPaperwork['residence'] {
  if (!movedOn)
    return {}
  const fromOtherProvince = fromProvince !== undefined && fromProvince !== address.province
  const fromElsewhere = fromOtherProvince || (fromDistrict !== undefined && fromDistrict !== address.district)
  return { ...(fromElsewhere ? { inDistrictSince: movedOn } : {}), ...(fromOtherProvince ? { inProvinceSince: movedOn } : {}) }
}

function ofBirth(member: MemberView, { members }: HouseholdView, { bornOn, childOrder }: Extract<Paperwork, { event: 'birth' }>): Answers {
  const newborns = bornOn ? members.filter(({ birth }) => birth === bornOn) : []
  if (newborns.includes(member))
    return newborns.length === 1 && childOrder !== undefined ? { 'birth-order': childOrder } : {}
  // the newborn is the child of the head, so the one woman of the couple gave birth; kept only with the consent to sensitive data
  const women = members.filter(({ relation, sex, diedOn }) => (relation === 'head' || relation === 'spouse') && sex === 'female' && !diedOn)
  const gaveBirth = newborns.some(({ relation }) => relation === 'child') && women.length === 1 && women[0] === member && member.sensitiveAllowed
  return gaveBirth && bornOn ? { 'gave-birth-on': bornOn } : {}
}

const visitorWas = { spouse: 'spouse', child: 'child', parent: 'parent', grandchild: 'grandchild', sibling: 'sibling', relative: 'other-relative', other: 'other' } as const

/** The visitor said it; the others' relation to the head says it where the head is the one who died. */
function ofDeath(member: MemberView, { members }: HouseholdView, { visitorRelation }: Extract<Paperwork, { event: 'death' }>): Answers {
  if (member.diedOn)
    return {}
  if (member.visitor && visitorRelation)
    return { 'relation-to-deceased': visitorWas[visitorRelation] }
  const dead = members.filter(({ diedOn }) => diedOn)
  const headDied = dead.length === 1 && dead[0]?.relation === 'head' && !members.some(({ relation, diedOn }) => relation === 'head' && !diedOn)
  const { relation } = member
  return headDied && relation in asToHead ? { 'relation-to-deceased': asToHead[relation as keyof typeof asToHead] } : {}
}

const asToHead = { spouse: 'spouse', child: 'child', parent: 'parent', grandchild: 'grandchild', grandparent: 'grandparent', sibling: 'sibling' } as const
