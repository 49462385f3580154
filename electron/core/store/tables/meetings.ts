/** Case meetings (사례회의). */
import type { Json, WrittenOnce } from './column.ts'

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

export interface MeetingTables {
  meeting: MeetingTable
  meeting_attendee: MeetingAttendeeTable
  meeting_item: MeetingItemTable
}
