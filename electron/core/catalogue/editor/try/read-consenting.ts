/** The stored households whose consent stands, as the engine sees them and without a name: what a rule may be tried on. */
import type { HouseholdFacts } from '../../../eligibility/household-facts.ts'
import type { Store } from '../../../host.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { factsOfVisit } from '../../../eligibility/facts-of-visit.ts'
import { readPages } from '../../../eligibility/rescreen/read-pages.ts'
import { householdOfRows } from '../../../households/household-of-rows.ts'

export interface ConsentingHousehold {
  readonly id: string
  /** Of whom may be spoken: whose own consent stands, or that of who represents them. */
  readonly members: ReadonlySet<string>
  readonly facts: HouseholdFacts
}

export async function* readConsenting(db: Store, today: PlainDate): AsyncGenerator<ConsentingHousehold> {
  for await (const page of readPages(db)) {
    for (const { rows, paperwork } of page) {
      const view = householdOfRows(rows, today)
      const members = new Set<string>(view.members.filter(({ consent }) => consent === 'given' || consent === 'represented').map(({ id }) => id))
      if (members.size > 0)
        yield { id: view.id, members, facts: factsOfVisit(view, paperwork) }
    }
  }
}
