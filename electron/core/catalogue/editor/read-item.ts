/** One item whole: what is in force, what the draft makes of it, its conditions in words, its history. */
import type { Host, Store } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { StaffId } from '../../kernel/ids.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { Colleague, ItemKey } from '../model.ts'
import type { Item, Shelf } from './item-rows.ts'
import type { HistoryLine, ItemVersion, ItemView } from './model.ts'
import { figuresOf } from '../../eligibility/compile-service.ts'
import { readChanges } from '../draft/read-changes.ts'
import { itemText } from '../item-text.ts'
import { keyOf } from '../read-items.ts'
import { nameOf, readShelf } from './item-rows.ts'
import { readCriterion } from './read-criteria.ts'
import { ruleLines } from './rule-lines.ts'
import { ruleSetting } from './rule-setting.ts'

export function findItem(catalogue: Catalogue, { kind, itemId }: ItemKey): Item | undefined {
  const shelves = { service: catalogue.services, parameter: catalogue.parameters, record: catalogue.records } as const
  const content = shelves[kind].get(itemId)
  return content && { kind, content } as Item
}

export const hashOfItem = (host: Pick<Host, 'hash'>, item: Item | undefined): string | null => item ? itemText(host, item.content).hash : null

/** @returns `undefined` when it is neither in force nor drafted */
export async function findItemView(db: Store, host: Host, key: ItemKey, today: PlainDate): Promise<ItemView | undefined> {
  const shelf = await readShelf(db, host)
  const [before, after] = [findItem(shelf.inForce, key), findItem(shelf.draft, key)]
  const shown = after ?? before
  if (!shown)
    return undefined
  const pending = (await readChanges(db, [key])).get(keyOf(key))
  const names = await namesOfStaff(db)
  const by = (id: string | null | undefined): Colleague | null => id ? { id: id as StaffId, name: names.get(id) ?? '' } : null
  return {
    ...key,
    name: nameOf(shown),
    state: !after ? 'ending' : !before ? 'new' : before.content === after.content ? 'in-force' : 'changed',
    hash: hashOfItem(host, after),
    inForce: before ? { ...before.content } : null,
    draft: after ? { ...after.content } : null,
    pending: pending ? { by: by(pending.staff_id), at: pending.at as ItemView['history'][number]['at'], why: pending.why, origin: pending.origin as NonNullable<ItemView['pending']>['origin'] } : null,
    lines: shown.kind === 'service' ? linesOf(shown.content.criteria, shown.content.counts, host, shelf, today) : [],
    usedBy: usersOf(shown, shelf.draft),
    history: await readHistory(db, key, by),
    versions: await readVersions(db, key),
  }
}

function linesOf(criteria: readonly unknown[], counts: Parameters<typeof ruleSetting>[3], host: Host, { draft }: Shelf, today: PlainDate): ItemView['lines'] {
  return ruleLines(criteria.map((each, index) => readCriterion(each, ['criteria', index])), ruleSetting(host, draft, today, counts))
}

function usersOf({ kind, content }: Item, { services }: Catalogue): ItemView['usedBy'] {
  if (kind === 'service')
    return []
  return Array.from(services.values())
    .filter(service => kind === 'parameter' ? figuresOf(service).includes(content.id) : service.bokjiroId === content.id)
    .map(({ id, name }) => ({ id, name }))
}

async function namesOfStaff(db: Store): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('staff').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function readHistory(db: Store, { kind, itemId }: ItemKey, by: (id: string | null) => Colleague | null): Promise<HistoryLine[]> {
  const rows = await db.selectFrom('catalogue_event').selectAll()
    .where('kind', '=', kind)
    .where('item_id', '=', itemId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ at, staff_id, action, why, release }) => ({ at: at as HistoryLine['at'], by: by(staff_id), action: action as HistoryLine['action'], why, release }))
}

async function readVersions(db: Store, { kind, itemId }: ItemKey): Promise<ItemVersion[]> {
  const rows = await db.selectFrom('catalogue_item')
    .innerJoin('catalogue_release', 'catalogue_release.number', 'catalogue_item.from_release')
    .select(['from_release', 'until_release', 'title', 'released_at'])
    .where('kind', '=', kind)
    .where('item_id', '=', itemId)
    .orderBy('from_release', 'desc')
    .execute()
  return rows.map(row => ({ from: row.from_release, until: row.until_release, fromTitle: row.title, fromAt: row.released_at as ItemVersion['fromAt'] }))
}
