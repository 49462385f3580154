/** A visit left open at closing time waits among the parked ones the next morning: nobody has to remember it. */
import type { Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'

export async function parkLeftOpen(db: Store, today: PlainDate): Promise<void> {
  await db.updateTable('visit').set({ status: 'parked' }).where('status', '=', 'open').where('day', '<', today).execute()
}
