/**
 * A counter in a process of its own that is killed while it saves. Opens an encrypted store, waits for `go`, then
 * opens visits and writes down who wants a call, three at a time; each is told on standard output once it is
 * acknowledged, and not before.
 */
import type { Client } from '#core/contract'
import type { Host } from '#core/host'
import { Buffer } from 'node:buffer'
import { writeSync } from 'node:fs'
import process from 'node:process'
import { createRouterClient, EventPublisher } from '@orpc/server'
import { builtInFacts } from '#core/eligibility/fact-table'
import { Instant } from '#core/kernel/dates'
import { StaffId } from '#core/kernel/ids'
import { secondsBetween } from '#core/kernel/moments'
import { router } from '#core/router'
import { makeSessionBook } from '#core/staff/session-book'
import { makeIdMaker, makeToken, sha256 } from '#server/make-ids'
import { makeTurns } from '#server/make-turns'
import { openStore } from '#server/open-store'

const [path, key, staffId] = process.argv.slice(2) as [string, string, string]
const now = (): Instant => Instant.parse(new Date().toISOString())

writeSync(1, 'warm\n')
await new Promise(resolve => process.stdin.once('data', resolve))

const opened = await openStore({
  kind: 'file',
  path,
  key: Buffer.from(key, 'hex'),
})
if (opened.outcome !== 'open') {
  writeSync(1, `cannot open: ${opened.outcome}\n`)
  process.exit(1)
}

const token = makeToken()
const sessions = makeSessionBook(secondsBetween)
sessions.start(token, StaffId.parse(staffId), now())
const host = {
  store: () => opened.db,
  now,
  newId: makeIdMaker(Date.now),
  newToken: makeToken,
  hash: sha256,
  catalogue: () => ({
    release: 'none',
    services: new Map(),
    parameters: new Map(),
    documents: new Map(),
    facts: builtInFacts,
    holidays: [],
    records: new Map(),
    marks: new Map(),
  }),
  eventNotes: () => [],
  exampleFamilies: () => [],
  texts: { ko: {}, en: {} },
  sessions,
  unkept: new Map(),
  news: new EventPublisher(),
  inTurn: makeTurns(),
  report: (incident: string, error: unknown) => void writeSync(1, `incident ${incident} ${error instanceof Error
    ? error.stack
    : ''}\n`),
  version: '0',
  sample: false,
  sampleAccounts: [],
} as unknown as Host
const client: Client = createRouterClient(router, {
  context: {
    host,
    connection: {
      place: 'test',
      local: true,
      token: () => token,
      keepToken: () => {},
    },
  },
})

async function serveOneAfterTheOther(): Promise<never> {
  for (;;) {
    const { visit } = await client.intake.open({ event: 'counselling', channel: 'phone' })
    writeSync(1, `opened ${visit.id}\n`)
    await client.intake.answer({
      visitId: visit.id,
      seenVersion: visit.version,
      answer: 'call-me',
      callback: {
        name: `표본 ${visit.id}`,
        phone: '010-0000-0000',
        when: '오전',
        agreed: true,
      },
    })
    writeSync(1, `call-me ${visit.id}\n`)
  }
}

await Promise.all([
  serveOneAfterTheOther(),
  serveOneAfterTheOther(),
  serveOneAfterTheOther(),
])
