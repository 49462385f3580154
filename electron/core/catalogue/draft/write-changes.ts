/** Writing lines of the draft and of its history in bulk: eleven thousand at once are an ordinary import. */
import type { Insertable } from 'kysely'
import type { Store } from '../../host.ts'
import type { CatalogueChangeTable, CatalogueEventTable } from '../../store/schema.ts'
import type { ItemText } from '../item-text.ts'
import type { ItemKey } from '../model.ts'
import { inChunks } from '../in-chunks.ts'

export type ChangeRow = Insertable<CatalogueChangeTable>
export type EventRow = Insertable<CatalogueEventTable>

/** Keeps texts that are not kept yet. */
export async function keepTexts(db: Store, texts: readonly ItemText[]): Promise<void> {
  for (const chunk of inChunks([...new Map(texts.map(text => [text.hash, text])).values()], 500))
    await db.insertInto('catalogue_text').values([...chunk]).onConflict(conflict => conflict.column('hash').doNothing()).execute()
}

export async function saveChanges(db: Store, rows: readonly ChangeRow[]): Promise<void> {
  for (const chunk of inChunks(rows, 500)) {
    await db.insertInto('catalogue_change').values([...chunk]).onConflict(conflict => conflict.columns(['kind', 'item_id']).doUpdateSet(({ ref }) => ({
      hash: ref('excluded.hash'),
      base_hash: ref('excluded.base_hash'),
      origin: ref('excluded.origin'),
      import_id: ref('excluded.import_id'),
      staff_id: ref('excluded.staff_id'),
      authors: ref('excluded.authors'),
      at: ref('excluded.at'),
      why: ref('excluded.why'),
    }))).execute()
  }
}

export async function dropChanges(db: Store, keys: readonly ItemKey[]): Promise<void> {
  for (const [kind, ids] of Map.groupBy(keys, ({ kind }) => kind)) {
    for (const chunk of inChunks(ids, 1000))
      await db.deleteFrom('catalogue_change').where('kind', '=', kind).where('item_id', 'in', chunk.map(({ itemId }) => itemId)).execute()
  }
}

export async function writeEvents(db: Store, rows: readonly EventRow[]): Promise<void> {
  for (const chunk of inChunks(rows, 500))
    await db.insertInto('catalogue_event').values([...chunk]).execute()
}
