/** Everything that ships beside the program, read once a process: catalogue, texts, notes, places, version. */
import type { Host, Texts } from '#core/host'
import type { Catalogue } from '#core/policy/catalogue'
import type { EventNote } from '#core/policy/event-note'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { resourcesAt, root } from './find-resources.ts'
import { loadEventNotes } from './load-event-notes.ts'
import { loadPolicy } from './load-policy.ts'
import { readPlaces } from './places.ts'
import { readTexts } from './read-texts.ts'

export interface Shipped {
  readonly catalogue: Catalogue
  readonly texts: Texts
  readonly notes: readonly EventNote[]
  readonly places: ReturnType<Host['places']>
  readonly version: string
}

let shipped: Promise<Shipped> | undefined

export const loadShipped = (): Promise<Shipped> => shipped ??= read()

async function read(): Promise<Shipped> {
  const [catalogue, texts, notes, places, version] = await Promise.all([
    loadPolicy(resourcesAt('policy')),
    readTexts(resourcesAt('texts')),
    loadEventNotes(resourcesAt('policy')),
    readPlaces(resourcesAt('places', 'seoul.json')),
    readVersion(),
  ])
  return {
    catalogue,
    texts,
    notes,
    places,
    version,
  }
}

async function readVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  return version
}
