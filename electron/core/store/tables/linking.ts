/** Whom a case is linked with: agencies, referrals, applications, gift packs. */
import type { Json, WrittenOnce } from './column.ts'

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
  /** How to get there without a map: "장승배기역 3번 출구에서 5분". */
  directions: string | null
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

export interface LinkingTables {
  agency: AgencyTable
  referral: ReferralTable
  referral_event: ReferralEventTable
  application: ApplicationTable
  gift_pack: GiftPackTable
  gift_given: GiftGivenTable
}
