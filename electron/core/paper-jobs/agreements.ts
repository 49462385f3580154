/** What a family agreed to when its paper was made, and whether all of it stands when the paper is handed out. */
import type { Store } from '../host.ts'
import { consentStands } from '../consent/model.ts'
import { readConsents } from '../consent/read-consents.ts'

/** What a family guide stands on; handing on to agencies is asked for elsewhere. */
const asked = ['collect', 'sensitive'] as const

/** Every consent that stands, by its id and item; nothing once the household is to be destroyed. */
export async function agreements(db: Store, visitId: string): Promise<ReadonlySet<string>> {
  const row = await db.selectFrom('visit')
    .innerJoin('household', join => join.onRef('household.id', '=', 'visit.household_id').on('household.destroy_on', 'is', null))
    .select('household.id')
    .where('visit.id', '=', visitId)
    .executeTakeFirst()
  const consents = row ? await readConsents(db, row.id) : []
  return new Set(consents.flatMap(consent => asked.filter(item => consentStands(consent, item)).map(item => `${consent.id} ${item}`)))
}

/** Whoever consents in addition changes nothing. */
export async function someWithdrawn(db: Store, families: readonly { readonly visitId: string, readonly agreed: ReadonlySet<string> }[]): Promise<boolean> {
  for (const { visitId, agreed } of families) {
    const standing = await agreements(db, visitId)
    if ([...agreed].some(one => !standing.has(one)))
      return true
  }
  return false
}
