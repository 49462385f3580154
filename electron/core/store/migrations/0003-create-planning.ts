import type { CreateTableBuilder, Kysely } from 'kysely'
import { PostgresAdapter, sql } from 'kysely'

/**
 * The planner's work: stages and clocks of a case, its written records, plan, referrals, applications, meetings,
 * home visits, what is attached, and how a team shares its cases.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await widenStaffAndCases(db)
  await createRecords(db)
  await createClocksAndTasks(db)
  await createLinking(db)
  await createMeetings(db)
  await createVisitsAndFiles(db)
  await createTeamwork(db)
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
const index = (db: Kysely<unknown>, name: string, table: string, ...columns: string[]): Promise<void> =>
  db.schema.createIndex(name).on(table).columns(columns).execute()

/** A case that was there before keeps its first contact as the clock that runs. */
async function widenStaffAndCases(db: Kysely<unknown>): Promise<void> {
  for (const name of ['team', 'deputy_id', 'languages', 'specialities', 'agency', 'conflicts', 'leaves_on'])
    await db.schema.alterTable('staff').addColumn(name, 'text').execute()
  await db.schema.alterTable('welfare_case').addColumn('stage', 'text', column => column.notNull().defaultTo('first-contact')).execute()
  // track: what a case meeting decided. due_on, due_clock, next_on, last_contact_on: kept for lists, written with what they are read from.
  for (const name of ['track', 'due_on', 'due_clock', 'paused_since', 'next_on', 'last_contact_on', 'closed_on', 'close_reason', 'after_care_until', 'main_need'])
    await db.schema.alterTable('welfare_case').addColumn(name, 'text').execute()
  await db.schema.alterTable('welfare_case').addColumn('difficulty', 'integer', column => column.notNull().defaultTo(1)).execute()
  await sql`update welfare_case set due_on = first_contact_due, due_clock = 'first-contact' where first_contact_at is null`.execute(db)
  await sql`update welfare_case set stage = 'ended', due_on = null, due_clock = null where status in ('closed', 'withdrawn')`.execute(db)
  await sql`update welfare_case set stage = 'counselling' where first_contact_at is not null and status not in ('closed', 'withdrawn')`.execute(db)
  // Dong and street of the household, so that 20,000 open cases are put in order without reading 20,000 households.
  await db.schema.alterTable('welfare_case').addColumn('area', 'text', column => column.notNull().defaultTo('')).execute()
  await fillAreas(db)
  await index(db, 'case_by_due', 'welfare_case', 'due_on')
  // Everything the worklist filters, counts and orders by: it is answered from the index alone.
  await index(db, 'case_for_lists', 'welfare_case', 'status', 'planner_id', 'due_on', 'urgency', 'unread', 'paused_since', 'next_on', 'last_contact_on', 'area', 'stage', 'track', 'main_need', 'kind', 'opened_at', 'id', 'household_id')
  for (const name of ['subject', 'offers'])
    await db.schema.alterTable('case_event').addColumn(name, 'text').execute()
}

/** As `worklist/area-of.ts` writes it on the day of this migration. */
async function fillAreas(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ id: string, dong: string, road: string }>`select id, dong, road from household`.execute(db)
  for (const { id, dong, road } of rows) {
    const street = road.trim().split(/\s+/).findLast(word => /^\S+[로길]$/.test(word)) ?? ''
    await sql`update welfare_case set area = ${`${dong} ${street}`.trim()} where household_id = ${id}`.execute(db)
  }
}

async function createRecords(db: Kysely<unknown>): Promise<void> {
  const record = required(withId(db, 'case_record'), 'case_id', 'kind', 'status', 'body', 'started_at', 'started_by', 'saved_at', 'saved_by')
  await numbers(optional(record, 'finished_at', 'finished_by'), 'version').execute()
  await index(db, 'case_record_by_case', 'case_record', 'case_id', 'kind')
  const version = numbers(required(db.schema.createTable('case_record_version') as Table, 'record_id', 'body', 'at', 'staff_id', 'fields'), 'version')
  await version.addPrimaryKeyConstraint('case_record_version_once', ['record_id', 'version'] as never[]).execute()
}

async function createClocksAndTasks(db: Kysely<unknown>): Promise<void> {
  const clock = required(db.schema.createTable('case_clock') as Table, 'case_id', 'clock', 'started_on', 'due_on', 'unit')
  await numbers(optional(clock, 'done_on'), 'days', 'paused_days')
    .addPrimaryKeyConstraint('case_clock_once', ['case_id', 'clock', 'started_on'] as never[])
    .execute()
  await optional(required(withId(db, 'case_pause'), 'case_id', 'from_on', 'reason', 'staff_id'), 'until_on', 'note').execute()
  await index(db, 'case_pause_by_case', 'case_pause', 'case_id')
  const task = required(withId(db, 'case_task'), 'kind', 'what', 'due_on', 'created_at', 'created_by')
  await numbers(optional(task, 'case_id', 'staff_id', 'who', 'done_at', 'done_by', 'subject', 'meeting_id'), 'version').execute()
  await index(db, 'case_task_by_staff', 'case_task', 'staff_id', 'done_at', 'due_on')
  await index(db, 'case_task_by_case', 'case_task', 'case_id')
  const appointment = required(withId(db, 'appointment'), 'kind', 'day', 'status', 'staff_id', 'created_at')
  await numbers(optional(appointment, 'case_id', 'meeting_id', 'starts', 'place', 'note', 'bring', 'caution', 'record_id'), 'minutes', 'place_in_day', 'version').execute()
  await index(db, 'appointment_by_day', 'appointment', 'day', 'staff_id')
  await index(db, 'appointment_by_case', 'appointment', 'case_id')
}

