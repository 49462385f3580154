/**
 * Putting changes into the one draft of the office (초안), by whoever proposes them.
 *
 * What says the same as the release in force is no change: a pending one is dropped with it. Call it in a
 * transaction; a store without any release gets its first one on the way.
 */
import type { Host, Store } from '../../host.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { ItemText } from '../item-text.ts'
import type { ChangeOrigin, ItemKey, ItemKind } from '../model.ts'
import type { PendingChange } from './read-changes.ts'
import type { ChangeRow, EventRow } from './write-changes.ts'
import { itemText } from '../item-text.ts'
import { hashesInForce, keyOf } from '../read-items.ts'
import { ensureRelease } from '../releases/ensure-release.ts'
import { readChanges } from './read-changes.ts'
import { dropChanges, keepTexts, saveChanges, writeEvents } from './write-changes.ts'

export interface ProposedBy {
  readonly origin: ChangeOrigin
  /** Nobody where it comes with a newer Maji. */
  readonly staffId: string | null
  readonly at: Instant
  readonly importId?: string
  readonly why?: string
}

/** `changed` stand in the draft afterwards, `unchanged` say the same as the release in force. */
export interface PutAnswer { readonly changed: number, readonly unchanged: number }

/** @param changes of an item named twice the last counts; body `null`: the item ends */
export function putChanges(
  db: Store,
  host: Host,
  changes: readonly { readonly kind: ItemKind, readonly itemId: string, readonly body: object | null }[],
  by: ProposedBy,
): Promise<PutAnswer> {
  return putTexts(db, host, changes.map(({ kind, itemId, body }) => ({ kind, itemId, text: body === null ? null : itemText(host, body) })), by)
}

export interface ProposedText extends ItemKey { readonly text: ItemText | null }

/** The same where the canonical JSON and its hash are at hand already. */
export async function putTexts(db: Store, host: Host, proposed: readonly ProposedText[], by: ProposedBy): Promise<PutAnswer> {
  await ensureRelease(db, host, by.at)
  const changes = [...new Map(proposed.map(change => [keyOf(change), change])).values()]
  const inForce = await hashesInForce(db, changes)
  const pending = await readChanges(db, changes)
  const hashOf = ({ text }: ProposedText): string | null => text?.hash ?? null
  const differs = (change: ProposedText): boolean => hashOf(change) !== (inForce.get(keyOf(change)) ?? null)
  const kept = changes.filter(differs)
  const moved = kept.filter(change => pending.get(keyOf(change))?.hash !== hashOf(change))
  const dropped = changes.filter(change => !differs(change) && pending.has(keyOf(change)))

  await keepTexts(db, moved.flatMap(({ text }) => text ?? []))
  await saveChanges(db, moved.map(change => changeRow(change, inForce.get(keyOf(change)) ?? null, pending.get(keyOf(change)), by)))
  await dropChanges(db, dropped)
  const event = (change: ProposedText, action: string): EventRow => ({
    ...eventOf(host, change, action, by),
    hash_before: (pending.get(keyOf(change)) ?? { hash: inForce.get(keyOf(change)) }).hash ?? null,
    hash_after: hashOf(change),
  })
  const action = by.origin === 'import' ? 'imported' : 'drafted'
  await writeEvents(db, [...moved.map(change => event(change, action)), ...dropped.map(change => event(change, 'taken-back'))])
  return { changed: kept.length, unchanged: changes.length - kept.length }
}

function changeRow({ kind, itemId, text }: ProposedText, base: string | null, before: PendingChange | undefined, by: ProposedBy): ChangeRow {
  const authors = new Set<string>(before ? JSON.parse(before.authors) as string[] : [])
  if (by.staffId !== null)
    authors.add(by.staffId)
  return {
    kind,
    item_id: itemId,
    hash: text?.hash ?? null,
    base_hash: base,
    origin: by.origin,
    import_id: by.importId ?? null,
    staff_id: by.staffId,
    authors: JSON.stringify([...authors]),
    at: by.at,
    why: by.why ?? null,
  }
}

/** A line of the item's history, without its contents. */
export const eventOf = (host: Pick<Host, 'newId'>, { kind, itemId }: ItemKey, action: string, by: Omit<ProposedBy, 'origin'>): EventRow => ({
  id: host.newId(),
  at: by.at,
  staff_id: by.staffId,
  kind,
  item_id: itemId,
  action,
  why: by.why ?? null,
  hash_before: null,
  hash_after: null,
  import_id: by.importId ?? null,
  release: null,
})
