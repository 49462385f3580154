/** A text column that sorts and ranges by code point, which names in Hangul and prefix searches need on both databases. */
import type { Kysely, RawBuilder } from 'kysely'
import { PostgresAdapter, sql } from 'kysely'

/** SQLite compares by bytes anyway; a Korean PostgreSQL server does not. */
export const binaryText = (db: Kysely<unknown>): RawBuilder<unknown> | 'text' =>
  db.getExecutor().adapter instanceof PostgresAdapter ? sql`text collate "C"` : 'text'
