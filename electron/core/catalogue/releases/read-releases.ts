/** The history of releases as it is shown. */
import type { Store } from '../../host.ts'
import type { Colleague, Release } from '../model.ts'
import type { ReleaseRow } from './find-release.ts'
import { sql } from 'kysely'
import { Instant } from '../../kernel/dates.ts'
import { readStaff } from '../../staff/read-staff.ts'

/** The newest first. */
export async function readReleases(db: Store, number?: number): Promise<Release[]> {
  const all = db.selectFrom('catalogue_release').selectAll().orderBy('number', 'desc')
  const rows = await (number === undefined ? all : all.where('number', '=', number)).execute()
  const staff = new Map((await readStaff(db)).map(({ id, name }) => [id as string, { id, name }]))
  const counts = await readCounts(db, number)
  return rows.map(row => releaseOf(row, staff, counts.get(row.number) ?? { new: 0, changed: 0, ended: 0 }))
}

/** @throws when there is none of that number: the caller has just written or found it */
export async function readRelease(db: Store, number: number): Promise<Release> {
  const [release] = await readReleases(db, number)
  if (!release)
    throw new Error(`There is no release ${number}.`)
  return release
}

function releaseOf(row: ReleaseRow, staff: ReadonlyMap<string, Colleague>, counts: Release['counts']): Release {
  return {
    number: row.number,
    id: row.id,
    origin: row.origin as Release['origin'],
    title: row.title,
    why: row.why,
    preparedBy: (JSON.parse(row.prepared_by) as string[]).flatMap(id => staff.get(id) ?? []),
    releasedBy: staff.get(row.released_by ?? '') ?? null,
    releasedAt: Instant.parse(row.released_at),
    alone: row.alone === 1,
    rolledBackTo: row.rolled_back_to,
    counts,
  }
}

/** What came and went with each release: an item whose older content ended with the same release was changed. */
async function readCounts(db: Store, number?: number): Promise<ReadonlyMap<number, Release['counts']>> {
  const began = db.selectFrom('catalogue_item as item')
    .leftJoin('catalogue_item as older', join => join
      .onRef('older.kind', '=', 'item.kind')
      .onRef('older.item_id', '=', 'item.item_id')
      .onRef('older.until_release', '=', 'item.from_release'))
    .select(['item.from_release as release', sql<number | string>`count(*)`.as('came'), sql<number | string>`count(older.item_id)`.as('changed')])
    .groupBy('item.from_release')
  const ended = db.selectFrom('catalogue_item').select(['until_release as release', sql<number | string>`count(*)`.as('went')])
    .where('until_release', 'is not', null)
    .groupBy('until_release')
  const wentIn = new Map((await (number === undefined ? ended : ended.where('until_release', '=', number)).execute()).map(({ release, went }) => [release, Number(went)]))
  const rows = await (number === undefined ? began : began.where('item.from_release', '=', number)).execute()
  const counts = new Map(rows.map(({ release, came, changed }) => [release, { new: Number(came) - Number(changed), changed: Number(changed), ended: 0 }]))
  for (const [release, went] of wentIn) {
    const known = counts.get(release!) ?? { new: 0, changed: 0, ended: 0 }
    counts.set(release!, { ...known, ended: went - known.changed })
  }
  return counts
}
