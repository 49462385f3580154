/**
 * A newer Maji brings newer services, figures and records. At the first sign-in after it was installed they become a
 * release of their own, except where the office has another version than the one that shipped before: the office's
 * stays, and the shipped one waits in the draft for somebody to look at.
 */
import type { HostContext } from '../../door.ts'
import type { Host, Store } from '../../host.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { ItemText } from '../item-text.ts'
import type { ItemKey } from '../model.ts'
import type { ItemChange } from './write-release.ts'
import { leaveLine } from '../../audit/leave-line.ts'
import { putTexts } from '../draft/put-changes.ts'
import { readChanges } from '../draft/read-changes.ts'
import { keepTexts } from '../draft/write-changes.ts'
import { keyOf, readItems, readTexts } from '../read-items.ts'
import { shippedItems } from '../shipped-items.ts'
import { ensureRelease, readShipped, saveShipped } from './ensure-release.ts'
import { findRelease } from './find-release.ts'
import { writeRelease } from './write-release.ts'

/** Costs one query where nothing is to be done. Opens its own transaction, and leaves a line where it did something. */
export async function bringUpToDate(context: HostContext, store: Store): Promise<void> {
  const { host } = context
  if ((await findRelease(store))?.shipped === host.catalogue().release)
    return
  await host.inTurn(() => store.transaction().execute(db => takeShipped(db, host, host.now())))
  await leaveLine(context, 'catalogue.releases.bringUpToDate', 'done', null)
}

async function takeShipped(db: Store, host: Host, at: Instant): Promise<void> {
  const { shipped } = await ensureRelease(db, host, at)
  if (shipped === host.catalogue().release)
    return
  const { taken, forReview } = await decide(db, host)
  await keepTexts(db, taken.flatMap(({ text }) => text ?? []))
  await writeRelease(db, host, { origin: 'shipped', title: host.version, why: null, preparedBy: [], releasedBy: null, at }, taken)
  await saveShipped(db, shippedItems(host))
  await putTexts(db, host, forReview, { origin: 'shipped', staffId: null, at })
}

interface ShippedChange extends ItemChange { readonly text: ItemText | null }

/** What ships now is held against what shipped before; only what differs there is looked at. */
async function decide(db: Store, host: Host): Promise<{ readonly taken: readonly ShippedChange[], readonly forReview: readonly ShippedChange[] }> {
  const before = await readShipped(db)
  const now = shippedItems(host)
  const known = new Set(now.map(keyOf))
  const ended = [...before.values()].filter(item => !known.has(keyOf(item))).map(item => change(item, null))
  const differing = [...now.filter(item => before.get(keyOf(item))?.hash !== item.text.hash).map(item => change(item, item.text)), ...ended]
  const inForce = new Map((await readItems(db)).map(item => [keyOf(item), item.hash]))
  const own = differing.filter(item => (inForce.get(keyOf(item)) ?? null) !== (before.get(keyOf(item))?.hash ?? null))
  const ours = new Set(own.map(keyOf))
  return {
    taken: differing.filter(item => !ours.has(keyOf(item))),
    forReview: await worthReview(db, own, inForce),
  }
}

const change = ({ kind, itemId }: ItemKey, text: ItemText | null): ShippedChange => ({ kind, itemId, text, hash: text?.hash ?? null })

/** Neither what somebody is working on, nor a record that is older than the one the office imported itself. */
async function worthReview(db: Store, own: readonly ShippedChange[], inForce: ReadonlyMap<string, string>): Promise<ShippedChange[]> {
  const pending = await readChanges(db, own)
  const open = own.filter(item => (pending.get(keyOf(item))?.origin ?? 'shipped') === 'shipped')
  const texts = await readTexts(db, open.filter(({ kind }) => kind === 'record').flatMap(item => inForce.get(keyOf(item)) ?? []))
  return open.filter((item) => {
    const imported = item.kind === 'record' && item.text && texts.get(inForce.get(keyOf(item)) ?? '')
    return !imported || modifiedOn(item.text.body) >= modifiedOn(imported)
  })
}

const modifiedOn = (record: string): string => (JSON.parse(record) as { readonly modifiedOn?: string }).modifiedOn ?? ''
