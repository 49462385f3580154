import type { CreateTableBuilder, Kysely } from 'kysely'
import { binaryText } from '../binary-text.ts'

/**
 * The center, its staff, visits, consent, households, lookups, cases and the access log.
 *
 * Migrations only add: no drop, no rename, no change of type. A released file is
 * never edited. There is no `down`; going back means restoring the backup that is
 * taken before each upgrade.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createOffice(db)
  await createVisits(db)
  await createHouseholds(db)
  await createLookups(db)
  await createCases(db)
  await createAuditLog(db)
}

type Table = CreateTableBuilder<string, never>
const required = (table: Table, ...names: string[]): Table =>
  names.reduce((made, name) => made.addColumn(name, 'text', column => column.notNull()) as Table, table)
const optional = (table: Table, ...names: string[]): Table =>
  names.reduce((made, name) => made.addColumn(name, 'text') as Table, table)
const numbers = (table: Table, ...names: string[]): Table =>
  names.reduce((made, name) => made.addColumn(name, 'integer', column => column.notNull()) as Table, table)
const withId = (db: Kysely<unknown>, name: string): Table =>
  db.schema.createTable(name).addColumn('id', 'text', column => column.primaryKey()) as Table

async function createOffice(db: Kysely<unknown>): Promise<void> {
  const center = db.schema.createTable('center').addColumn('id', 'integer', column => column.primaryKey()) as Table
  await numbers(required(center, 'province', 'district', 'dong', 'settings'), 'sample', 'version').execute()
  const staff = optional(required(withId(db, 'staff'), 'name', 'roles', 'areas'), 'phone', 'absent_from', 'absent_until')
  await numbers(staff, 'active', 'version').addUniqueConstraint('staff_name_once', ['name'] as never[]).execute()
  await optional(required(withId(db, 'staff_event'), 'staff_id', 'at', 'kind', 'detail'), 'by_staff_id').execute()
  const holiday = db.schema.createTable('added_holiday').addColumn('date', 'text', column => column.primaryKey()) as Table
  await required(holiday, 'name', 'basis').execute()
}

async function createVisits(db: Kysely<unknown>): Promise<void> {
  const visit = required(withId(db, 'visit'), 'day', 'event', 'channel', 'dong', 'opened_at', 'status', 'answer', 'step', 'staff_id')
  await numbers(optional(visit, 'refusal_reason', 'household_id', 'paperwork'), 'ticket', 'version')
    .addUniqueConstraint('visit_ticket_once_a_day', ['day', 'ticket'] as never[])
    .execute()
  await db.schema.createIndex('visit_by_household').on('visit').column('household_id').execute()
  await db.schema.createIndex('visit_by_status').on('visit').columns(['status', 'day']).execute()
  const callback = db.schema.createTable('callback').addColumn('visit_id', 'text', column => column.primaryKey()) as Table
  await required(callback, 'name', 'phone', 'call_when', 'agreed_at').execute()
  const consent = required(withId(db, 'consent'), 'household_id', 'person_id', 'signer_name', 'capacity', 'answers', 'withdrawn', 'method', 'wording_version', 'language', 'at', 'witness_staff_id', 'hash')
  await numbers(optional(consent, 'visit_id', 'for_name', 'strokes'), 'signature_pending').execute()
  await db.schema.createIndex('consent_by_household').on('consent').column('household_id').execute()
}

async function createHouseholds(db: Kysely<unknown>): Promise<void> {
  const text = binaryText(db)
  const household = required(withId(db, 'household'), 'province', 'district', 'dong', 'road', 'detail', 'created_at')
  await numbers(optional(household, 'in_district_since', 'in_province_since', 'phone', 'call_when', 'destroy_on'), 'version')
    .addColumn('address_key', text as 'text', column => column.notNull())
    .addColumn('phone_digits', text as 'text')
    .execute()
  await db.schema.createIndex('household_by_phone').on('household').column('phone_digits').execute()
  await db.schema.createIndex('household_by_address').on('household').column('address_key').execute()
  const person = optional(required(withId(db, 'person'), 'household_id', 'name', 'relation', 'created_at'), 'birth', 'sex', 'died_on')
  await numbers(person, 'visitor', 'place')
    .addColumn('living_together', 'integer')
    .addColumn('name_key', text as 'text', column => column.notNull())
    .addColumn('initials', text as 'text', column => column.notNull())
    .execute()
  await db.schema.createIndex('person_by_household').on('person').column('household_id').execute()
  await db.schema.createIndex('person_by_name').on('person').column('name_key').execute()
  await db.schema.createIndex('person_by_initials').on('person').column('initials').execute()
  await db.schema.createIndex('person_by_birth').on('person').column('birth').execute()
  await db.schema.createTable('person_gram')
    .addColumn('gram', text as 'text', column => column.notNull())
    .addColumn('person_id', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('person_gram_once', ['gram', 'person_id'])
    .execute()
  await db.schema.createIndex('person_gram_by_person').on('person_gram').column('person_id').execute()
  await required(db.schema.createTable('fact') as Table, 'household_id', 'person_id', 'name', 'value', 'said_by', 'at', 'staff_id')
    .addPrimaryKeyConstraint('fact_once', ['household_id', 'person_id', 'name'] as never[])
    .execute()
  await numbers(required(db.schema.createTable('receives') as Table, 'household_id', 'person_id', 'service_id', 'at'), 'receives')
    .addPrimaryKeyConstraint('receives_once', ['household_id', 'person_id', 'service_id'] as never[])
    .execute()
}

async function createLookups(db: Kysely<unknown>): Promise<void> {
  await required(withId(db, 'lookup'), 'visit_id', 'household_id', 'at', 'release', 'answer').execute()
  await db.schema.createIndex('lookup_by_visit').on('lookup').columns(['visit_id', 'at']).execute()
  await required(db.schema.createTable('service_mark') as Table, 'visit_id', 'service_id', 'person_id', 'mark', 'at', 'staff_id')
    .addPrimaryKeyConstraint('service_mark_once', ['visit_id', 'service_id', 'person_id'] as never[])
    .execute()
}

async function createCases(db: Kysely<unknown>): Promise<void> {
  const welfareCase = required(withId(db, 'welfare_case'), 'household_id', 'event', 'status', 'urgency', 'kind', 'planner_id', 'opened_at', 'first_contact_due')
  await numbers(optional(welfareCase, 'visit_id', 'first_contact_at'), 'unread', 'likely', 'version').execute()
  await db.schema.createIndex('case_by_planner').on('welfare_case').columns(['planner_id', 'status']).execute()
  await db.schema.createIndex('case_by_household').on('welfare_case').column('household_id').execute()
  await optional(required(withId(db, 'case_event'), 'case_id', 'at', 'staff_id', 'kind'), 'note', 'channel', 'outcome', 'next_try').execute()
  await db.schema.createIndex('case_event_by_case').on('case_event').columns(['case_id', 'at']).execute()
  await numbers(required(withId(db, 'hand_over'), 'visit_id', 'document', 'language', 'edition', 'at', 'staff_id'), 'pages').execute()
  await db.schema.createIndex('hand_over_by_visit').on('hand_over').column('visit_id').execute()
}

async function createAuditLog(db: Kysely<unknown>): Promise<void> {
  const line = db.schema.createTable('audit_line').addColumn('seq', 'integer', column => column.primaryKey()) as Table
  await optional(required(line, 'at', 'operation', 'outcome', 'place', 'hash'), 'staff_id', 'subject').execute()
  await db.schema.createIndex('audit_line_by_time').on('audit_line').column('at').execute()
}
