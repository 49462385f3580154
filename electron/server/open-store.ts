/** The two databases. Everything above this file sees only `Kysely<Schema>`. */
import type { Migration } from 'kysely/migration'
import type { Schema } from '#core/store/schema'
import { existsSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { Pool } from 'pg'
import { migrations } from '#core/store/migrations/index'
import { forKysely } from './sqlite-for-kysely.ts'

export type StoreAddress
  = | {
    readonly kind: 'file'
    readonly path: string
    /** 32 random bytes from the keyring: a file is never opened or made without one. */
    readonly key: Buffer
    /** Only at set-up: otherwise a file that is missing counts as damaged, and no empty one takes its place. */
    readonly create?: boolean
    /** Where the copy goes that is taken before an upgrade; beside the file, with the same key. */
    readonly backup?: string
  }
  | { readonly kind: 'postgres', readonly url: string }

export type OpenedStore
  = | { readonly outcome: 'open', readonly db: Kysely<Schema>, readonly backup: string | undefined }
  /** Not a database for this key, or one whose pages do not hold together. */
    | { readonly outcome: 'damaged' }
  /** Holds migrations that this version of Maji does not know. */
    | { readonly outcome: 'newer-version' }

/**
 * @param list the migrations this version knows; tests hand in longer ones
 * @throws what the disk says: full, read-only
 */
export async function openStore(address: StoreAddress, list: Readonly<Record<string, Migration>> = migrations): Promise<OpenedStore> {
  if (address.kind === 'postgres') {
    return bringUpToDate(new Kysely<Schema>({
      dialect: new PostgresDialect({
        pool: new Pool({ connectionString: address.url }),
      }),
    }), list, undefined)
  }
  if (!address.create && !existsSync(address.path))
    return { outcome: 'damaged' }
  const database = openFile(address.path, address.key)
  if (!database)
    return { outcome: 'damaged' }
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({
      database: forKysely(database),
    }),
  })
  return bringUpToDate(db, list, address.create
    ? undefined
    : () => backUp(database, address.backup ?? `${address.path}.before-upgrade`))
}

async function bringUpToDate(db: Kysely<Schema>, list: Readonly<Record<string, Migration>>, backUp: (() => string) | undefined): Promise<OpenedStore> {
  try {
    const known = new Set(Object.keys(list))
    const done = await migrationsDone(db)
    if (done.some(name => !known.has(name))) {
      await db.destroy()
      return { outcome: 'newer-version' }
    }
    const backup = done.length > 0 && done.length < known.size
      ? backUp?.()
      : undefined
    const { error } = await new Migrator({
      db,
      provider: {
        getMigrations: async () => list,
      },
    }).migrateToLatest()
    if (error)
      throw error
    return { outcome: 'open', db, backup }
  }
  catch (error) {
    await db.destroy()
    throw error
  }
}

async function migrationsDone(db: Kysely<Schema>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration'))
    return []
  const rows = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>).selectFrom('kysely_migration').select('name').execute()
  return rows.map(({ name }) => name)
}

/** Bytes up to which a whole check at opening takes well under a second; above it the first read still tells a wrong key. */
const wholeCheckUpTo = 64 * 1024 * 1024

/** @returns nothing when the key does not fit or the pages do not hold together */
function openFile(path: string, key: Buffer): Database.Database | undefined {
  const database = new Database(path)
  try {
    database.pragma(`cipher = 'sqlcipher'`)
    database.pragma(`key = "x'${key.toString('hex')}'"`)
    database.prepare('select count(*) from sqlite_master').get()
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL') // the build's default in WAL is NORMAL: a power cut would lose acknowledged work
    database.pragma('temp_store = MEMORY') // no plain spill files
    database.pragma('foreign_keys = ON')
    database.pragma('busy_timeout = 5000')
    if (sizeOf(database) <= wholeCheckUpTo && database.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw new Database.SqliteError('The pages do not hold together.', 'SQLITE_CORRUPT')
    return database
  }
  catch (error) {
    database.close()
    if (error instanceof Database.SqliteError && /^SQLITE_(?:NOTADB|CORRUPT)/.test(error.code))
      return undefined
    throw error
  }
}

function sizeOf(database: Database.Database): number {
  return Number(database.pragma('page_count', { simple: true })) * Number(database.pragma('page_size', { simple: true }))
}

/** `VACUUM INTO` writes a whole copy with the cipher and key of its source. */
function backUp(database: Database.Database, path: string): string {
  rmSync(path, { force: true })
  database.prepare('vacuum into ?').run(path)
  return path
}
