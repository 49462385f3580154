/**
 * What a newer Maji changes at this office: what ships now is held against what shipped before, and only what differs
 * there is looked at.
 */
import type { Host, Store } from '../../host.ts'
import type { ItemText } from '../item-text.ts'
import type { ItemKey } from '../model.ts'
import type { Item } from '../read-items.ts'
import type { ItemChange } from './write-release.ts'
import { figuresOf } from '../../eligibility/compile-service.ts'
import { readChanges } from '../draft/read-changes.ts'
import { contentReader } from '../read-contents.ts'
import { keyOf, readItems, readTexts } from '../read-items.ts'
import { shippedItems } from '../shipped-items.ts'
import { readShipped } from './ensure-release.ts'

export interface ShippedChange extends ItemChange { readonly text: ItemText | null }

interface ShippedChanges {
  /** The office has what shipped before. */
  readonly taken: readonly ShippedChange[]
  /** The office has a version of its own. */
  readonly forReview: readonly ShippedChange[]
  /** The office has its own, and somebody is changing it just now. */
  readonly waiting: readonly ShippedChange[]
  /** What is remembered as seen: what ships now, and of whatever is held back still what shipped before. */
  readonly seen: readonly Item[]
}

export async function shippedChanges(db: Store, host: Host): Promise<ShippedChanges> {
  const before = await readShipped(db)
  const now = shippedItems(host)
  const known = new Set(now.map(keyOf))
  const ended = [...before.values()].filter(item => !known.has(keyOf(item))).map(item => change(item, null))
  const all = [...now.filter(item => before.get(keyOf(item))?.hash !== item.text.hash).map(item => change(item, item.text)), ...ended]
  const items = await readItems(db)
  const inForce = new Map(items.map(item => [keyOf(item), item.hash]))
  const isOwn = (item: ItemKey): boolean => (inForce.get(keyOf(item)) ?? null) !== (before.get(keyOf(item))?.hash ?? null)
  const named = await figuresNamed(db, host, items, all.filter(item => !isOwn(item)))
  const isNamed = ({ kind, itemId, hash }: ItemChange): boolean => kind === 'parameter' && hash === null && named.has(itemId)
  const own = all.filter(item => isOwn(item) && !isNamed(item))
  const pending = await readChanges(db, own)
  const isWaiting = (item: ItemKey): boolean => (pending.get(keyOf(item))?.origin ?? 'shipped') !== 'shipped'
  const waiting = own.filter(isWaiting)
  const heldBack = new Set([...waiting, ...all.filter(isNamed)].map(keyOf))
  return {
    taken: all.filter(item => !isOwn(item) && !isNamed(item)),
    forReview: await worthReview(db, own.filter(item => !isWaiting(item)), inForce),
    waiting,
    seen: [
      ...now.filter(item => !heldBack.has(keyOf(item))).map(({ kind, itemId, text }) => ({ kind, itemId, hash: text.hash })),
      ...[...heldBack].flatMap(key => before.get(key) ?? []),
    ],
  }
}

const change = ({ kind, itemId }: ItemKey, text: ItemText | null): ShippedChange => ({ kind, itemId, text, hash: text?.hash ?? null })

/** Figures that services name which stay in force once this is taken. Read only where a figure would end. */
async function figuresNamed(db: Store, host: Host, inForce: readonly Item[], taken: readonly ShippedChange[]): Promise<ReadonlySet<string>> {
  if (!taken.some(({ kind, hash }) => kind === 'parameter' && hash === null))
    return new Set()
  const changed = new Set(taken.map(keyOf))
  const staying = inForce.filter(item => item.kind === 'service' && !changed.has(keyOf(item)))
  const contentOf = await contentReader(db, host, staying)
  return new Set(staying.flatMap(({ hash }) => {
    const service = contentOf.service(hash)
    return service ? figuresOf(service) : []
  }))
}

/** Not a record that is older than the one the office imported itself. */
async function worthReview(db: Store, own: readonly ShippedChange[], inForce: ReadonlyMap<string, string>): Promise<ShippedChange[]> {
  const texts = await readTexts(db, own.filter(({ kind }) => kind === 'record').flatMap(item => inForce.get(keyOf(item)) ?? []))
  return own.filter((item) => {
    const imported = item.kind === 'record' && item.text && texts.get(inForce.get(keyOf(item)) ?? '')
    return !imported || modifiedOn(item.text.body) >= modifiedOn(imported)
  })
}

const modifiedOn = (record: string): string => (JSON.parse(record) as { readonly modifiedOn?: string }).modifiedOn ?? ''
