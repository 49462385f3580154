/** A case and what is written and timed about it. */
import type { ColumnType } from 'kysely'
import type { Json, WrittenOnce } from './column.ts'

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

export interface CaseworkTables {
  welfare_case: CaseTable
  case_event: CaseEventTable
  case_record: CaseRecordTable
  case_record_version: CaseRecordVersionTable
  case_clock: CaseClockTable
  case_pause: CasePauseTable
  case_transfer: CaseTransferTable
  case_approval: CaseApprovalTable
  attachment: AttachmentTable
}
