/**
 * Looks all stored households up under two sets of rules, page by page in threads of their own.
 *
 * As many pages are under way as there are threads and one more to follow each: memory stays the same for a hundred
 * households and a hundred thousand, and the store is asked only as fast as the threads look.
 */
import type { Host, Store } from '../../host.ts'
import type { Gathered } from './gather-flips.ts'
import type { Comparison, ScreenedPage, StoredHousehold } from './screen-page.ts'
import { countHouseholds, readPages } from './read-pages.ts'
import { readToldNo } from './told-no.ts'

export interface Looked { looked: number, leftOut: number }

/** Yields how many of how many households it has been through, after each page. */
export async function* lookAgain(db: Store, host: Host, comparison: Comparison, gathered: Gathered, looked: Looked): AsyncGenerator<{ readonly done: number, readonly of: number }> {
  const of = await countHouseholds(db)
  let done = 0
  yield { done, of }
  if (comparison.services.length === 0)
    return
  const screening = host.openScreening(comparison)
  const underWay: Promise<{ readonly size: number, readonly page: ScreenedPage }>[] = []
  const takeIn = async (): Promise<{ done: number, of: number }> => {
    const { size, page } = await underWay.shift()!
    looked.looked += page.looked
    looked.leftOut += page.leftOut
    gathered.add(page.flips, await readToldNo(db, page.flips))
    return { done: done += size, of: Math.max(of, done) }
  }
  try {
    for await (const page of readPages(db)) {
      underWay.push(screened(screening, page))
      if (underWay.length > screening.threads)
        yield await takeIn()
    }
    while (underWay.length > 0)
      yield await takeIn()
  }
  finally {
    await screening.close()
    await Promise.allSettled(underWay)
  }
}

const screened = async (screening: ReturnType<Host['openScreening']>, page: readonly StoredHousehold[]) =>
  ({ size: page.length, page: await screening.screen(page) })
