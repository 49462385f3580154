/**
 * The database as Kysely wants it, with one difference: a rollback without a transaction does nothing.
 *
 * On a full disk SQLite rolls back by itself; Kysely's own rollback would then fail and hide why.
 */
import type Database from 'better-sqlite3'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

const nothing: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [][Symbol.iterator](),
}

export function forKysely(database: Database.Database): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: text => text === 'rollback' && !database.inTransaction
      ? nothing
      : database.prepare(text) as unknown as SqliteStatement,
  }
}
