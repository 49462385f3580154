/** Reading the one draft of the office: what the next release would change. */
import type { Selectable } from 'kysely'
import type { Store } from '../../host.ts'
import type { CatalogueChangeTable } from '../../store/schema.ts'
import type { ItemKey } from '../model.ts'
import { fewItems, keyOf, kindsAndIds } from '../read-items.ts'

export type PendingChange = Omit<Selectable<CatalogueChangeTable>, 'kind' | 'item_id'> & ItemKey

/** By `keyOf`; of these items only, or all. */
export async function readChanges(db: Store, keys?: readonly ItemKey[]): Promise<ReadonlyMap<string, PendingChange>> {
  if (keys?.length === 0)
    return new Map()
  const all = db.selectFrom('catalogue_change').selectAll()
  const { kinds, ids } = kindsAndIds(keys ?? [])
  const some = keys === undefined || keys.length > fewItems ? all : all.where('kind', 'in', kinds).where('item_id', 'in', ids)
  const rows = await some.execute()
  return new Map(rows.map(({ kind, item_id, ...row }) => {
    const change = { ...row, kind: kind as PendingChange['kind'], itemId: item_id }
    return [keyOf(change), change]
  }))
}

/**
 * How often something happened to the draft, which only grows; and the newest event, which no rollback of a
 * transaction brings back.
 */
export async function readDraftVersion(db: Store): Promise<{ readonly version: number, readonly newest: string }> {
  const row = await db.selectFrom('catalogue_event')
    .select(({ fn }) => [fn.countAll<number | string>().as('count'), fn.max('id').as('newest')])
    .executeTakeFirstOrThrow()
  return { version: Number(row.count), newest: row.newest ?? '' }
}
