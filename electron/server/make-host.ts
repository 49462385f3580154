/**
 * Everything core needs of this process, put together: the office's folder, the catalogue, texts, paper, chance, clock.
 *
 * One folder is served at a time. From an office that is not set up yet, one click goes over to the sample center.
 */
import type { Connection, Host } from '#core/host'
import type { Office } from './open-office.ts'
import { Buffer } from 'node:buffer'
import { EventPublisher } from '@orpc/server'
import { Instant } from '#core/kernel/dates'
import { secondsBetween } from '#core/kernel/moments'
import { makeSessionBook } from '#core/staff/session-book'
import { drawBook } from './documents/draw-book.ts'
import { drawSheet } from './documents/draw-sheet.ts'
import { loadShipped } from './load-shipped.ts'
import { makeIdMaker, makeToken, sha256 } from './make-ids.ts'
import { makeTurns } from './make-turns.ts'
import { officialPort } from './official/official-port.ts'
import { report } from './report.ts'
import { openScreening } from './rescreen/open-screening.ts'
import { sampleAccounts } from './sample/sample-accounts.ts'

export interface HostOptions {
  readonly office: Office
  readonly sample: boolean
  /** Makes the sample center where it is missing, and takes its folder. */
  readonly openSampleOffice: () => Promise<Office>
  /** Once-only code for a set-up from another machine; left out where only this machine may set up. */
  readonly setupCode?: string
  readonly now?: () => Instant
  readonly newId?: () => string
}

/** A host and what only the process around it may do. */
export interface RunningHost {
  readonly host: Host
  readonly close: () => Promise<void>
}

export const clock = (): Instant => Instant.parse(new Date().toISOString())

export async function makeHost(options: HostOptions): Promise<RunningHost> {
  const { catalogue, texts, translations, notes, handbook, families, places, version } = await loadShipped()
  let { office, sample } = options
  const now = options.now ?? clock
  const sessions = makeSessionBook(secondsBetween)
  const host: Host = {
    store: () => office.store(),
    get accounts() { return office.accounts },
    now,
    newId: options.newId ?? makeIdMaker(Date.now),
    newToken: makeToken,
    hash: sha256,
    catalogue: () => catalogue,
    eventNotes: () => notes,
    handbook: () => handbook,
    exampleFamilies: () => families,
    texts,
    translations,
    drawSheet: async (sheet) => {
      const { pdf, pages } = await drawSheet(sheet)
      return {
        base64: Buffer.from(pdf).toString('base64'),
        pages,
      }
    },
    drawBook: async (book, told) => {
      const { pdf, pages, partPages } = await drawBook(book, told)
      return { base64: Buffer.from(pdf).toString('base64'), pages, partPages }
    },
    official: officialPort,
    openScreening,
    sessions,
    later: (seconds, work) => void setTimeout(work, seconds * 1000).unref(),
    unkept: new Map(),
    news: new EventPublisher(),
    inTurn: makeTurns(),
    report,
    version,
    get sample() { return sample },
    get sampleAccounts() {
      return sample
        ? sampleAccounts
        : []
    },
    places: () => places,
    openSample: async () => {
      const opened = await options.openSampleOffice()
      sessions.clear()
      await office.close()
      office = opened
      sample = true
    },
    ...setupRules(options.setupCode),
  }
  return {
    host,
    close: () => office.close(),
  }
}

/** Wrong codes after which no code is taken until the next start. */
const mostWrongCodes = 10

function setupRules(setupCode: string | undefined): Pick<Host, 'maySetUp' | 'setupNeedsCode'> {
  let wrongCodes = 0
  return {
    setupNeedsCode: ({ local }: Connection) => !local,
    maySetUp: ({ local }, code) => {
      if (local)
        return true
      if (setupCode === undefined || code === undefined || wrongCodes >= mostWrongCodes)
        return false
      const right = sha256(code.trim().toUpperCase()) === sha256(setupCode)
      wrongCodes += right ? 0 : 1
      return right
    },
  }
}
