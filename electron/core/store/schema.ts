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
  /** Name of the team; who shares it shares the cases. Null: in no team. */
  team: string | null
  /** Stands in while absent. */
  deputy_id: string | null
  /** JSON: codes of languages spoken beside Korean. */
  languages: Json | null
  /** JSON: need areas, see `records/bodies/need-areas.ts`. */
  specialities: Json | null
  /** Of an outside member of meetings: the agency they speak for. */
  agency: string | null
  /** JSON: ids of households or persons this planner must not be given (이해충돌). */
  conflicts: Json | null
  /** Last working day of somebody who leaves. */
  leaves_on: string | null
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
  /** JSON: the recipients that were read out with it; null: written down before that was kept. */
  recipients: WrittenOnce<Json | null>
}

/** A recipient agreed to after the consent itself (제3자 제공받는 자 추가). */
export interface ConsentRecipientTable {
  id: WrittenOnce<string>
  consent_id: WrittenOnce<string>
  agency_id: WrittenOnce<string | null>
  recipient: WrittenOnce<string>
  signer_name: WrittenOnce<string>
  capacity: WrittenOnce<string>
  for_name: WrittenOnce<string | null>
  method: WrittenOnce<string>
  strokes: WrittenOnce<Json | null>
  wording_version: WrittenOnce<string>
  language: WrittenOnce<string>
  at: WrittenOnce<string>
  witness_staff_id: WrittenOnce<string>
  hash: WrittenOnce<string>
  withdrawn_at: string | null
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
  /** How far the work is: `CaseStage`. */
  stage: string
  /** What a case meeting decided; null: not decided. */
  track: string | null
  /** The clock that runs now, for lists. */
  due_clock: string | null
  due_on: string | null
  /** Day since which the clocks stand still. */
  paused_since: string | null
  /** Next try, appointment or task, for lists. */
  next_on: string | null
  last_contact_on: string | null
  closed_on: string | null
  close_reason: string | null
  after_care_until: string | null
  /** The need area of first priority. */
  main_need: string | null
  /** Dong and street, for lists; see `worklist/area-of.ts`. */
  area: ColumnType<string, string | undefined, string>
  /** 1 to 5: weighs in a planner's load. */
  difficulty: number
  urgency: string
  kind: string
  /** Empty text: nobody yet. */
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
  /** What it is about: id of a record, referral, application, meeting. */
  subject: WrittenOnce<string | null>
  /** JSON: what was offered in a contact and what they said to it. */
  offers: Json | null
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

/** The text of an item of the catalogue (service, figure or official record), stored once, named by its SHA-256. */
export interface CatalogueTextTable {
  hash: WrittenOnce<string>
  body: WrittenOnce<Json>
}

/** A release of the catalogue (배포): what was in force from `released_at` on. Kept for ever. */
export interface CatalogueReleaseTable {
  /** 1, 2, 3, … without a gap. */
  number: WrittenOnce<number>
  id: WrittenOnce<string>
  /** `shipped` with Maji, `office` by the office, `rollback` to an older one. */
  origin: WrittenOnce<string>
  title: WrittenOnce<string>
  why: WrittenOnce<string | null>
  /** JSON: ids of everybody who worked on what it changed. */
  prepared_by: WrittenOnce<Json>
  released_by: WrittenOnce<string | null>
  released_at: WrittenOnce<string>
  /** 1: released by the person who prepared it, because nobody else has the right. */
  alone: WrittenOnce<number>
  /** Fingerprint of the last shipped catalogue of which nothing is left to take or to ask about. */
  shipped: string
  rolled_back_to: WrittenOnce<number | null>
}

/** An item had this content from one release on, until before another (`null`: still). */
export interface CatalogueItemTable {
  /** `service`, `parameter` or `record`. */
  kind: WrittenOnce<string>
  item_id: WrittenOnce<string>
  from_release: WrittenOnce<number>
  until_release: number | null
  hash: WrittenOnce<string>
}

/** The shipped set as it was looked at last: what a newer one is held against, to know what it changes. */
export interface CatalogueShippedTable {
  kind: WrittenOnce<string>
  item_id: WrittenOnce<string>
  hash: WrittenOnce<string>
}

/** A roll-back that one keeper asked for and another has to confirm; at most one. */
export interface CatalogueRollbackTable {
  /** Always 1. */
  id: WrittenOnce<number>
  to_release: WrittenOnce<number>
  staff_id: WrittenOnce<string>
  at: WrittenOnce<string>
  why: WrittenOnce<string>
}

/** The draft: what the next release would change. `hash` null: the item ends. */
export interface CatalogueChangeTable {
  kind: WrittenOnce<string>
  item_id: WrittenOnce<string>
  hash: string | null
  /** What it was in the release in force when the change was made; null: it was not there. */
  base_hash: string | null
  /** `editor`, `import` or `shipped`. */
  origin: string
  import_id: string | null
  /** Who changed it last; null: a newer Maji. */
  staff_id: string | null
  /** JSON: ids of everybody who worked on this change; none of them may release it while somebody else could. */
  authors: Json
  at: string
  why: string | null
}

/** Append-only: who changed an item, when and why. */
export interface CatalogueEventTable {
  id: WrittenOnce<string>
  at: WrittenOnce<string>
  staff_id: WrittenOnce<string | null>
  kind: WrittenOnce<string>
  item_id: WrittenOnce<string>
  /** `drafted`, `taken-back`, `imported`, `released`. */
  action: WrittenOnce<string>
  why: WrittenOnce<string | null>
  hash_before: WrittenOnce<string | null>
  hash_after: WrittenOnce<string | null>
  import_id: WrittenOnce<string | null>
  release: WrittenOnce<number | null>
}

/** An import of an official catalogue; a cancelled one leaves no row. */
export interface CatalogueImportTable {
  id: WrittenOnce<string>
  /** JSON: the publishers recognised so far. */
  publishers: Json
  /** `file` or `api`. */
  way: WrittenOnce<string>
  /** `reading`, `switching` into the draft, `done`. */
  status: string
  started_at: WrittenOnce<string>
  ended_at: string | null
  /** Day of the data, as the office says or the files tell. */
  data_day: string | null
  /** JSON: the catalogues of which the import is the whole, so that what is missing in it has ended. */
  scope: Json | null
  staff_id: WrittenOnce<string>
  /** Items proposed as new, changed or ended. */
  taken: number
  unchanged: number
  broken: number
}

export interface CatalogueImportProblemTable {
  import_id: WrittenOnce<string>
  seq: WrittenOnce<number>
  /** `broken` was left out, `notice` went in. */
  severity: WrittenOnce<string>
  /** JSON: file, record, line, id, field. */
  place: WrittenOnce<Json>
  /** JSON: code and what fills its sentence. */
  reason: WrittenOnce<Json>
}

/** What a running import has read, list and detail of a record apart, until it goes over into the draft. */
export interface CatalogueStagedTable {
  import_id: WrittenOnce<string>
  item_id: WrittenOnce<string>
  /** `list`, `detail` or `conditions`. */
  part: WrittenOnce<string>
  body: Json
}

/** Where an official catalogue is asked over the network, with the office's own key; no row, no request. */
export interface CatalogueSourceTable {
  /** `bokjiro` or `gov24`. */
  service: WrittenOnce<string>
  address: string
  /** The key of the office. Never leaves the store but in a request to `address`. */
  service_key: string
  /** 1: may be asked. */
  enabled: number
  /** Calls a day that the publisher allows this key. */
  daily_calls: number
  /** Day in Seoul and number of calls of that day. */
  called_on: string | null
  called: number
  version: number
}

/** A written record of a case (초기상담지, 욕구조사표, 계획서 …): the newest version stands here. */
export interface CaseRecordTable {
  id: WrittenOnce<string>
  case_id: WrittenOnce<string>
  kind: WrittenOnce<string>
  /** `open` or `finished`. */
  status: string
  body: Json
  started_at: WrittenOnce<string>
  started_by: WrittenOnce<string>
  saved_at: string
  saved_by: string
  finished_at: string | null
  finished_by: string | null
  version: number
}

/** Every version of a record, for who wrote what and for taking back. */
export interface CaseRecordVersionTable {
  record_id: WrittenOnce<string>
  version: WrittenOnce<number>
  /** Changed only to blank what a withdrawn consent allowed. */
  body: Json
  at: string
  staff_id: WrittenOnce<string>
  /** JSON: the fields that changed. */
  fields: Json
}

/** A clock of a case (처리기한): when it began, until when, how long it stood still. */
export interface CaseClockTable {
  case_id: WrittenOnce<string>
  clock: WrittenOnce<string>
  started_on: WrittenOnce<string>
  due_on: string
  /** `calendar` or `working` days; `days` and `paused_days` are counted in it. */
  unit: string
  days: number
  paused_days: number
  done_on: string | null
}

export interface CasePauseTable {
  id: WrittenOnce<string>
  case_id: WrittenOnce<string>
  from_on: WrittenOnce<string>
  /** The first day the clocks run again; null: they stand still. */
  until_on: string | null
  reason: WrittenOnce<string>
  note: string | null
  staff_id: WrittenOnce<string>
}

/** Something to be done until a day; stands on the worklist of whoever does it. */
export interface CaseTaskTable {
  id: WrittenOnce<string>
  case_id: WrittenOnce<string | null>
  kind: WrittenOnce<string>
  what: string
  due_on: string
  staff_id: string | null
  /** Somebody without an account who does it. */
  who: string | null
  subject: WrittenOnce<string | null>
  meeting_id: WrittenOnce<string | null>
  created_at: WrittenOnce<string>
  created_by: WrittenOnce<string>
  done_at: string | null
  done_by: string | null
  version: number
}

/** A day in the calendar: home visit, talk at the center, call, meeting. */
export interface AppointmentTable {
  id: WrittenOnce<string>
  kind: WrittenOnce<string>
  case_id: WrittenOnce<string | null>
  meeting_id: WrittenOnce<string | null>
  day: string
  /** "14:30" in Seoul; null: some time that day. */
  starts: string | null
  minutes: number
  status: string
  staff_id: string
  place: string | null
  note: string | null
  /** What to take along: gift pack, papers. */
  bring: string | null
  /** What to be careful of at the door. */
  caution: string | null
  /** The record written about it. */
  record_id: string | null
  /** Order in the visit plan of the day; 0: by time. */
  place_in_day: number
  created_at: WrittenOnce<string>
  version: number
}

/** An agency to refer to (연계 기관). */
export interface AgencyTable {
  id: WrittenOnce<string>
  name: string
  /** JSON: `AgencyField[]`. */
  fields: Json
  /** `public` or `private`: to a private one only with the consent that names it. */
  sector: string
  area: string
  phone: string | null
  fax: string | null
  address: string | null
  contact: string | null
  note: string | null
  /** Families it can take at a time; null: not known. */
  capacity: number | null
  active: number
  version: number
}

export interface ReferralTable {
  id: WrittenOnce<string>
  case_id: WrittenOnce<string>
  agency_id: WrittenOnce<string>
  /** As it was called then. */
  agency_name: WrittenOnce<string>
  field: string
  status: string
  body: Json
  sent_on: string | null
  answered_on: string | null
  remind_on: string | null
  ended_on: string | null
  reason_code: string | null
  outcome: string | null
  created_at: WrittenOnce<string>
  created_by: WrittenOnce<string>
  version: number
}

export interface ReferralEventTable {
  id: WrittenOnce<string>
  referral_id: WrittenOnce<string>
  at: WrittenOnce<string>
  staff_id: WrittenOnce<string>
  status: WrittenOnce<string>
  note: string | null
  reason_code: WrittenOnce<string | null>
}

export interface ApplicationTable {
  id: WrittenOnce<string>
  case_id: WrittenOnce<string>
  service_id: WrittenOnce<string>
  /** Empty text: for the household. */
  person_id: WrittenOnce<string>
  status: string
  body: Json
  handed_in_on: string | null
  decided_on: string | null
  objection_due: string | null
  created_at: WrittenOnce<string>
  created_by: WrittenOnce<string>
  version: number
}

/** A case meeting (사례회의). */
export interface MeetingTable {
  id: WrittenOnce<string>
  kind: WrittenOnce<string>
  day: string
  starts: string
  place: string | null
  status: string
  body: Json
  created_at: WrittenOnce<string>
  created_by: WrittenOnce<string>
  closed_at: string | null
  closed_by: string | null
  version: number
}

export interface MeetingAttendeeTable {
  meeting_id: WrittenOnce<string>
  staff_id: WrittenOnce<string>
  /** `invited`, `present` or `absent`. */
  presence: string
}

export interface MeetingItemTable {
  id: WrittenOnce<string>
  meeting_id: WrittenOnce<string>
  case_id: WrittenOnce<string>
  /** Why it is on the agenda. */
  reason: WrittenOnce<string>
  body: Json
  /** "가-3": what outside members call the case. */
  pseudonym: WrittenOnce<string>
  place: number
  decision: string | null
  decided_at: string | null
  decided_by: string | null
  version: number
}

/** A photo or file of a case, resized on the page, encrypted with the whole store. */
export interface AttachmentTable {
  id: WrittenOnce<string>
  case_id: WrittenOnce<string>
  record_id: WrittenOnce<string | null>
  person_id: WrittenOnce<string | null>
  media_type: WrittenOnce<string>
  title: string
  purpose: WrittenOnce<string>
  keep_until: string
  at: WrittenOnce<string>
  staff_id: WrittenOnce<string>
  bytes_long: WrittenOnce<number>
  bytes: WrittenOnce<Uint8Array>
  thumbnail: WrittenOnce<Uint8Array | null>
}

/** A kind of gift pack (방문 꾸러미) and how many are left. */
export interface GiftPackTable {
  id: WrittenOnce<string>
  name: string
  /** JSON: signs of households it suits. */
  fits: Json
  /** Won a pack. */
  price: number
  stock: number
  active: number
  version: number
}

/** Append-only: packs that came in (positive) or were given (negative). */
export interface GiftGivenTable {
  id: WrittenOnce<string>
  gift_id: WrittenOnce<string>
  case_id: WrittenOnce<string | null>
  event_id: WrittenOnce<string | null>
  at: WrittenOnce<string>
  staff_id: WrittenOnce<string>
  note: string | null
  change: WrittenOnce<number>
}

/** A case that one planner offers to another, who accepts or returns it. */
export interface CaseTransferTable {
  id: WrittenOnce<string>
  case_id: WrittenOnce<string>
  from_staff_id: WrittenOnce<string>
  to_staff_id: WrittenOnce<string>
  why: string
  asked_at: WrittenOnce<string>
  asked_by: WrittenOnce<string>
  /** `asked`, `accepted`, `returned` or `taken-back`. */
  status: string
  answered_at: string | null
  answer: string | null
}

/** What a lead has to approve: a plan, a closing. */
export interface CaseApprovalTable {
  id: WrittenOnce<string>
  case_id: WrittenOnce<string>
  kind: WrittenOnce<string>
  /** Id of the record it is about. */
  subject: WrittenOnce<string | null>
  note: string | null
  asked_at: WrittenOnce<string>
  asked_by: WrittenOnce<string>
  /** `asked`, `approved`, `returned`. */
  status: string
  answered_at: string | null
  answered_by: string | null
  answer: string | null
}

export interface SavedFilterTable {
  id: WrittenOnce<string>
  staff_id: WrittenOnce<string>
  name: string
  filter: Json
  place: number
}

/** A text or table that the office keeps in its own version (clocks, assignment rules, handbook); all versions stay. */
export interface OfficeTextTable {
  name: WrittenOnce<string>
  version: WrittenOnce<number>
  body: WrittenOnce<Json>
  at: WrittenOnce<string>
  staff_id: WrittenOnce<string | null>
  why: WrittenOnce<string | null>
}

export interface Schema {
  center: CenterTable
  staff: StaffTable
  staff_event: StaffEventTable
  added_holiday: AddedHolidayTable
  visit: VisitTable
  callback: CallbackTable
  consent: ConsentTable
  consent_recipient: ConsentRecipientTable
  household: HouseholdTable
  person: PersonTable
  person_gram: PersonGramTable
  fact: FactTable
  receives: ReceivesTable
  lookup: LookupTable
  service_mark: ServiceMarkTable
  welfare_case: CaseTable
  case_event: CaseEventTable
  case_record: CaseRecordTable
  case_record_version: CaseRecordVersionTable
  case_clock: CaseClockTable
  case_pause: CasePauseTable
  case_task: CaseTaskTable
  appointment: AppointmentTable
  agency: AgencyTable
  referral: ReferralTable
  referral_event: ReferralEventTable
  application: ApplicationTable
  meeting: MeetingTable
  meeting_attendee: MeetingAttendeeTable
  meeting_item: MeetingItemTable
  attachment: AttachmentTable
  gift_pack: GiftPackTable
  gift_given: GiftGivenTable
  case_transfer: CaseTransferTable
  case_approval: CaseApprovalTable
  saved_filter: SavedFilterTable
  office_text: OfficeTextTable
  hand_over: HandOverTable
  audit_line: AuditLineTable
  catalogue_text: CatalogueTextTable
  catalogue_release: CatalogueReleaseTable
  catalogue_item: CatalogueItemTable
  catalogue_shipped: CatalogueShippedTable
  catalogue_rollback: CatalogueRollbackTable
  catalogue_change: CatalogueChangeTable
  catalogue_event: CatalogueEventTable
  catalogue_import: CatalogueImportTable
  catalogue_import_problem: CatalogueImportProblemTable
  catalogue_staged: CatalogueStagedTable
  catalogue_source: CatalogueSourceTable
}
