/**
 * Making a release: the spans of what changed, its own line, the history of each item. In the caller's transaction.
 *
 * Whatever of the draft says the same as the new release is no change any more and goes with it.
 */
import type { Host, Store } from '../../host.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { ItemKey, ReleaseOrigin } from '../model.ts'
import type { Item } from '../read-items.ts'
import type { ReleaseRow } from './find-release.ts'
import { eventOf } from '../draft/put-changes.ts'
import { writeEvents } from '../draft/write-changes.ts'
import { inChunks } from '../in-chunks.ts'
import { hashesInForce, keyOf } from '../read-items.ts'
import { beginItems, releaseId } from './ensure-release.ts'
import { findRelease } from './find-release.ts'

export interface NewRelease {
  readonly origin: ReleaseOrigin
  readonly title: string
  readonly why: string | null
  readonly preparedBy: readonly string[]
  /** Nobody where it came with a newer Maji. */
  readonly releasedBy: string | null
  readonly at: Instant
  readonly alone?: boolean
  readonly rolledBackTo?: number
}

/** `hash` null: the item ends. */
export interface ItemChange extends ItemKey { readonly hash: string | null }

export async function writeRelease(db: Store, host: Host, release: NewRelease, changes: readonly ItemChange[]): Promise<ReleaseRow> {
  const before = await findRelease(db)
  const number = (before?.number ?? 0) + 1
  const hashes = await hashesInForce(db, changes)
  await endItems(db, number, changes.filter(change => hashes.has(keyOf(change))))
  await beginItems(db, number, changes.filter((change): change is Item => change.hash !== null))
  const row: ReleaseRow = {
    number,
    id: releaseId(host, number, [before?.id ?? '', release.at, ...changes.map(change => `${keyOf(change)} ${change.hash}`)]),
    origin: release.origin,
    title: release.title,
    why: release.why,
    prepared_by: JSON.stringify(release.preparedBy),
    released_by: release.releasedBy,
    released_at: release.at,
    alone: release.alone ? 1 : 0,
    shipped: before?.shipped ?? host.catalogue().release,
    rolled_back_to: release.rolledBackTo ?? null,
  }
  await db.insertInto('catalogue_release').values(row).execute()
  await writeEvents(db, changes.map(change => ({
    ...eventOf(host, change, 'released', { staffId: release.releasedBy, at: release.at, ...(release.why === null ? {} : { why: release.why }) }),
    hash_before: hashes.get(keyOf(change)) ?? null,
    hash_after: change.hash,
    release: number,
  })))
  await settleDraft(db)
  await db.deleteFrom('catalogue_rollback').execute()
  return row
}

async function endItems(db: Store, release: number, items: readonly ItemKey[]): Promise<void> {
  for (const [kind, ofKind] of Map.groupBy(items, ({ kind }) => kind)) {
    for (const chunk of inChunks(ofKind, 1000)) {
      await db.updateTable('catalogue_item').set({ until_release: release })
        .where('until_release', 'is', null)
        .where('kind', '=', kind)
        .where('item_id', 'in', chunk.map(({ itemId }) => itemId))
        .execute()
    }
  }
}

/** Drops what the release in force says already: the same content, or the end of what is not there. */
async function settleDraft(db: Store): Promise<void> {
  await db.deleteFrom('catalogue_change').where(({ and, eb, exists, not, or, selectFrom }) => {
    const inForce = selectFrom('catalogue_item').select('catalogue_item.item_id')
      .whereRef('catalogue_item.kind', '=', 'catalogue_change.kind')
      .whereRef('catalogue_item.item_id', '=', 'catalogue_change.item_id')
      .where('catalogue_item.until_release', 'is', null)
    return or([
      exists(inForce.whereRef('catalogue_item.hash', '=', 'catalogue_change.hash')),
      and([eb('catalogue_change.hash', 'is', null), not(exists(inForce))]),
    ])
  }).execute()
}
