/** Everything that ships beside the program, read once a process: catalogue, texts, notes, examples, places, version. */
import type { Handbook } from '#core/handbook/model'
import type { Host, Texts } from '#core/host'
import type { Catalogue } from '#core/policy/catalogue'
import type { EventNote } from '#core/policy/event-note'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AgedFamily } from '#core/catalogue/editor/try/aged-family'
import { resourcesAt, root } from './find-resources.ts'
import { loadEventNotes } from './load-event-notes.ts'
import { loadHandbook } from './load-handbook.ts'
import { loadPolicy } from './load-policy.ts'
import { loadRecords } from './load-records.ts'
import { readPlaces } from './places.ts'
import { readTexts } from './read-texts.ts'
import { readTranslations } from './read-translations.ts'

export interface Shipped {
  readonly catalogue: Catalogue
  readonly texts: Texts
  readonly translations: Host['translations']
  readonly notes: readonly EventNote[]
  readonly handbook: Handbook
  readonly families: readonly AgedFamily[]
  readonly places: ReturnType<Host['places']>
  readonly version: string
}

let shipped: Promise<Shipped> | undefined

export const loadShipped = (): Promise<Shipped> => shipped ??= read()

async function read(): Promise<Shipped> {
  const [rules, official, texts, translations, notes, handbook, families, places, version] = await Promise.all([
    loadPolicy(resourcesAt('policy')),
    loadRecords(resourcesAt('catalogue')),
    readTexts(resourcesAt('texts')),
    readTranslations(resourcesAt('texts')),
    loadEventNotes(resourcesAt('policy')),
    loadHandbook(resourcesAt('handbook')),
    readFamilies(),
    readPlaces(resourcesAt('places', 'seoul.json')),
    readVersion(),
  ])
  return {
    // A release is its rules and its records: a newer edition of either is another release.
    catalogue: {
      ...rules,
      records: official.records,
      release: createHash('sha256').update(`${rules.release} ${official.fingerprint}`).digest('hex').slice(0, 12),
    },
    texts,
    translations,
    notes,
    handbook,
    families,
    places,
    version,
  }
}

/** Made-up families to try a rule on. */
export const readFamilies = async (): Promise<readonly AgedFamily[]> =>
  AgedFamily.array().parse(JSON.parse(await readFile(resourcesAt('examples', 'families.json'), 'utf8')))

async function readVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  return version
}
