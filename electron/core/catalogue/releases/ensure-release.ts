/** The first release: everything that ships with Maji, so that whatever the office changes has something to stand against. */
import type { Host, Store } from '../../host.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { Item } from '../read-items.ts'
import type { ReleaseRow } from './find-release.ts'
import { keepTexts } from '../draft/write-changes.ts'
import { inChunks } from '../in-chunks.ts'
import { ItemKind } from '../model.ts'
import { keyOf } from '../read-items.ts'
import { shippedItems } from '../shipped-items.ts'
import { findRelease } from './find-release.ts'

/** The release in force; makes the first one where there is none yet. In the caller's transaction. */
export async function ensureRelease(db: Store, host: Host, at: Instant): Promise<ReleaseRow> {
  return await findRelease(db) ?? makeFirst(db, host, at)
}

async function makeFirst(db: Store, host: Host, at: Instant): Promise<ReleaseRow> {
  const items = shippedItems(host)
  const named = items.map(({ kind, itemId, text }) => ({ kind, itemId, hash: text.hash }))
  await keepTexts(db, items.map(({ text }) => text))
  await saveShipped(db, named)
  await beginItems(db, 1, named)
  const row: ReleaseRow = {
    number: 1,
    id: releaseId(host, 1, ['first', host.catalogue().release, at]),
    origin: 'shipped',
    title: host.version,
    why: null,
    prepared_by: '[]',
    released_by: null,
    released_at: at,
    alone: 0,
    shipped: host.catalogue().release,
    rolled_back_to: null,
  }
  await db.insertInto('catalogue_release').values(row).execute()
  return row
}

/** Short enough to quote on the phone, and never the same twice: "3-a1b2c3d4". */
export const releaseId = ({ hash }: Pick<Host, 'hash'>, number: number, of: readonly string[]): string =>
  `${number}-${hash(of.join('\0')).slice(0, 8)}`

/** Items that have this content from this release on. */
export async function beginItems(db: Store, release: number, items: readonly Item[]): Promise<void> {
  for (const chunk of inChunks(items, 500)) {
    await db.insertInto('catalogue_item').values(chunk.map(({ kind, itemId, hash }) => ({
      kind,
      item_id: itemId,
      from_release: release,
      until_release: null,
      hash,
    }))).execute()
  }
}

/** The shipped set as it was looked at last. */
export async function readShipped(db: Store): Promise<ReadonlyMap<string, Item>> {
  const rows = await db.selectFrom('catalogue_shipped').selectAll().execute()
  return new Map(rows.map(({ kind, item_id, hash }) => {
    const item = { kind: ItemKind.parse(kind), itemId: item_id, hash }
    return [keyOf(item), item]
  }))
}

export async function saveShipped(db: Store, items: readonly Item[]): Promise<void> {
  await db.deleteFrom('catalogue_shipped').execute()
  for (const chunk of inChunks(items, 1000))
    await db.insertInto('catalogue_shipped').values(chunk.map(({ kind, itemId, hash }) => ({ kind, item_id: itemId, hash }))).execute()
}

/** Nothing of this shipped catalogue is left to be asked about. */
export async function noteSeen(db: Store, shipped: string): Promise<void> {
  const newest = await findRelease(db)
  await db.updateTable('catalogue_release').set({ shipped }).where('number', '=', newest?.number ?? 0).execute()
}
