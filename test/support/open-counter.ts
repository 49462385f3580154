/**
 * A center in one line: real SQLite in memory, the real catalogue and texts, every call through the door.
 *
 * Staff sign in by the session book; passwords and keys have tests of their own.
 */
import type { Client } from '#core/contract'
import type { Handbook } from '#core/handbook/model'
import type { Connection, Host, Store, Texts, TextTree } from '#core/host'
import type { Role } from '#core/kernel/contract'
import type { Catalogue } from '#core/policy/catalogue'
import type { EventNote } from '#core/policy/event-note'
import type { Schema } from '#core/store/schema'
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient, EventPublisher } from '@orpc/server'
import Database from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { defaultSettings } from '#core/center/read-settings'
import { Instant } from '#core/kernel/dates'
import { StaffId } from '#core/kernel/ids'
import { secondsBetween } from '#core/kernel/moments'
import { router } from '#core/router'
import { makeSessionBook } from '#core/staff/session-book'
import { migrationProvider } from '#core/store/migrations/index'
import { loadEventNotes } from '#server/load-event-notes'
import { loadHandbook } from '#server/load-handbook'
import { loadPolicy } from '#server/load-policy'
import { readFamilies } from '#server/load-shipped'
import { officialPort } from '#server/official/official-port'
import { readTranslations } from '#server/read-translations'
import { openScreening } from '#server/rescreen/open-screening'

const resources = join(import.meta.dirname, '../../resources')

export const realTexts: Texts = { ko: textsIn('ko'), en: textsIn('en') }
export const realTranslations = await readTranslations(join(resources, 'texts'))
function textsIn(language: string): Record<string, TextTree> {
  const folder = join(resources, 'texts', language)
  return Object.fromEntries(readdirSync(folder).map(name => [name.replace('.json', ''), JSON.parse(readFileSync(join(folder, name), 'utf8'))]))
}

let catalogue: Promise<Catalogue> | undefined
let notes: Promise<readonly EventNote[]> | undefined
let handbook: Promise<Handbook> | undefined
/** Read once for each test file: it does not change. */
export const realCatalogue = (): Promise<Catalogue> => catalogue ??= loadPolicy(join(resources, 'policy'))
export const realNotes = (): Promise<readonly EventNote[]> => notes ??= loadEventNotes(join(resources, 'policy'))
export const realHandbook = (): Promise<Handbook> => handbook ??= loadHandbook(join(resources, 'handbook'))

let made = 0
/** UUIDs of version 7 that count up, so that rows of one test sort as they were made. */
const nextId = (): string => {
  const rest = randomUUID().slice(14)
  return `0190${(made++).toString(16).padStart(4, '0')}-0000-7${rest.slice(1)}`
}

export type Seat = 'clerk' | 'secondClerk' | 'planner' | 'secondPlanner' | 'lead' | 'admin' | 'outside'
const seats: Record<Seat, { readonly name: string, readonly roles: readonly Role[], readonly areas: readonly string[], readonly phone: string | null, readonly agency?: string }> = {
  clerk: { name: '표본창구', roles: ['clerk'], areas: [], phone: null },
  secondClerk: { name: '표본창구둘', roles: ['clerk'], areas: [], phone: null },
  planner: { name: '표본플래너', roles: ['planner'], areas: ['표본동'], phone: '02-000-0001' },
  secondPlanner: { name: '표본플래너둘', roles: ['planner'], areas: ['다른동'], phone: '02-000-0002' },
  lead: { name: '표본팀장', roles: ['lead'], areas: [], phone: null },
  admin: { name: '표본관리자', roles: ['admin'], areas: [], phone: null },
  outside: { name: '표본위원', roles: ['outside'], areas: [], phone: null, agency: '표본종합사회복지관' },
}

export interface Counter {
  readonly host: Host
  readonly db: Store
  readonly ids: Readonly<Record<Seat, StaffId>>
  /** The client of somebody who is signed in. */
  readonly as: (seat: Seat) => Client
  /** The client of a connection where nobody is signed in. */
  readonly nobody: () => Client
  readonly connectionOf: (seat: Seat) => Connection
  /** Sets the clock, in Korean time: `at('2026-11-23T09:00')`. */
  readonly at: (moment: string) => void
  readonly reports: string[]
  /** What waits for a timer of the host, in the order it was set; nothing runs by itself here. */
  readonly timers: readonly { readonly seconds: number, readonly work: () => void }[]
  readonly close: () => Promise<void>
}

export interface CounterOptions {
  readonly db?: Kysely<Schema>
  readonly catalogue?: Catalogue
  readonly handbook?: Handbook
  readonly moment?: string
  readonly drawSheet?: Host['drawSheet']
  readonly drawBook?: Host['drawBook']
  readonly translations?: Host['translations']
  readonly official?: Host['official']
}

