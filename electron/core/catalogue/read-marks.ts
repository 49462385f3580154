/**
 * What is new or changed this calendar year, for lists and guides.
 *
 * The rule: the release in force is held against the one with which the year began (against the first where the
 * office began this year), so that what was changed and changed back is not marked, and an item that is named anew
 * after a roll-back is not new. Only what the office itself released counts: the first release and the corrections
 * that come with a newer Maji do not. What comes with the first import of a publisher is known to the office anew,
 * but nothing new. Whatever says itself that it begins this year (`from`) is marked from that day on, wherever it
 * came from: as changed where it stood in that release with another beginning, else as new.
 */
import type { Store } from '../host.ts'
import type { Catalogue, ChangeMark } from '../policy/catalogue.ts'
import type { OfficialRecord } from '../policy/official-record.ts'
import type { WelfareService } from '../policy/welfare-service.ts'
import { Instant, PlainDate, seoulDayOf } from '../kernel/dates.ts'
import { inChunks } from './in-chunks.ts'
import { fewItems, readItems, readTexts } from './read-items.ts'

export const startOfYear = (day: PlainDate): PlainDate => PlainDate.parse(`${day.slice(0, 4)}-01-01`)

export async function readMarks(db: Store, catalogue: Omit<Catalogue, 'marks'>, today: PlainDate): Promise<ReadonlyMap<string, ChangeMark>> {
  const baseline = (await releaseDays(db)).findLast(({ on }) => on < startOfYear(today))?.number ?? 1
  const released = await marksAgainst(db, catalogue, baseline)
  const begun = await marksOfBeginning(db, catalogue, baseline, ({ from }) => from >= startOfYear(today) && from <= today)
  return new Map([...released, ...begun])
}

type Beginning = Pick<WelfareService, 'id' | 'from'> | Pick<OfficialRecord, 'id' | 'from'>

/**
 * What says itself that it begins: new, but changed where it stood in the release already and with another beginning.
 * What was told ahead (there with the same beginning) is new.
 */
export async function marksOfBeginning(db: Store, { services, records }: Pick<Catalogue, 'services' | 'records'>, baseline: number, asked: (item: { readonly id: string, readonly from: PlainDate }) => boolean): Promise<[string, ChangeMark][]> {
  const begun = [...services.values(), ...records.values()].flatMap(({ id, from }: Beginning) => from && asked({ id, from }) ? [{ id: id as string, from }] : [])
  const then = await beginningsIn(db, baseline, begun.map(({ id }) => id))
  return begun.map(({ id, from }) => [id, { mark: then.has(id) && then.get(id) !== from ? 'changed' : 'new', on: from }])
}

/** Of these services and records the first day each had in a release; what did not stand in it is left out. */
async function beginningsIn(db: Store, release: number, ids: readonly string[]): Promise<ReadonlyMap<string, PlainDate | undefined>> {
  const hashes = new Map<string, string>()
  for (const chunk of inChunks(ids, fewItems)) {
    const rows = await db.selectFrom('catalogue_item').select(['item_id', 'hash'])
      .where('kind', 'in', ['service', 'record'])
      .where('item_id', 'in', chunk)
      .where('from_release', '<=', release)
      .where(({ eb, or }) => or([eb('until_release', 'is', null), eb('until_release', '>', release)]))
      .execute()
    rows.forEach(({ item_id, hash }) => hashes.set(item_id, hash))
  }
  const texts = await readTexts(db, hashes.values())
  return new Map([...hashes].map(([id, hash]) => [id, (JSON.parse(texts.get(hash) ?? '{}') as { readonly from?: PlainDate }).from]))
}

/** The next day on which something begins: until then, and within the year, the marks are the same. */
export function nextBeginning({ services, records }: Pick<Catalogue, 'services' | 'records'>, today: PlainDate): PlainDate | undefined {
  let next: PlainDate | undefined
  for (const { from } of [...services.values(), ...records.values()]) {
    if (from && from > today && !(next && next <= from))
      next = from
  }
  return next
}

export interface ReleaseDay { readonly number: number, readonly origin: string, readonly on: PlainDate }

/** Every release with its day in Seoul, the oldest first. */
export async function releaseDays(db: Store): Promise<ReleaseDay[]> {
  const rows = await db.selectFrom('catalogue_release').select(['number', 'origin', 'released_at']).orderBy('number').execute()
  return rows.map(({ number, origin, released_at }) => ({ number, origin, on: seoulDayOf(Instant.parse(released_at)) }))
}

/** What the office itself released after a release and what is another now than it was then, by id of a service or a record. */
export async function marksAgainst(db: Store, { records }: Pick<Catalogue, 'records'>, baseline: number): Promise<[string, ChangeMark][]> {
  const own = new Map((await releaseDays(db)).filter(({ number, origin }) => number > baseline && origin !== 'shipped').map(({ number, on }) => [number, on]))
  if (own.size === 0)
    return []
  const rows = await db.selectFrom('catalogue_item').select(['item_id', 'from_release', 'hash'])
    .where('until_release', 'is', null)
    .where('from_release', 'in', [...own.keys()])
    .where('kind', '!=', 'parameter')
    .execute()
  const before = new Map((await readItems(db, baseline)).map(({ itemId, hash }) => [itemId, hash]))
  const firstOf = await firstReleases(db, records)
  return rows.flatMap(({ item_id, from_release, hash }) => {
    const record = records.get(item_id)
    if (before.get(item_id) === hash || (record && firstOf.get(record.publisher) === from_release && !before.has(item_id)))
      return []
    return [[item_id, { mark: before.has(item_id) ? 'changed' : 'new', on: own.get(from_release)! }]]
  })
}

/** The release in which each publisher's records first stood. */
async function firstReleases(db: Store, records: Catalogue['records']): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom('catalogue_item')
    .select(({ fn }) => ['item_id', fn.min('from_release').as('first')])
    .where('kind', '=', 'record')
    .groupBy('item_id')
    .execute()
  const first = new Map<string, number>()
  for (const { item_id, first: release } of rows) {
    const publisher = records.get(item_id)?.publisher
    if (publisher && (first.get(publisher) ?? Infinity) > Number(release))
      first.set(publisher, Number(release))
  }
  return first
}
