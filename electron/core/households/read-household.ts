/** Reading a household whole, with what each person consented to. */
import type { Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { HouseholdView } from './model.ts'
import { readConsents } from '../consent/read-consents.ts'
import { householdOfRows } from './household-of-rows.ts'

/** `undefined` when there is none of that id any more. */
export async function readHousehold(db: Store, id: string, today: PlainDate): Promise<HouseholdView | undefined> {
  const row = await db.selectFrom('household').selectAll().where('id', '=', id).executeTakeFirst()
  return row && householdOfRows({
    row,
    persons: await db.selectFrom('person').selectAll().where('household_id', '=', id).orderBy('place').execute(),
    known: await db.selectFrom('fact').selectAll().where('household_id', '=', id).execute(),
    received: await db.selectFrom('receives').selectAll().where('household_id', '=', id).execute(),
    consents: await readConsents(db, id),
  }, today)
}
