/**
 * Households that may be the same one, each with the reason; nothing is ever merged by itself.
 *
 * A name alone is no reason: there are too many of each.
 */
import type { Store } from '../host.ts'
import type { LikelyDuplicate } from './model.ts'
import { door } from '../door.ts'
import { findVisitRow } from '../intake/find-visit.ts'
import { withConsent } from '../intake/hold-visit.ts'
import { PlainDate } from '../kernel/dates.ts'
import { HouseholdId, PersonId } from '../kernel/ids.ts'
import { maskBirth, maskName } from '../kernel/mask.ts'
import { addressKey } from './address-key.ts'
import { nameDistance } from './name-distance.ts'
import { nameKey } from './name-search-key.ts'

interface Draft { readonly name?: string | undefined, readonly birth?: PlainDate | undefined, readonly phone?: string | undefined, readonly road?: string | undefined, readonly detail?: string | undefined }
interface Candidate { readonly id: string, readonly household_id: string, readonly name: string, readonly birth: string | null, readonly dong: string }
type Reason = LikelyDuplicate['reasons'][number]

export const findDuplicates = door.households.duplicates.handler(async ({ input, errors, context: { db } }) => {
  const visit = await findVisitRow(db, input.visitId)
  if (!visit)
    throw errors.VISIT_NOT_FOUND()
  const { household_id: own } = withConsent(visit)
  const found = new Map<string, LikelyDuplicate>()
  const add = (row: Candidate, reason: Reason): void => {
    if (row.household_id === own)
      return
    const known = found.get(row.household_id)
    if (known)
      known.reasons.push(...known.reasons.includes(reason) ? [] : [reason])
    else
      found.set(row.household_id, duplicateOf(row, reason))
  }
  for (const row of await bornOnTheDay(db, input))
    add(row, nameKey(row.name) === nameKey(input.name ?? '') ? 'same-name-and-birth' : 'similar-name-same-birth')
  for (const row of await withPhone(db, input))
    add(row, 'same-phone')
  for (const row of await atAddress(db, input))
    add(row, 'same-address')
  return [...found.values()].slice(0, 10)
})

const duplicateOf = (row: Candidate, reason: Reason): LikelyDuplicate => ({
  householdId: HouseholdId.parse(row.household_id),
  personId: PersonId.parse(row.id),
  maskedName: maskName(row.name),
  maskedBirth: row.birth === null ? null : maskBirth(PlainDate.parse(row.birth)),
  dong: row.dong,
  reasons: [reason],
})

const candidates = (db: Store) => db.selectFrom('person').innerJoin('household', 'household.id', 'person.household_id')
  .select(['person.id', 'person.household_id', 'person.name', 'person.birth', 'household.dong'])
  .where('household.destroy_on', 'is', null)
  .limit(50)

/** One letter of Hangul apart counts as similar: a slip of the pen, 준 and 즌. */
async function bornOnTheDay(db: Store, { name, birth }: Draft): Promise<Candidate[]> {
  if (!name || !birth)
    return []
  const rows = await candidates(db).where('person.birth', '=', birth).execute()
  return rows.filter(row => nameDistance(row.name, name) <= 1)
}

async function withPhone(db: Store, { phone }: Draft): Promise<Candidate[]> {
  const digits = phone?.replace(/\D/g, '') ?? ''
  return digits.length < 9 ? [] : candidates(db).where('household.phone_digits', '=', digits).where('person.visitor', '=', 1).execute()
}

/** A road without a detail is a whole building: only with the flat is it somebody's home. */
async function atAddress(db: Store, { road, detail }: Draft): Promise<Candidate[]> {
  return !road || !detail
    ? []
    : candidates(db).where('household.address_key', '=', addressKey(road, detail)).where('person.visitor', '=', 1).execute()
}
