import type { HouseholdFacts } from '../../../eligibility/household-facts.ts'
/** The stored households whose consent stands, as the engine sees them: what a rule may be tried on, and nothing else. */
import type { Host, Store } from '../../../host.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { factsOfVisit } from '../../../eligibility/facts-of-visit.ts'
import { readHousehold } from '../../../households/read-household.ts'
import { paperworkOf } from '../../../intake/paperwork.ts'
import { maskName } from '../../../kernel/mask.ts'

export interface StoredHousehold {
  readonly id: string
  /** Masked, as in every list. */
  readonly who: (memberId: string | null) => string
  readonly facts: HouseholdFacts
}

/** More than any dong has; the newest first. */
const mostHouseholds = 5000

export async function* readConsenting(db: Store, host: Host, today: PlainDate): AsyncGenerator<StoredHousehold> {
  const rows = await db.selectFrom('household').select('id').where('destroy_on', 'is', null).orderBy('id', 'desc').limit(mostHouseholds).execute()
  for (const { id } of rows) {
    const household = await readHousehold(db, id, today)
    const visit = await db.selectFrom('visit').selectAll().where('household_id', '=', id).orderBy('opened_at', 'desc').limit(1).executeTakeFirst()
    const stands = household?.members.some(({ consent }) => consent === 'given' || consent === 'represented')
    if (!household || !visit || !stands)
      continue
    yield {
      id,
      who: memberId => maskName((household.members.find(member => member.id === memberId) ?? household.members[0])?.name ?? ''),
      facts: factsOfVisit(household, paperworkOf(host, visit)),
    }
  }
}
