import type { CreateTableBuilder, Kysely } from 'kysely'

/**
 * The catalogue as the office keeps it: releases, the draft, imports, and who changed what and why.
 *
 * An item's text is stored once for each content, named by its hash; a release is the span of releases in which an
 * item had that content, so that a release of twelve thousand items costs only what changed.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createReleases(db)
  await createDraft(db)
  await createImports(db)
}

type Table = CreateTableBuilder<string, never>
const required = (table: Table, ...names: string[]): Table =>
  names.reduce((made, name) => made.addColumn(name, 'text', column => column.notNull()) as Table, table)
const optional = (table: Table, ...names: string[]): Table =>
  names.reduce((made, name) => made.addColumn(name, 'text') as Table, table)
const numbers = (table: Table, ...names: string[]): Table =>
  names.reduce((made, name) => made.addColumn(name, 'integer', column => column.notNull()) as Table, table)
const keyed = (db: Kysely<unknown>, name: string, key = 'id'): Table =>
  db.schema.createTable(name).addColumn(key, 'text', column => column.primaryKey()) as Table

async function createReleases(db: Kysely<unknown>): Promise<void> {
  await required(keyed(db, 'catalogue_text', 'hash'), 'body').execute()
  const release = db.schema.createTable('catalogue_release').addColumn('number', 'integer', column => column.primaryKey()) as Table
  await numbers(optional(required(release, 'id', 'origin', 'title', 'prepared_by', 'released_at', 'shipped'), 'why', 'released_by'), 'alone')
    .addColumn('rolled_back_to', 'integer')
    .execute()
  await numbers(required(db.schema.createTable('catalogue_item') as Table, 'kind', 'item_id', 'hash'), 'from_release')
    .addColumn('until_release', 'integer')
    .addPrimaryKeyConstraint('catalogue_item_once', ['kind', 'item_id', 'from_release'] as never[])
    .execute()
  await required(db.schema.createTable('catalogue_shipped') as Table, 'kind', 'item_id', 'hash')
    .addPrimaryKeyConstraint('catalogue_shipped_once', ['kind', 'item_id'] as never[])
    .execute()
  const rollback = db.schema.createTable('catalogue_rollback').addColumn('id', 'integer', column => column.primaryKey()) as Table
  await numbers(required(rollback, 'staff_id', 'at', 'why'), 'to_release').execute()
  await db.schema.createIndex('catalogue_item_by_end').on('catalogue_item').columns(['until_release', 'kind', 'item_id']).execute()
}

async function createDraft(db: Kysely<unknown>): Promise<void> {
  const change = required(db.schema.createTable('catalogue_change') as Table, 'kind', 'item_id', 'origin', 'authors', 'at')
  await optional(change, 'hash', 'base_hash', 'import_id', 'staff_id', 'why')
    .addPrimaryKeyConstraint('catalogue_change_once', ['kind', 'item_id'] as never[])
    .execute()
  const event = required(keyed(db, 'catalogue_event'), 'at', 'kind', 'item_id', 'action')
  await optional(event, 'staff_id', 'why', 'hash_before', 'hash_after', 'import_id')
    .addColumn('release', 'integer')
    .execute()
  await db.schema.createIndex('catalogue_event_by_item').on('catalogue_event').columns(['kind', 'item_id', 'at']).execute()
}

async function createImports(db: Kysely<unknown>): Promise<void> {
  const made = required(keyed(db, 'catalogue_import'), 'publishers', 'way', 'status', 'started_at', 'staff_id')
  await numbers(optional(made, 'ended_at', 'data_day', 'scope'), 'taken', 'unchanged', 'broken').execute()
  await numbers(required(db.schema.createTable('catalogue_import_problem') as Table, 'import_id', 'severity', 'place', 'reason'), 'seq')
    .addPrimaryKeyConstraint('catalogue_import_problem_once', ['import_id', 'seq'] as never[])
    .execute()
  await required(db.schema.createTable('catalogue_staged') as Table, 'import_id', 'item_id', 'part', 'body')
    .addPrimaryKeyConstraint('catalogue_staged_once', ['import_id', 'item_id', 'part'] as never[])
    .execute()
  const source = required(keyed(db, 'catalogue_source', 'service'), 'address', 'service_key')
  await numbers(optional(source, 'called_on'), 'enabled', 'daily_calls', 'called', 'version').execute()
}
