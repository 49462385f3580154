/** What ships with this Maji, as items of a catalogue: services, figures and official records. */
import type { Host } from '../host.ts'
import type { Catalogue } from '../policy/catalogue.ts'
import type { ItemText } from './item-text.ts'
import type { ItemKey } from './model.ts'
import { itemText } from './item-text.ts'

export interface ShippedItem extends ItemKey { readonly text: ItemText, readonly content: object }

/** Thousands of hashes: taken once a process, and only when a store has to be compared with them. */
const taken = new WeakMap<Catalogue, readonly ShippedItem[]>()

export function shippedItems(host: Pick<Host, 'catalogue' | 'hash'>): readonly ShippedItem[] {
  const catalogue = host.catalogue()
  const known = taken.get(catalogue)
  if (known)
    return known
  const of = (kind: ItemKey['kind'], contents: ReadonlyMap<string, object>): ShippedItem[] =>
    [...contents].map(([itemId, content]) => ({ kind, itemId, content, text: itemText(host, content) }))
  const items = [...of('service', catalogue.services), ...of('parameter', catalogue.parameters), ...of('record', catalogue.records)]
  taken.set(catalogue, items)
  return items
}
