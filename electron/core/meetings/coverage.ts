/** What a household's consents allow to be told to the agency of an outside member. Read anew each time: a withdrawal counts at once. */
import type { Store } from '../host.ts'
import type { HouseholdView } from '../households/model.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { checkRecipient } from '../consent/check-recipient.ts'
import { consentsFor } from '../consent/consents-for.ts'
import { readConsents } from '../consent/read-consents.ts'
import { readHousehold } from '../households/read-household.ts'

export interface Coverage { readonly shown: boolean, readonly health: boolean }
export const covered = { none: { shown: false, health: false } } as const satisfies Record<string, Coverage>

/**
 * The household with its consents, or `undefined` where processing has stopped: destroyed, or to be destroyed.
 *
 * Only the person who came to the counter speaks for the household here; other adults' consents cover themselves.
 */
export async function readShareable(db: Store, householdId: string, today: PlainDate): Promise<{ readonly household: HouseholdView, readonly coverageFor: (agency: string | null) => Coverage } | undefined> {
  const stopped = await db.selectFrom('household').select('id').where('id', '=', householdId).where('destroy_on', 'is not', null).executeTakeFirst()
  const household = stopped ? undefined : await readHousehold(db, householdId, today)
  const visitor = household?.members.find(member => member.visitor)
  if (!household || !visitor)
    return undefined
  const consents = consentsFor(visitor, household.members, await readConsents(db, householdId), today)
  const health = consents[0]?.answers.sensitive === true && !consents[0].withdrawn.includes('sensitive')
  return {
    household,
    coverageFor: (agency) => {
      // Strictly by consent, also for public bodies: a meeting of many is more than the minimum that statute lets one be told.
      const shown = agency !== null && checkRecipient(consents, { name: agency, sector: 'private' }).allowed
      return shown ? { shown, health } : covered.none
    },
  }
}
