/**
 * The tables as TypeScript sees them today. The migrations make them; nothing else changes their shape.
 *
 * Days, moments and JSON are text, flags are 0 or 1: the two databases agree on those.
 */
import type { ColumnType } from 'kysely'

type WrittenOnce<Value> = ColumnType<Value, Value, never>
/** JSON in text; the feature that owns the column parses it with its schema. */
type Json = string

export interface CenterTable {
  /** Always 1: one center a store. */
  id: WrittenOnce<number>
  province: string
  district: string
  dong: string
  sample: WrittenOnce<number>
  settings: Json
  version: number
}

export interface StaffTable {
  id: WrittenOnce<string>
  name: string
  roles: Json
  areas: Json
  phone: string | null
  active: number
  absent_from: string | null
  absent_until: string | null
  version: number
}

/** Grants and changes of rights are kept three years (안전성 확보조치 기준 제5조). */
export interface StaffEventTable {
  id: WrittenOnce<string>
  staff_id: WrittenOnce<string>
  by_staff_id: WrittenOnce<string | null>
  at: WrittenOnce<string>
  kind: WrittenOnce<string>
  detail: WrittenOnce<Json>
}

export interface AddedHolidayTable {
  date: WrittenOnce<string>
  name: WrittenOnce<string>
  basis: WrittenOnce<string>
}

/** Without anything personal; `household_id` and `paperwork` come with consent. */
export interface VisitTable {
  id: WrittenOnce<string>
  day: WrittenOnce<string>
  ticket: WrittenOnce<number>
  event: WrittenOnce<string>
  channel: WrittenOnce<string>
  dong: string
  opened_at: WrittenOnce<string>
  status: string
  answer: string
  refusal_reason: string | null
  step: string
  staff_id: string
  household_id: string | null
  paperwork: Json | null
  version: number
}

export interface CallbackTable {
  visit_id: WrittenOnce<string>
  name: string
  phone: string
  call_when: string
  agreed_at: WrittenOnce<string>
}

export interface ConsentTable {
  id: WrittenOnce<string>
  visit_id: WrittenOnce<string | null>
  household_id: string
  person_id: string
  signer_name: string
  capacity: WrittenOnce<string>
  for_name: string | null
  answers: WrittenOnce<Json>
  withdrawn: Json
  method: WrittenOnce<string>
  strokes: Json | null
  signature_pending: number
  wording_version: WrittenOnce<string>
  language: WrittenOnce<string>
  at: WrittenOnce<string>
  witness_staff_id: WrittenOnce<string>
  hash: string
}

export interface HouseholdTable {
  id: WrittenOnce<string>
  province: string
  district: string
  dong: string
  road: string
  detail: string
  /** Road and detail without spaces and case: what duplicates are found by. */
  address_key: string
  in_district_since: string | null
  in_province_since: string | null
  phone: string | null
  phone_digits: string | null
  call_when: string | null
  /** Set by a withdrawal: from then on nobody finds it, and on that day it is destroyed. */
  destroy_on: string | null
  created_at: WrittenOnce<string>
  version: number
}

export interface PersonTable {
  id: WrittenOnce<string>
  household_id: string
  name: string
  /** Without spaces, lower case, NFC. */
  name_key: string
  /** 초성 of the name. */
  initials: string
  relation: string
  birth: string | null
  sex: string | null
  living_together: number | null
  died_on: string | null
  visitor: number
  /** Order in which they were written down. */
  place: number
  created_at: WrittenOnce<string>
}

/** One and two syllables, and two initials, of every name: finds parts of names in any place. */
export interface PersonGramTable {
  gram: WrittenOnce<string>
  person_id: WrittenOnce<string>
}

/** What is known; the newest stands here, the trail in the access log says who. */
export interface FactTable {
  household_id: WrittenOnce<string>
  /** Empty text for a fact about the household: a primary key holds no null. */
  person_id: WrittenOnce<string>
  name: WrittenOnce<string>
  value: Json
  said_by: string
  at: string
  staff_id: string
}

export interface ReceivesTable {
  household_id: WrittenOnce<string>
  person_id: WrittenOnce<string>
  service_id: WrittenOnce<string>
  receives: number
  at: string
}

/** What was looked up, with the release of the catalogue and the dates of the figures. */
export interface LookupTable {
  id: WrittenOnce<string>
  visit_id: WrittenOnce<string>
  household_id: WrittenOnce<string>
  at: WrittenOnce<string>
  release: WrittenOnce<string>
  answer: Json
}

export interface ServiceMarkTable {
  visit_id: WrittenOnce<string>
  service_id: WrittenOnce<string>
  person_id: WrittenOnce<string>
  mark: string
  at: string
  staff_id: string
}

export interface CaseTable {
  id: WrittenOnce<string>
  visit_id: WrittenOnce<string | null>
  household_id: WrittenOnce<string>
  event: WrittenOnce<string>
  status: string
  urgency: string
  kind: string
  planner_id: string
  opened_at: WrittenOnce<string>
  first_contact_due: string
  first_contact_at: string | null
  unread: number
  likely: number
  version: number
}

/** Append-only: what happened to a case, written in the same transaction. */
export interface CaseEventTable {
  id: WrittenOnce<string>
  case_id: WrittenOnce<string>
  at: WrittenOnce<string>
  staff_id: WrittenOnce<string>
  kind: WrittenOnce<string>
  note: string | null
  channel: WrittenOnce<string | null>
  outcome: WrittenOnce<string | null>
  next_try: WrittenOnce<string | null>
}

export interface HandOverTable {
  id: WrittenOnce<string>
  visit_id: WrittenOnce<string>
  document: WrittenOnce<string>
  language: WrittenOnce<string>
  edition: WrittenOnce<string>
  pages: WrittenOnce<number>
  at: WrittenOnce<string>
  staff_id: WrittenOnce<string>
}

/** The access log (접속기록), a hash chain. */
export interface AuditLineTable {
  seq: WrittenOnce<number>
  at: WrittenOnce<string>
  staff_id: WrittenOnce<string | null>
  operation: WrittenOnce<string>
  outcome: WrittenOnce<string>
  subject: WrittenOnce<string | null>
  place: WrittenOnce<string>
  hash: WrittenOnce<string>
}

export interface Schema {
  center: CenterTable
  staff: StaffTable
  staff_event: StaffEventTable
  added_holiday: AddedHolidayTable
  visit: VisitTable
  callback: CallbackTable
  consent: ConsentTable
  household: HouseholdTable
  person: PersonTable
  person_gram: PersonGramTable
  fact: FactTable
  receives: ReceivesTable
  lookup: LookupTable
  service_mark: ServiceMarkTable
  welfare_case: CaseTable
  case_event: CaseEventTable
  hand_over: HandOverTable
  audit_line: AuditLineTable
}
