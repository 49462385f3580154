/**
 * The cards of what was looked up: as they stand today, and of a service that ended since as it stood in the release
 * that the lookup used. An old case is read with what the family was told then.
 */
import type { ServiceCard } from '../eligibility/contract.ts'
import type { Lookup } from '../eligibility/verdict.ts'
import type { Host, Store } from '../host.ts'
import type { Catalogue } from '../policy/catalogue.ts'
import { serviceCards } from '../eligibility/service-card.ts'
import { contentReader } from './read-contents.ts'
import { catalogueInForce } from './read-in-force.ts'

/** More than any store will ever hold, and still an integer of PostgreSQL. */
const beyondAll = 2_147_483_647

export async function cardsOfLookup(db: Store, host: Host, lookup: Lookup | undefined): Promise<Record<string, ServiceCard>> {
  if (!lookup)
    return {}
  const catalogue = await catalogueInForce(db, host)
  const ids = [...new Set(lookup.verdicts.map(({ serviceId }) => serviceId))]
  const ended = ids.filter(id => !catalogue.services.has(id))
  const services = ended.length === 0 ? catalogue.services : await withEnded(db, host, catalogue, ended, lookup.release)
  return serviceCards({ ...catalogue, services }, ids)
}

async function withEnded(db: Store, host: Host, { services }: Catalogue, ended: readonly string[], release: string): Promise<Catalogue['services']> {
  const used = await db.selectFrom('catalogue_release').select('number').where('id', '=', release).executeTakeFirst()
  const rows = await db.selectFrom('catalogue_item').select(['item_id', 'hash'])
    .where('kind', '=', 'service')
    .where('item_id', 'in', [...ended])
    .where('from_release', '<=', used?.number ?? beyondAll)
    .orderBy('from_release')
    .execute()
  const contentOf = await contentReader(db, host, rows.map(({ hash }) => ({ kind: 'service', hash })))
  const asTheyWere = rows.flatMap(({ item_id, hash }) => {
    const service = contentOf.service(hash)
    return service ? [[item_id, service] as const] : []
  })
  return new Map([...services, ...asTheyWere])
}
