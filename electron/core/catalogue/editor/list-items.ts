/** One page of the catalogue's items: searched, filtered, in order. Everything happens in memory. */
import type { PlainDate } from '../../kernel/dates.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { KnownItem, Shelf } from './item-rows.ts'
import type { ItemRow, ListOrder, ListQuery } from './model.ts'
import { isToCheck, itemsOn, keyOfItem, levelOf, nameOf, placeOf, reviewByOf, same } from './item-rows.ts'
import { fitOf, readWanted } from './match-text.ts'

export interface Found { readonly known: KnownItem, readonly fit: number }

export function listItems(shelf: Shelf, query: ListQuery, today: PlainDate): { readonly rows: ItemRow[], readonly total: number } {
  const wanted = readWanted(query.text)
  const found = itemsOn(shelf)
    .filter(known => isWanted(known, query, shelf.draft, today))
    .map(known => ({ known, fit: wanted.length === 0 ? 1 : fitOf(keyOfItem(known.item), wanted) }))
    .filter(({ fit }) => fit > 0)
    .sort(orders[query.order](shelf.draft))
  return { rows: found.slice(query.offset, query.offset + query.limit).map(({ known }) => rowOf(known, shelf.draft, today)), total: found.length }
}

function isWanted({ item, state }: KnownItem, query: ListQuery, { marks }: Catalogue, today: PlainDate): boolean {
  const { kind, content } = item
  const { province, district } = placeOf(item)
  const has = (list: 'stages' | 'targets' | 'themes', value: string | undefined): boolean =>
    value === undefined || (kind !== 'parameter' && (content[list] as readonly string[]).includes(value))
  return (query.kind === undefined || kind === query.kind)
    && (query.level === undefined || levelOf(item) === query.level)
    && (query.province === undefined || province === query.province)
    && (query.district === undefined || district === query.district)
    && has('stages', query.stage) && has('targets', query.target) && has('themes', query.theme)
    && (query.lifeEvent === undefined || (kind === 'service' && content.lifeEvents.includes(query.lifeEvent)))
    && (query.publisher === undefined || (kind === 'record' && content.publisher === query.publisher))
    && isAttended(query.attention)

  function isAttended(attention: ListQuery['attention']): boolean {
    switch (attention) {
      case undefined: return true
      case 'drafted': return state !== 'in-force'
      case 'to-check': return isToCheck(item, today)
      case 'past-review': return (reviewByOf(item) ?? today) < today
      case 'marked': return marks.has(content.id)
    }
  }
}

/** By code units: Hangul stands in the order of the alphabet, and every host sorts the same. */
const byName = (left: Found, right: Found): number => {
  const [one, other] = [nameOf(left.known.item).ko, nameOf(right.known.item).ko]
  return one < other ? -1 : one > other ? 1 : 0
}
const shelfOf = { service: 0, parameter: 1, record: 2 } as const

const orders: { readonly [Order in ListOrder]: (catalogue: Catalogue) => (left: Found, right: Found) => number } = {
  fitting: () => (left, right) => right.fit - left.fit || shelfOf[left.known.item.kind] - shelfOf[right.known.item.kind] || byName(left, right),
  name: () => byName,
  review: () => (left, right) => compare(reviewByOf(left.known.item) ?? '9999', reviewByOf(right.known.item) ?? '9999') || byName(left, right),
  changed: ({ marks }) => (left, right) => Number(right.known.state !== 'in-force') - Number(left.known.state !== 'in-force')
    || compare(marks.get(right.known.item.content.id)?.on ?? '', marks.get(left.known.item.content.id)?.on ?? '') || byName(left, right),
}
const compare = (left: string, right: string): number => left < right ? -1 : left > right ? 1 : 0

function rowOf({ item, state }: KnownItem, { marks }: Catalogue, today: PlainDate): ItemRow {
  const { province, district } = placeOf(item)
  const reviewBy = reviewByOf(item)
  return {
    kind: item.kind,
    itemId: item.content.id,
    name: nameOf(item),
    agency: item.kind === 'service' ? item.content.agency : same(item.kind === 'record' ? item.content.agency : item.content.unit),
    place: [province, district].filter(Boolean).join(' ') || null,
    level: levelOf(item),
    state,
    toCheck: isToCheck(item, today),
    reviewBy,
    pastReview: reviewBy !== null && reviewBy < today,
    mark: marks.get(item.content.id) ?? null,
  }
}