/** Which recipients were read out with a consent (null: written down before that was kept), and those agreed to later. */
async function widenConsents(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('consent').addColumn('recipients', 'text').execute()
  const added = required(withId(db, 'consent_recipient'), 'consent_id', 'recipient', 'signer_name', 'capacity', 'method', 'wording_version', 'language', 'at', 'witness_staff_id', 'hash')
  await optional(added, 'agency_id', 'for_name', 'strokes', 'withdrawn_at').execute()
  await index(db, 'consent_recipient_by_consent', 'consent_recipient', 'consent_id')
}

async function createLinking(db: Kysely<unknown>): Promise<void> {
  await widenConsents(db)
  const agency = required(withId(db, 'agency'), 'name', 'fields', 'sector', 'area')
  await numbers(optional(agency, 'phone', 'fax', 'address', 'contact', 'note'), 'active', 'version').addColumn('capacity', 'integer').execute()
  const referral = required(withId(db, 'referral'), 'case_id', 'agency_id', 'agency_name', 'field', 'status', 'body', 'created_at', 'created_by')
  await numbers(optional(referral, 'sent_on', 'answered_on', 'remind_on', 'ended_on', 'reason_code', 'outcome'), 'version').execute()
  await index(db, 'referral_by_case', 'referral', 'case_id')
  await index(db, 'referral_by_status', 'referral', 'status', 'remind_on')
  await index(db, 'referral_by_agency', 'referral', 'agency_id', 'status')
  await optional(required(withId(db, 'referral_event'), 'referral_id', 'at', 'staff_id', 'status'), 'note', 'reason_code').execute()
  await index(db, 'referral_event_by_referral', 'referral_event', 'referral_id', 'at')
  const application = required(withId(db, 'application'), 'case_id', 'service_id', 'person_id', 'status', 'body', 'created_at', 'created_by')
  await numbers(optional(application, 'handed_in_on', 'decided_on', 'objection_due'), 'version').execute()
  await index(db, 'application_by_case', 'application', 'case_id')
}

async function createMeetings(db: Kysely<unknown>): Promise<void> {
  const meeting = required(withId(db, 'meeting'), 'kind', 'day', 'starts', 'status', 'body', 'created_at', 'created_by')
  await numbers(optional(meeting, 'place', 'closed_at', 'closed_by'), 'version').execute()
  await index(db, 'meeting_by_day', 'meeting', 'day')
  await required(db.schema.createTable('meeting_attendee') as Table, 'meeting_id', 'staff_id', 'presence')
    .addPrimaryKeyConstraint('meeting_attendee_once', ['meeting_id', 'staff_id'] as never[])
    .execute()
  const item = required(withId(db, 'meeting_item'), 'meeting_id', 'case_id', 'reason', 'body', 'pseudonym')
  await numbers(optional(item, 'decision', 'decided_at', 'decided_by'), 'place', 'version').execute()
  await index(db, 'meeting_item_by_meeting', 'meeting_item', 'meeting_id')
  await index(db, 'meeting_item_by_case', 'meeting_item', 'case_id')
}

async function createVisitsAndFiles(db: Kysely<unknown>): Promise<void> {
  const bytes = db.getExecutor().adapter instanceof PostgresAdapter ? sql`bytea` : 'blob' as const
  const attachment = required(withId(db, 'attachment'), 'case_id', 'media_type', 'purpose', 'keep_until', 'at', 'staff_id', 'title')
  await numbers(optional(attachment, 'record_id', 'person_id'), 'bytes_long')
    .addColumn('bytes', bytes as 'text', column => column.notNull())
    .addColumn('thumbnail', bytes as 'text')
    .execute()
  await index(db, 'attachment_by_case', 'attachment', 'case_id')
  await index(db, 'attachment_by_keep', 'attachment', 'keep_until')
  await numbers(required(withId(db, 'gift_pack'), 'name', 'fits'), 'price', 'stock', 'active', 'version').execute()
  await numbers(optional(required(withId(db, 'gift_given'), 'gift_id', 'at', 'staff_id'), 'case_id', 'event_id', 'note'), 'change').execute()
  await index(db, 'gift_given_by_gift', 'gift_given', 'gift_id', 'at')
}

async function createTeamwork(db: Kysely<unknown>): Promise<void> {
  await optional(required(withId(db, 'case_transfer'), 'case_id', 'from_staff_id', 'to_staff_id', 'why', 'asked_at', 'asked_by', 'status'), 'answered_at', 'answer').execute()
  await index(db, 'case_transfer_by_case', 'case_transfer', 'case_id', 'status')
  await index(db, 'case_transfer_by_staff', 'case_transfer', 'to_staff_id', 'status')
  await optional(required(withId(db, 'case_approval'), 'case_id', 'kind', 'asked_at', 'asked_by', 'status'), 'subject', 'note', 'answered_at', 'answered_by', 'answer').execute()
  await index(db, 'case_approval_by_status', 'case_approval', 'status', 'kind')
  await index(db, 'case_approval_by_case', 'case_approval', 'case_id')
  await numbers(required(withId(db, 'saved_filter'), 'staff_id', 'name', 'filter'), 'place').execute()
  await index(db, 'saved_filter_by_staff', 'saved_filter', 'staff_id')
  const kept = numbers(required(db.schema.createTable('office_text') as Table, 'name', 'body', 'at'), 'version')
  await optional(kept, 'staff_id', 'why').addPrimaryKeyConstraint('office_text_once', ['name', 'version'] as never[]).execute()
}
