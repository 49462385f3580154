/** What is new and changed against last year's release, and which release that is unless somebody chooses another. */
import type { ReleaseDay } from '../catalogue/read-marks.ts'
import type { Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Catalogue } from '../policy/catalogue.ts'
import type { Mark } from './booklet-data.ts'
import { ORPCError } from '@orpc/server'
import { readItems } from '../catalogue/read-items.ts'
import { marksAgainst, releaseDays } from '../catalogue/read-marks.ts'

/**
 * The release in force on 31 December of the year before; while that day has not come, on that of the year before it.
 * The first release where the office had none by then.
 */
export function usualComparison(releases: readonly ReleaseDay[], year: number, today: PlainDate): number | null {
  const last = `${Math.min(year - 1, Number(today.slice(0, 4)) - 1)}-12-31`
  return (releases.findLast(({ on }) => on <= last) ?? releases[0])?.number ?? null
}

export interface Compared {
  /** By id of a service or a record. */
  readonly marks: ReadonlyMap<string, Mark>
  /** Services that were in the other release and are not in this one. */
  readonly ended: number
}

/**
 * Only what the office itself released counts, as everywhere, and what says itself that it begins within the year. What
 * stood in the other release with an earlier rule is changed, whatever day the new rule begins.
 *
 * @throws {ORPCError} RELEASE_NOT_FOUND
 */
export async function compareWith(db: Store, catalogue: Catalogue, number: number | null, year: number): Promise<Compared> {
  if (number === null)
    return { marks: new Map(), ended: 0 }
  const release = (await releaseDays(db)).find(each => each.number === number)
  if (!release)
    throw new ORPCError('RELEASE_NOT_FOUND')
  const begun = [...catalogue.services.values(), ...catalogue.records.values()]
    .filter(({ from }) => from && from > release.on && from >= `${year}-01-01` && from <= `${year}-12-31`)
    .map(({ id }): [string, Mark] => [id, 'new'])
  const released = (await marksAgainst(db, catalogue, number)).map(([id, { mark }]): [string, Mark] => [id, mark])
  const then = (await readItems(db, number)).filter(({ kind }) => kind === 'service')
  return { marks: new Map([...begun, ...released]), ended: then.filter(({ itemId }) => !catalogue.services.has(itemId)).length }
}
