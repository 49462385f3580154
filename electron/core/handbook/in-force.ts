/** The handbook in force: what ships with Maji, with the office's own version of an item wherever there is one. */
import type { Host, Store } from '../host.ts'
import type { Handbook, Item, ItemState, OfficeItem } from './model.ts'
import { readOfficeText } from '../office-texts/read-office-text.ts'
import { OfficeHandbook } from './model.ts'

export interface HandbookInForce {
  readonly handbook: Handbook
  /** 0: the office has written nothing. */
  readonly version: number
  readonly office: Readonly<Record<string, OfficeItem>>
}

export async function handbookInForce(db: Store, host: Pick<Host, 'handbook'>): Promise<HandbookInForce> {
  const kept = await readOfficeText(db, 'handbook', OfficeHandbook)
  const office = kept?.body.items ?? {}
  return { handbook: withOffice(host.handbook(), office), version: kept?.version ?? 0, office }
}

/** What ships, with the office's items in their place and those it added behind them; as it stands, sound or not. */
export function joined(shipped: Handbook, office: Readonly<Record<string, OfficeItem>>): Handbook {
  const known = new Set(shipped.items.map(({ id }) => id))
  return {
    topics: shipped.topics,
    items: [
      ...shipped.items.map(item => office[item.id]?.item ?? item),
      ...Object.values(office).flatMap(({ item }) => known.has(item.id) ? [] : [item]),
    ],
  }
}

/** A question that a newer Maji took away must not leave an answer that leads nowhere: such an answer ends its topic. */
export function withOffice(shipped: Handbook, office: Readonly<Record<string, OfficeItem>>): Handbook {
  const { items } = joined(shipped, office)
  const ids = new Set(items.map(({ id }) => id))
  const topics = new Set(shipped.topics.map(({ id }) => id))
  return { topics: shipped.topics, items: items.map(item => withoutDangling(item, ids, topics)) }
}

function withoutDangling(item: Item, ids: ReadonlySet<string>, topics: ReadonlySet<string>): Item {
  if (item.kind !== 'question')
    return item
  return {
    ...item,
    answers: item.answers.map(({ next, topic, ...answer }) => ({
      ...answer,
      ...(next !== undefined && ids.has(next) ? { next } : {}),
      ...(topic !== undefined && topics.has(topic) ? { topic } : {}),
    })),
  }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Whether an item is ours or the office's, and whether a newer Maji ships another text than the office's was made from. */
export function stateOf(shipped: Item | undefined, office: OfficeItem | undefined): ItemState {
  if (!office)
    return 'shipped'
  if (!shipped)
    return 'added'
  return same(office.from, shipped) ? 'office' : 'newer'
}
