/** What the center itself keeps: its people, days, texts and the log of access. */
import type { Json, WrittenOnce } from './column.ts'

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

/** A text or table that the office keeps in its own version (clocks, assignment rules, handbook); all versions stay. */
export interface OfficeTextTable {
  name: WrittenOnce<string>
  version: WrittenOnce<number>
  body: WrittenOnce<Json>
  at: WrittenOnce<string>
  staff_id: WrittenOnce<string | null>
  why: WrittenOnce<string | null>
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
  /** JSON: which document went out, in which edition, how many pages and copies; never a name. */
  detail: WrittenOnce<Json | null>
  hash: WrittenOnce<string>
}

export interface OfficeTables {
  center: CenterTable
  staff: StaffTable
  staff_event: StaffEventTable
  added_holiday: AddedHolidayTable
  office_text: OfficeTextTable
  audit_line: AuditLineTable
}
