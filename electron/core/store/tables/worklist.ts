/** What is to be done and when: tasks, the calendar, filters somebody kept. */
import type { Json, WrittenOnce } from './column.ts'

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

export interface SavedFilterTable {
  id: WrittenOnce<string>
  staff_id: WrittenOnce<string>
  name: string
  filter: Json
  place: number
}

export interface WorklistTables {
  case_task: CaseTaskTable
  appointment: AppointmentTable
  saved_filter: SavedFilterTable
}
