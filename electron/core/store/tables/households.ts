/** Households, their people, what is known of them and what they agreed to. */
import type { Json, WrittenOnce } from './column.ts'

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
  /** JSON: each withdrawal of an item with its moment, oldest first; null: none, or from before this was kept. */
  withdrawals: Json | null
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

export interface HouseholdTables {
  household: HouseholdTable
  person: PersonTable
  person_gram: PersonGramTable
  fact: FactTable
  receives: ReceivesTable
  consent: ConsentTable
  consent_recipient: ConsentRecipientTable
}
