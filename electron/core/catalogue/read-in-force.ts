/**
 * The catalogue in force at this office: its newest release, with the holidays it added and the marks of the year.
 *
 * The same object as long as nothing of it changed, so that what was compiled for it is compiled once; a day on which
 * something begins is read anew. An office that never released anything of its own uses what ships as it is, and
 * nothing is read or hashed for it.
 */
import type { Host, Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Catalogue, PublicHoliday } from '../policy/catalogue.ts'
import type { Item } from './read-items.ts'
import type { ReleaseRow } from './releases/find-release.ts'
import { holidaysInForce } from '../center/read-holidays.ts'
import { translatedCatalogue } from '../guide/languages/translation.ts'
import { seoulDayOf } from '../kernel/dates.ts'
import { contentReader } from './read-contents.ts'
import { readItems } from './read-items.ts'
import { nextBeginning, readMarks, startOfYear } from './read-marks.ts'
import { findRelease } from './releases/find-release.ts'
import { withoutBroken } from './without-broken.ts'

interface Read {
  readonly key: string
  readonly catalogue: Catalogue
  /** The day from which the marks are others. */
  readonly until: PlainDate | undefined
}
const lastRead = new WeakMap<Catalogue, Read>()

/** In a host that speaks another language than English, in that language. */
export async function catalogueInForce(db: Store, host: Host): Promise<Catalogue> {
  const catalogue = await inForce(db, host)
  return host.translation ? translatedCatalogue(catalogue, host.translation) : catalogue
}

async function inForce(db: Store, host: Host): Promise<Catalogue> {
  const shipped = host.catalogue()
  const [release, holidays] = [await findRelease(db), await holidaysInForce(db, shipped.holidays)]
  const today = seoulDayOf(host.now())
  const key = [release?.id, startOfYear(today), ...holidays === shipped.holidays ? [] : holidays.map(({ date }) => date)].join()
  const known = lastRead.get(shipped)
  if (known?.key === key && !(known.until && today >= known.until))
    return known.catalogue
  const catalogue = await read(db, host, release, holidays, today)
  lastRead.set(shipped, { key, catalogue, until: nextBeginning(catalogue, today) })
  return catalogue
}

async function read(db: Store, host: Host, release: ReleaseRow | undefined, holidays: readonly PublicHoliday[], today: PlainDate): Promise<Catalogue> {
  const shipped = host.catalogue()
  const own = await db.selectFrom('catalogue_release').select('number').where('origin', '!=', 'shipped').limit(1).executeTakeFirst()
  const base = { ...shipped, release: release?.id ?? shipped.release, holidays }
  const catalogue = release && own ? withoutBroken({ ...base, ...await readContents(db, host, await readItems(db)) }, host) : base
  return { ...catalogue, marks: await readMarks(db, catalogue, today) }
}

type Contents = Pick<Catalogue, 'services' | 'parameters' | 'records'>

export async function readContents(db: Store, host: Host, items: readonly Item[]): Promise<Contents> {
  const contentOf = await contentReader(db, host, items)
  const entries = <Kind extends keyof typeof contentOf>(kind: Kind) => new Map(items.flatMap(({ kind: own, itemId, hash }) => {
    const content = own === kind ? contentOf[kind](hash) : undefined
    return content === undefined ? [] : [[itemId, content as NonNullable<ReturnType<(typeof contentOf)[Kind]>>] as const]
  }))
  return { services: entries('service'), parameters: entries('parameter'), records: entries('record') }
}
