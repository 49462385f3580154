/** Destroying what is attached (파기): on its day, or when the consent it stood on is gone. 개인정보 보호법 제21조, 제37조. */
import type { Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { sensitivePurposes } from './model.ts'

/**
 * Destroys what was to be kept until a day that has passed; on the day itself it is still there.
 *
 * @returns how many
 */
export async function destroyAttachmentsDue(db: Store, today: PlainDate): Promise<number> {
  const gone = await db.deleteFrom('attachment').where('keep_until', '<', today).returning('id').execute()
  return gone.length
}

/** What only the consent to sensitive data allowed, of every case of the household. */
export async function destroySensitiveAttachments(db: Store, householdId: string): Promise<void> {
  const cases = db.selectFrom('welfare_case').select('id').where('household_id', '=', householdId)
  await db.deleteFrom('attachment').where('case_id', 'in', cases).where('purpose', 'in', [...sensitivePurposes]).execute()
}
