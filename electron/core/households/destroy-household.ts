/** Destroying what is known of a household or a person (파기): rows go, nothing is only hidden. 개인정보 보호법 제21조. */
import type { Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { destroyCaseFile } from '../cases/destroy-case-file.ts'
import { forgetNameInCases } from '../cases/forget-name-in-cases.ts'
import { forgetsName } from '../kernel/forget-name.ts'
import { forgetAdditions, forgetNameInAdditions } from '../meetings/forget-words.ts'
import { forgetInRecords } from '../records/forget-person.ts'
import { refreshArea } from '../worklist/area-of.ts'

/** What remains of a case is that there was one; visits keep event, dong, time and ticket. */
export async function destroyHousehold(db: Store, householdId: string): Promise<void> {
  const persons = await db.selectFrom('person').select(['id', 'name']).where('household_id', '=', householdId).execute()
  for (const { id } of persons)
    await db.deleteFrom('person_gram').where('person_id', '=', id).execute()
  await db.deleteFrom('fact').where('household_id', '=', householdId).execute()
  await db.deleteFrom('receives').where('household_id', '=', householdId).execute()
  await db.deleteFrom('lookup').where('household_id', '=', householdId).execute()
  const consents = db.selectFrom('consent').select('id').where('household_id', '=', householdId)
  await db.deleteFrom('consent_recipient').where('consent_id', 'in', consents).execute()
  await db.deleteFrom('consent').where('household_id', '=', householdId).execute()
  const cases = await db.selectFrom('welfare_case').select('id').where('household_id', '=', householdId).execute()
  await forgetAdditions(db, cases.map(({ id }) => id), persons.map(({ name }) => name))
  for (const { id } of cases)
    await destroyCaseFile(db, id)
  const visits = db.selectFrom('visit').select('id').where('household_id', '=', householdId)
  await db.deleteFrom('service_mark').where('visit_id', 'in', visits).execute()
  await db.updateTable('visit').set({ household_id: null, paperwork: null }).where('household_id', '=', householdId).execute()
  await db.deleteFrom('person').where('household_id', '=', householdId).execute()
  await db.deleteFrom('household').where('id', '=', householdId).execute()
  // What a list kept of the address goes with it.
  await refreshArea(db, householdId)
}

/**
 * What is known of one person of the household; what is written about the others stays, without this name. Their
 * consent itself stays with the household as the proof of what it allowed and when it was withdrawn.
 */
export async function destroyPerson(db: Store, personId: string): Promise<void> {
  await forgetPerson(db, personId)
  await db.deleteFrom('attachment').where('person_id', '=', personId).execute()
  await db.deleteFrom('application').where('person_id', '=', personId).execute()
  await db.deleteFrom('person_gram').where('person_id', '=', personId).execute()
  await db.deleteFrom('fact').where('person_id', '=', personId).execute()
  await db.deleteFrom('receives').where('person_id', '=', personId).execute()
  await db.deleteFrom('service_mark').where('person_id', '=', personId).execute()
  await db.deleteFrom('person').where('id', '=', personId).execute()
}

async function forgetPerson(db: Store, personId: string): Promise<void> {
  const gone = await db.selectFrom('person').select(['id', 'name', 'household_id']).where('id', '=', personId).executeTakeFirst()
  if (!gone)
    return
  const others = await db.selectFrom('person').select('name').where('household_id', '=', gone.household_id).where('id', '!=', gone.id).execute()
  const cases = (await db.selectFrom('welfare_case').select('id').where('household_id', '=', gone.household_id).execute()).map(({ id }) => id)
  const forget = forgetsName(gone.name, others.map(({ name }) => name))
  await forgetInRecords(db, cases, gone, forget)
  await forgetNameInCases(db, cases, forget)
  await forgetNameInAdditions(db, cases, forget)
}

/**
 * Destroys every household whose day has come.
 *
 * @returns how many
 */
export async function destroyDue(db: Store, today: PlainDate): Promise<number> {
  const due = await db.selectFrom('household').select('id').where('destroy_on', '<=', today).execute()
  for (const { id } of due)
    await destroyHousehold(db, id)
  return due.length
}
