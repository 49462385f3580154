import type { Kysely } from 'kysely'

/** Paper: what of a document went out stands in the access log; what was handed over can be held against today's; a withdrawal has its day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('audit_line').addColumn('detail', 'text').execute()
  await db.schema.alterTable('hand_over').addColumn('content_hash', 'text').execute()
  await db.schema.alterTable('hand_over').addColumn('choices', 'text').execute()
  await db.schema.alterTable('consent').addColumn('withdrawals', 'text').execute()
  await db.schema.alterTable('agency').addColumn('directions', 'text').execute()
}
