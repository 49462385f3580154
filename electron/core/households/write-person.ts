/** Writing a person and what finds them again. */
import type { Store } from '../host.ts'
import type { Instant, PlainDate } from '../kernel/dates.ts'
import { gramsOf, initialsOf, nameKey, phoneGram } from './name-search-key.ts'

export interface WrittenPerson {
  readonly name: string
  readonly relation: string
  readonly birth: PlainDate | null
  readonly sex: string | null
  readonly livingTogether: boolean | null
  readonly diedOn: PlainDate | null
}

const columns = (person: WrittenPerson) => ({
  name: person.name,
  name_key: nameKey(person.name),
  initials: initialsOf(person.name),
  relation: person.relation,
  birth: person.birth,
  sex: person.sex,
  living_together: person.livingTogether === null ? null : Number(person.livingTogether),
  died_on: person.diedOn,
})

export async function addPerson(db: Store, id: string, householdId: string, person: WrittenPerson, at: Instant, visitor: boolean): Promise<void> {
  const last = await db.selectFrom('person').select(({ fn }) => fn.max('place').as('place')).where('household_id', '=', householdId).executeTakeFirst()
  await db.insertInto('person').values({
    ...columns(person),
    id,
    household_id: householdId,
    visitor: Number(visitor),
    place: Number(last?.place ?? 0) + 1,
    created_at: at,
  }).execute()
  await writeGrams(db, id, householdId, person.name)
}

export async function changePerson(db: Store, id: string, householdId: string, person: WrittenPerson): Promise<void> {
  await db.updateTable('person').set(columns(person)).where('id', '=', id).execute()
  await writeGrams(db, id, householdId, person.name)
}

/** The phone belongs to the household; the visitor is found by it. */
export async function writeGrams(db: Store, personId: string, householdId: string, name: string): Promise<void> {
  const household = await db.selectFrom('household').select('phone_digits').where('id', '=', householdId).executeTakeFirst()
  const grams = [...gramsOf(name), ...(household?.phone_digits ? [phoneGram(household.phone_digits)] : [])]
  await db.deleteFrom('person_gram').where('person_id', '=', personId).execute()
  await db.insertInto('person_gram').values([...new Set(grams)].map(gram => ({ gram, person_id: personId }))).execute()
}
