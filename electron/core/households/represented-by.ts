/** Whose data stand on a person's consent: their own, and, for the visitor, those of children and the deceased. */
import type { Store } from '../host.ts'
import { PlainDate } from '../kernel/dates.ts'
import { isRepresented } from './model.ts'

export async function representedBy(db: Store, householdId: string, personId: string | null, today: PlainDate): Promise<string[]> {
  const persons = await db.selectFrom('person').select(['id', 'birth', 'died_on', 'visitor']).where('household_id', '=', householdId).execute()
  const own = persons.filter(({ id }) => id === personId)
  const represented = own.some(({ visitor }) => visitor === 1)
    ? persons.filter(row => isRepresented({ birth: row.birth === null ? null : PlainDate.parse(row.birth), diedOn: row.died_on === null ? null : PlainDate.parse(row.died_on) }, today))
    : []
  return [...new Set([...own, ...represented].map(({ id }) => id))]
}
