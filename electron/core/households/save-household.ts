/** Address, since when, phone and when to call: written as typed. */
import type { Desk } from '../door.ts'
import { ORPCError } from '@orpc/server'
import { door } from '../door.ts'
import { holdWithConsent } from '../intake/hold-visit.ts'
import { visitPage } from '../intake/visit-page.ts'
import { refreshArea } from '../worklist/area-of.ts'
import { addressKey } from './address-key.ts'
import { writeGrams } from './write-person.ts'

export const saveHousehold = door.households.save.handler(async ({ input, errors, context }) => {
  const { db, today, about } = context
  const visit = await holdWithConsent(db, input.visitId, input.seenVersion)
  about('household', visit.household_id)
  for (const field of ['inDistrictSince', 'inProvinceSince'] as const) {
    const day = input[field]
    if (day && day > today)
      throw errors.DAY_IN_FUTURE({ data: { field } })
  }
  const { address, inDistrictSince, inProvinceSince, phone, callWhen } = input
  await db.updateTable('household').set(eb => ({
    version: eb('version', '+', 1),
    ...(address ? { ...address, address_key: addressKey(address.road, address.detail) } : {}),
    ...(inDistrictSince !== undefined ? { in_district_since: inDistrictSince } : {}),
    ...(inProvinceSince !== undefined ? { in_province_since: inProvinceSince } : {}),
    ...(phone !== undefined ? { phone, phone_digits: phone?.replace(/\D/g, '') ?? null } : {}),
    ...(callWhen !== undefined ? { call_when: callWhen } : {}),
  })).where('id', '=', visit.household_id).execute()
  if (address)
    await refreshArea(db, visit.household_id)
  if (phone !== undefined)
    await findAgainByPhone(context, visit.household_id)
  return visitPage(context, input.visitId)
})

async function findAgainByPhone({ db }: Desk, householdId: string): Promise<void> {
  const persons = await db.selectFrom('person').select(['id', 'name']).where('household_id', '=', householdId).execute()
  if (persons.length === 0)
    throw new ORPCError('HOUSEHOLD_NOT_FOUND')
  for (const person of persons)
    await writeGrams(db, person.id, householdId, person.name)
}
