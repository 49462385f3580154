/** Every item of the release in force with the draft over it, as rows that can be searched; kept while nothing changes. */
import type { Host, Store } from '../../host.ts'
import type { BilingualText } from '../../kernel/text.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { OfficialRecord } from '../../policy/official-record.ts'
import type { Parameter } from '../../policy/parameter.ts'
import type { WelfareService } from '../../policy/welfare-service.ts'
import type { ItemKind } from '../model.ts'
import type { SearchKey } from './match-text.ts'
import type { ItemRow, ItemState } from './model.ts'
import { findDatedValue } from '../../policy/figure.ts'
import { draftCatalogue } from '../draft/read-draft-catalogue.ts'
import { catalogueInForce } from '../read-in-force.ts'
import { searchKey } from './match-text.ts'

export type Item = { readonly kind: 'service', readonly content: WelfareService } | { readonly kind: 'parameter', readonly content: Parameter } | { readonly kind: 'record', readonly content: OfficialRecord }

export interface KnownItem { readonly item: Item, readonly state: ItemState }

/** The release in force and the draft over it. */
export interface Shelf { readonly inForce: Catalogue, readonly draft: Catalogue }
export const readShelf = async (db: Store, host: Host): Promise<Shelf> => ({ inForce: await catalogueInForce(db, host), draft: await draftCatalogue(db, host) })

export const same = (text: string): BilingualText => ({ ko: text, en: text })
export const nameOf = ({ kind, content }: Item): BilingualText => kind === 'service' ? content.name : kind === 'parameter' ? content.label : same(content.name)

const keys = new WeakMap<object, SearchKey>()
/** Made when it is first searched for, and kept with the item from one release to the next. */
export function keyOfItem(item: Item): SearchKey {
  const known = keys.get(item.content)
  if (known)
    return known
  const name = nameOf(item)
  const key = searchKey(`${name.ko} ${name.en === name.ko ? '' : name.en}`, restOf(item))
  keys.set(item.content, key)
  return key
}

function restOf({ kind, content }: Item): string {
  switch (kind) {
    case 'service': return [content.id, content.summary.ko, content.summary.en, content.agency.ko, content.region?.province, content.region?.district, content.bokjiroId].join(' ')
    case 'parameter': return [content.id, content.values.at(-1)?.source.title].join(' ')
    case 'record': return [content.id, content.summary, content.agency, content.province, content.district].join(' ')
  }
}

const itemsOf = ({ services, parameters, records }: Catalogue): Record<ItemKind, ReadonlyMap<string, object>> => ({ service: services, parameter: parameters, record: records })

const lastKnown = new WeakMap<Catalogue, { readonly inForce: Catalogue, readonly items: readonly KnownItem[] }>()

export function itemsOn({ inForce, draft }: Shelf): readonly KnownItem[] {
  const known = lastKnown.get(draft)
  if (known?.inForce === inForce)
    return known.items
  const [before, after] = [itemsOf(inForce), itemsOf(draft)]
  const items = (['service', 'parameter', 'record'] as const).flatMap((kind) => {
    const [old, now] = [before[kind], after[kind]]
    const drafted = Array.from(now, ([id, content]) => knownItem({ kind, content } as Item, old.get(id) === undefined ? 'new' : old.get(id) === content ? 'in-force' : 'changed'))
    const ending = Array.from(old).filter(([id]) => !now.has(id)).map(([, content]) => knownItem({ kind, content } as Item, 'ending'))
    return [...drafted, ...ending]
  })
  lastKnown.set(draft, { inForce, items })
  return items
}

const knownItem = (item: Item, state: ItemState): KnownItem => ({ item, state })

export function levelOf({ kind, content }: Item): ItemRow['level'] {
  if (kind === 'parameter')
    return null
  return kind === 'service' ? content.level : content.district ? 'district' : content.province ? 'seoul' : 'central'
}

export function placeOf({ kind, content }: Item): { readonly province?: string, readonly district?: string } {
  return kind === 'parameter' ? {} : kind === 'service' ? content.region ?? {} : content
}

export const reviewByOf = ({ kind, content }: Item): ItemRow['reviewBy'] => kind === 'record' ? null : content.reviewBy

export function isToCheck({ kind, content }: Item, today: ItemRow['reviewBy']): boolean {
  if (kind === 'record')
    return false
  return (kind === 'service' ? content.confidence : today && findDatedValue(content, today)?.confidence) === 'to-be-checked'
}