export async function openCounter(options: CounterOptions = {}): Promise<Counter> {
  const db = options.db ?? await memoryStore()
  let now = koreanTime(options.moment ?? '2026-11-23T10:00')
  const reports: string[] = []
  const timers: { readonly seconds: number, readonly work: () => void }[] = []
  const used = options.catalogue ?? await realCatalogue()
  const eventNotes = await realNotes()
  const shippedHandbook = options.handbook ?? await realHandbook()
  const families = await readFamilies()
  let turn: Promise<unknown> = Promise.resolve()
  const host: Host = {
    store: () => db,
    accounts: noAccounts,
    now: () => now,
    newId: nextId,
    newToken: () => randomUUID(),
    hash: text => createHash('sha256').update(text).digest('hex'),
    catalogue: () => used,
    eventNotes: () => eventNotes,
    handbook: () => shippedHandbook,
    exampleFamilies: () => families,
    texts: realTexts,
    translations: options.translations ?? realTranslations,
    drawSheet: options.drawSheet ?? drawForReal,
    drawBook: options.drawBook ?? drawBookForReal,
    official: options.official ?? officialPort,
    openScreening,
    sessions: makeSessionBook(secondsBetween),
    later: (seconds, work) => void timers.push({ seconds, work }),
    unkept: new Map(),
    news: new EventPublisher(),
    inTurn: (work) => {
      const next = turn.then(work)
      turn = next.catch(() => undefined)
      return next
    },
    report: (incident, error) => { reports.push(incident + (error instanceof Error ? error.stack : ' error')) },
    version: '0.0.0',
    sample: false,
    sampleAccounts: [],
    places: () => ({ provinces: [], districts: {}, dongs: {} }),
    openSample: async () => undefined,
    maySetUp: () => true,
    setupNeedsCode: () => false,
  }
  const ids = await fillCenter(db)
  const connections = new Map<Seat, Connection>()
  const connectionOf = (seat: Seat): Connection => {
    const known = connections.get(seat)
    if (known)
      return known
    const token = `token-of-${seat}`
    host.sessions.start(token, ids[seat], now)
    const connection: Connection = { place: 'test', local: true, token: () => token, keepToken: () => undefined }
    connections.set(seat, connection)
    return connection
  }
  const clientOf = (connection: Connection): Client => createRouterClient(router, { context: { host, connection } }) as Client
  return {
    host,
    db,
    ids,
    as: seat => clientOf(connectionOf(seat)),
    nobody: () => clientOf({ place: 'test', local: true, token: () => undefined, keepToken: () => undefined }),
    connectionOf,
    at: (moment) => {
      now = koreanTime(moment)
      host.sessions.clear()
      connections.clear()
    },
    reports,
    timers,
    close: () => db.destroy(),
  }
}

const koreanTime = (moment: string): Instant => Instant.parse(new Date(`${moment}:00+09:00`).toISOString())

export async function memoryStore(): Promise<Kysely<Schema>> {
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: new Database(':memory:') as never }) })
  const { error } = await new Migrator({ db, provider: migrationProvider }).migrateToLatest()
  if (error)
    throw error
  return db
}

async function fillCenter(db: Kysely<Schema>): Promise<Record<Seat, StaffId>> {
  await db.insertInto('center').values({ id: 1, province: '서울특별시', district: '동작구', dong: '표본동', sample: 0, settings: JSON.stringify(defaultSettings), version: 1 }).execute()
  const ids = {} as Record<Seat, StaffId>
  for (const [seat, { name, roles, areas, phone, agency }] of Object.entries(seats) as [Seat, typeof seats[Seat]][]) {
    ids[seat] = StaffId.parse(nextId())
    await db.insertInto('staff').values({ id: ids[seat], name, roles: JSON.stringify(roles), areas: JSON.stringify(areas), phone, active: 1, absent_from: null, absent_until: null, agency: agency ?? null, version: 1 }).execute()
  }
  return ids
}

const unused = async (): Promise<never> => { throw new Error('this counter has no keyring: see test/transport') }
const noAccounts: Host['accounts'] = {
  state: () => 'open',
  create: unused,
  tryPassword: unused,
  tryRecoveryKey: unused,
  prepare: unused,
  findStaffId: () => undefined,
}

const drawBookForReal: Host['drawBook'] = async (book, told) => {
  const { drawBook } = await import('#server/documents/draw-book')
  const { pdf, pages, partPages } = await drawBook(book, told)
  return { base64: Buffer.from(pdf).toString('base64'), pages, partPages }
}

const drawForReal: Host['drawSheet'] = async (sheet) => {
  const { drawSheet } = await import('#server/documents/draw-sheet')
  const { pdf, pages } = await drawSheet(sheet)
  return { base64: Buffer.from(pdf).toString('base64'), pages }
}
