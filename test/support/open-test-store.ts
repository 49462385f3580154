/** A fresh store of each kind, brought up to date by the same migrations. */
import type { Schema } from '#core/store/schema'
import type { PostgresServer } from './postgres-server.ts'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { Pool } from 'pg'
import { migrationProvider } from '#core/store/migrations/index'
import { openStore } from '#server/open-store'
import { postgresPrograms, startPostgres } from './postgres-server.ts'

export type StoreKind = 'SQLite' | 'PGlite' | 'PostgreSQL'
export const storeKinds: readonly StoreKind[] = [
  'SQLite',
  'PGlite',
  ...(postgresPrograms
    ? ['PostgreSQL' as const]
    : []),
]
if (!postgresPrograms)
  console.warn('PostgreSQL is not installed (/usr/lib/postgresql): the store tests on a server did not run.')

const cleanUps: (() => Promise<void> | void)[] = []
let server: Promise<PostgresServer> | undefined
let databases = 0

/** For `afterAll`. */
export async function closeTestStores(): Promise<void> {
  for (const cleanUp of cleanUps.splice(0).reverse())
    await cleanUp()
  await (await server)?.stop()
  server = undefined
}

const open: Record<StoreKind, () => Promise<Kysely<Schema>>> = {
  async SQLite() {
    const folder = mkdtempSync(join(tmpdir(), 'maji-store-'))
    cleanUps.push(() => rmSync(folder, { recursive: true, force: true }))
    return opened(await openStore({
      kind: 'file',
      path: join(folder, 'store.db'),
      key: randomBytes(32),
      create: true,
    }))
  },
  async PGlite() {
    const db = new Kysely<Schema>({
      dialect: new PGliteDialect({
        pglite: new PGlite() as never,
      }),
    })
    const { error } = await new Migrator({ db, provider: migrationProvider }).migrateToLatest()
    if (error)
      throw error
    return db
  },
  async PostgreSQL() {
    server ??= startPostgres(postgresPrograms!)
    const { url } = await server
    const name = `test_${++databases}`
    const first = new Kysely<Schema>({
      dialect: new PostgresDialect({
        pool: new Pool({ connectionString: url }),
      }),
    })
    await sql.raw(`create database ${name}`).execute(first)
    await first.destroy()
    return opened(await openStore({
      kind: 'postgres',
      url: url.replace(/postgres$/, name),
    }))
  },
}

export async function openTestStore(kind: StoreKind): Promise<Kysely<Schema>> {
  const db = await open[kind]()
  cleanUps.push(() => db.destroy())
  return db
}

function opened(answer: Awaited<ReturnType<typeof openStore>>): Kysely<Schema> {
  if (answer.outcome !== 'open')
    throw new Error(`the test store is ${answer.outcome}`)
  return answer.db
}
