/**
 * One stored household read again at the moment it is shown: whoever withdrew since the households were gone through
 * is left out, and what became of the others counts as it is now.
 */
import type { Host, Store } from '../../host.ts'
import type { HouseholdView } from '../../households/model.ts'
import type { VisitRow } from '../../intake/find-visit.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { HouseholdFacts } from '../household-facts.ts'
import { readHousehold } from '../../households/read-household.ts'
import { paperworkOf } from '../../intake/paperwork.ts'
import { factsOfVisit } from '../facts-of-visit.ts'

export interface StandingHousehold {
  readonly household: HouseholdView
  /** Of whom may be spoken: whose own consent stands, or that of who represents them. At least one. */
  readonly spokenOf: HouseholdView['members']
  /** Their last. */
  readonly visit: VisitRow
  readonly facts: HouseholdFacts
}

/** @returns `undefined` when it is to be destroyed, or nobody's consent stands any more */
export async function findStanding(db: Store, host: Host, householdId: string, today: PlainDate): Promise<StandingHousehold | undefined> {
  const stands = await db.selectFrom('household').select('id').where('id', '=', householdId).where('destroy_on', 'is', null).executeTakeFirst()
  const household = stands && await readHousehold(db, householdId, today)
  const visit = household && await db.selectFrom('visit').selectAll().where('household_id', '=', householdId).orderBy('opened_at', 'desc').limit(1).executeTakeFirst()
  const spokenOf = household?.members.filter(({ consent }) => consent === 'given' || consent === 'represented') ?? []
  if (!household || !visit || spokenOf.length === 0)
    return undefined
  return { household, spokenOf, visit, facts: factsOfVisit(household, paperworkOf(host, visit)) }
}
