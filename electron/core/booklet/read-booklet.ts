/** Reading what a booklet is made of: the catalogue in force, the office, the release of last year, the agencies. */
import type { Desk } from '../door.ts'
import type { Host, Store } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { BookletData, BookletService } from './booklet-data.ts'
import type { OfYear } from './choose-services.ts'
import type { BookletChoices } from './model.ts'
import type { BookletSpeaker } from './speak.ts'
import { ORPCError } from '@orpc/server'
import { ruleSetting } from '../catalogue/editor/rule-setting.ts'
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { findRelease } from '../catalogue/releases/find-release.ts'
import { readSettings } from '../center/read-settings.ts'
import { officialWords } from '../eligibility/official/words.ts'
import { speaking } from '../guide/languages/translation.ts'
import { PlainDate as Day, Instant, seoulDayOf } from '../kernel/dates.ts'
import { paperOfOffice, textsOfOffice } from '../paper-texts/in-force.ts'
import { chooseServices } from './choose-services.ts'
import { compareWith } from './compared-release.ts'
import { readDirectory } from './directory.ts'
import { bookletService, entrySetting } from './entry-of.ts'
import { districtRecords } from './record-groups.ts'
import { bookletSpeaker } from './speak.ts'

export interface ReadBooklet { readonly data: BookletData, readonly speaker: BookletSpeaker }

/** Services written at a stretch: some three milliseconds of work. */
const AT_A_STRETCH = 12

/** @throws {ORPCError} LANGUAGE_NOT_FOUND, RELEASE_NOT_FOUND, YEAR_NOT_OPEN */
export async function readBooklet({ db, host: ours, today }: Pick<Desk, 'db' | 'host' | 'today'>, choices: BookletChoices): Promise<ReadBooklet> {
  const { host, language } = speaking(ours, choices.language)
  const ofYear = yearOf(choices.year, today)
  const texts = await textsOfOffice({ db, host })
  const speaker = bookletSpeaker(texts, language, choices.language)
  const catalogue = await catalogueInForce(db, host)
  const { center, phone } = await readSettings(db)
  const { marks, ended } = await compareWith(db, catalogue, choices.compareWith, center, ofYear)
  const { services, leftOut } = chooseServices(catalogue.services.values(), center, ofYear)
  const setting = entrySetting(speaker, ruleSetting({ texts }, catalogue, ofYear.on))
  const written: BookletService[] = []
  for (const [place, service] of services.entries()) {
    // Hundreds of services at a stretch would keep every counter waiting.
    if (place % AT_A_STRETCH === AT_A_STRETCH - 1)
      await ours.official.breathe()
    written.push(bookletService(service, marks.get(service.id), setting))
  }
  return {
    speaker,
    data: {
      choices,
      office: { name: center, phone, paper: await paperOfOffice(db) },
      made: today,
      release: await releaseOf(db, host),
      services: written,
      ended,
      leftOut,
      agencies: await readDirectory(db),
      records: districtRecords(catalogue, center, ofYear, officialWords(texts)),
      recordMarks: marks,
    },
  }
}

/** @throws {ORPCError} YEAR_NOT_OPEN for another year than this or the next: its figures are gone, or nobody knows them */
export function yearOf(year: number, today: PlainDate): OfYear {
  const thisYear = Number(today.slice(0, 4))
  if (year !== thisYear && year !== thisYear + 1)
    throw new ORPCError('YEAR_NOT_OPEN')
  return { year, on: year === thisYear ? today : Day.parse(`${year}-01-01`) }
}

async function releaseOf(db: Store, host: Host): Promise<BookletData['release']> {
  const release = await findRelease(db)
  return release
    ? { id: release.id, on: seoulDayOf(Instant.parse(release.released_at)) }
    : { id: host.catalogue().release, on: seoulDayOf(host.now()) }
}
