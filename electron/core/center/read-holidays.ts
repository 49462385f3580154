/** The public holidays in force: the shipped table and the days the office added because the government declared them. */
import type { Store } from '../host.ts'
import type { PublicHoliday } from '../policy/catalogue.ts'
import { PlainDate } from '../kernel/dates.ts'

export async function holidaysInForce(db: Store, shipped: readonly PublicHoliday[]): Promise<readonly PublicHoliday[]> {
  const added = await db.selectFrom('added_holiday').selectAll().orderBy('date').execute()
  return added.length === 0
    ? shipped
    : [...shipped, ...added.map(({ date, name, basis }) => ({ date: PlainDate.parse(date), name: { ko: name, en: name }, basis }))]
}
