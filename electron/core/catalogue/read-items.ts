/** Reading items of a release: which content each has, and the contents themselves. */
import type { Store } from '../host.ts'
import type { ItemKey } from './model.ts'
import { inChunks } from './in-chunks.ts'
import { ItemKind } from './model.ts'

/** An item with the hash of its content. */
export interface Item extends ItemKey { readonly hash: string }

/** One text for both parts of the key, for maps. */
export const keyOf = ({ kind, itemId }: ItemKey): string => `${kind}/${itemId}`

/** Above so many named items it is quicker to read all. */
export const fewItems = 500

/** For a query that begins with the kind, as the keys of the tables do: without it every row is read. */
export const kindsAndIds = (keys: readonly ItemKey[]): { readonly kinds: readonly ItemKind[], readonly ids: readonly string[] } =>
  ({ kinds: [...new Set(keys.map(({ kind }) => kind))], ids: [...new Set(keys.map(({ itemId }) => itemId))] })

/** The items of a release; of the one in force when none is named. */
export async function readItems(db: Store, release?: number): Promise<Item[]> {
  const all = db.selectFrom('catalogue_item').select(['kind', 'item_id', 'hash'])
  const rows = await (release === undefined
    ? all.where('until_release', 'is', null)
    : all.where('from_release', '<=', release).where(({ eb, or }) => or([eb('until_release', 'is', null), eb('until_release', '>', release)])))
    .execute()
  return rows.map(({ kind, item_id, hash }) => ({ kind: kind as ItemKind, itemId: item_id, hash }))
}

/** Of these items, the content each has in the release in force; what is not in it is left out. */
export async function hashesInForce(db: Store, keys: readonly ItemKey[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length > fewItems)
    return new Map((await readItems(db)).map(item => [keyOf(item), item.hash]))
  if (keys.length === 0)
    return new Map()
  const { kinds, ids } = kindsAndIds(keys)
  const rows = await db.selectFrom('catalogue_item').select(['kind', 'item_id', 'hash'])
    .where('until_release', 'is', null)
    .where('kind', 'in', kinds)
    .where('item_id', 'in', ids)
    .execute()
  return new Map(rows.map(({ kind, item_id, hash }) => [keyOf({ kind: ItemKind.parse(kind), itemId: item_id }), hash]))
}

/** Contents by hash, as canonical JSON. */
export async function readTexts(db: Store, hashes: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const chunk of inChunks([...new Set(hashes)], 1000)) {
    const rows = await db.selectFrom('catalogue_text').selectAll().where('hash', 'in', chunk).execute()
    rows.forEach(({ hash, body }) => found.set(hash, body))
  }
  return found
}
