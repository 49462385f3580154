/** Beginning a household with the consent to collect: the person who consented is its first member. */
import type { Desk } from '../door.ts'
import type { Relation } from '../eligibility/household-facts.ts'
import type { Paperwork } from '../intake/model.ts'
import { addressKey } from './address-key.ts'
import { addPerson } from './write-person.ts'

interface Beginning { readonly name: string, readonly dong: string, readonly paperwork: Paperwork }

export async function beginHousehold({ db, host, now }: Desk, { name, dong, paperwork }: Beginning): Promise<{ householdId: string, personId: string }> {
  const center = await db.selectFrom('center').select(['province', 'district']).executeTakeFirstOrThrow()
  const householdId = host.newId()
  const personId = host.newId()
  const moved = paperwork.event === 'move-in' ? paperwork : undefined
  const road = moved?.newAddress ?? ''
  const movedFromElsewhere = moved?.movedOn !== undefined && moved.fromDistrict !== undefined && moved.fromDistrict !== center.district
  const movedFromOtherProvince = moved?.movedOn !== undefined && moved.fromProvince !== undefined && moved.fromProvince !== center.province
  await db.insertInto('household').values({
    id: householdId,
    province: center.province,
    district: center.district,
    dong,
    road,
    detail: '',
    address_key: addressKey(road, ''),
    // Moving within the district does not begin its residence anew, so only a move from another one is written down.
    in_district_since: movedFromElsewhere || movedFromOtherProvince ? moved.movedOn ?? null : null,
    in_province_since: movedFromOtherProvince ? moved.movedOn ?? null : null,
    phone: null,
    phone_digits: null,
    call_when: null,
    destroy_on: null,
    created_at: now,
    version: 1,
  }).execute()
  await addPerson(db, personId, householdId, { name, relation: firstRelation(paperwork), birth: null, sex: null, livingTogether: true, diedOn: null }, now, true)
  return { householdId, personId }
}

/** A guess that the clerk sees and corrects: the head, unless the death of the head brought somebody else. */
function firstRelation(paperwork: Paperwork): Relation {
  if (paperwork.event !== 'death' || paperwork.wasHead === false)
    return 'head'
  const byVisitor = { spouse: 'spouse', child: 'child', parent: 'parent', grandchild: 'grandchild', sibling: 'sibling', relative: 'other-relative', other: 'cohabitant' } as const
  return paperwork.wasHead && paperwork.visitorRelation ? byVisitor[paperwork.visitorRelation] : 'head'
}
