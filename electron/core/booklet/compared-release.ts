/** What is new and changed against last year's release, and which release that is unless somebody chooses another. */
import type { ReleaseDay } from '../catalogue/read-marks.ts'
import type { Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Catalogue } from '../policy/catalogue.ts'
import type { CenterName } from '../setup/contract.ts'
import type { Mark } from './booklet-data.ts'
import type { OfYear } from './choose-services.ts'
import { ORPCError } from '@orpc/server'
import * as z from 'zod'
import { readItems, readTexts } from '../catalogue/read-items.ts'
import { marksAgainst, marksOfBeginning, releaseDays } from '../catalogue/read-marks.ts'
import { WelfareService } from '../policy/welfare-service.ts'
import { chooseServices } from './choose-services.ts'

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
  /** Services that a booklet of that release had, and that are no longer in force. */
  readonly ended: number
}

/**
 * Only what the office itself released counts, as everywhere, and what says itself that it begins within the year: the
 * same rule as the marks on screen (`catalogue/read-marks.ts`), held against the release that was chosen. What began
 * before that release was in force with it; the office's first release, which everything stood in, hides nothing.
 *
 * @throws {ORPCError} RELEASE_NOT_FOUND
 */
export async function compareWith(db: Store, catalogue: Catalogue, number: number | null, center: CenterName, ofYear: OfYear): Promise<Compared> {
  if (number === null)
    return { marks: new Map(), ended: 0 }
  const releases = await releaseDays(db)
  const release = releases.find(each => each.number === number)
  if (!release)
    throw new ORPCError('RELEASE_NOT_FOUND')
  const since = release === releases[0] ? '' : release.on
  const { year } = ofYear
  const released = await marksAgainst(db, catalogue, number)
  const begun = await marksOfBeginning(db, catalogue, number, ({ from }) => from > since && from >= `${year}-01-01` && from <= `${year}-12-31`)
  return {
    marks: new Map([...released, ...begun].map(([id, { mark }]) => [id, mark])),
    ended: await countEnded(db, catalogue, release, center, ofYear),
  }
}

/** As that release had them; what does not stand in the way of reading one is not looked at. */
const { region, from, until, discreet } = WelfareService.shape
const Then = z.object({ region, from, until, discreet })

/** A service that is in person only or of another place now has not ended: nobody may read that from a number. */
async function countEnded(db: Store, { services }: Catalogue, { number, on }: ReleaseDay, center: CenterName, ofYear: OfYear): Promise<number> {
  const hasEnded = (id: string): boolean => {
    const now = services.get(id)
    return !now || chooseServices([now], center, ofYear).leftOut.notInForce > 0
  }
  const gone = (await readItems(db, number)).filter(({ kind, itemId }) => kind === 'service' && hasEnded(itemId))
  const texts = await readTexts(db, gone.map(({ hash }) => hash))
  const then = gone.flatMap(({ hash }) => Then.safeParse(JSON.parse(texts.get(hash) ?? 'null')).data ?? [])
  return chooseServices(then, center, { on, year: Number(on.slice(0, 4)) }).services.length
}
