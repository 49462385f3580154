/** The search over everybody who consented, masked. */
import type { Store } from '../host.ts'
import type { PersonRow } from './find-persons.ts'
import type { FoundPerson } from './model.ts'
import type { SearchText } from './read-search-text.ts'
import { door } from '../door.ts'
import { PlainDate } from '../kernel/dates.ts'
import { HouseholdId, PersonId } from '../kernel/ids.ts'
import { maskBirth, maskName, maskPhone } from '../kernel/mask.ts'
import { findPersons } from './find-persons.ts'
import { readSearchText } from './read-search-text.ts'

export const searchPersons = door.households.search.handler(async ({ input, context: { db } }) => {
  const found = new Map<string, FoundPerson>()
  for (const text of readSearchText(input.text)) {
    for (const row of await findPersons(db, text, input.limit)) {
      if (!found.has(row.id) && found.size < input.limit)
        found.set(row.id, masked(row, text.by))
    }
  }
  return withOpenCases(db, [...found.values()])
})

const masked = (row: PersonRow, because: SearchText['by']): FoundPerson => ({
  personId: PersonId.parse(row.id),
  householdId: HouseholdId.parse(row.household_id),
  maskedName: maskName(row.name),
  maskedBirth: row.birth === null ? null : maskBirth(PlainDate.parse(row.birth)),
  maskedPhone: row.phone === null ? null : maskPhone(row.phone),
  dong: row.dong,
  because,
  hasOpenCase: false,
})

async function withOpenCases(db: Store, found: readonly FoundPerson[]): Promise<FoundPerson[]> {
  if (found.length === 0)
    return []
  const open = await db.selectFrom('welfare_case').select('household_id')
    .where('household_id', 'in', found.map(({ householdId }) => householdId))
    .where('status', 'not in', ['closed', 'withdrawn'])
    .execute()
  const households = new Set(open.map(({ household_id }) => household_id))
  return found.map(person => ({ ...person, hasOpenCase: households.has(person.householdId) }))
}

/** One person in full, for somebody who needs to be sure; the log says who looked. */
export const revealPerson = door.households.reveal.handler(async ({ input, errors, context: { db, about } }) => {
  about('person', input.personId)
  const row = await db.selectFrom('person').innerJoin('household', 'household.id', 'person.household_id')
    .select(['person.name', 'person.birth', 'household.phone'])
    .where('person.id', '=', input.personId)
    .where('household.destroy_on', 'is', null)
    .executeTakeFirst()
  if (!row)
    throw errors.PERSON_NOT_FOUND()
  return { name: row.name, birth: row.birth === null ? null : PlainDate.parse(row.birth), phone: row.phone }
})
