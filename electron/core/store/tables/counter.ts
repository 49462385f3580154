/** A visit at the counter, from the queue to what was handed over. */
import type { Json, WrittenOnce } from './column.ts'

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

export interface HandOverTable {
  id: WrittenOnce<string>
  visit_id: WrittenOnce<string>
  document: WrittenOnce<string>
  language: WrittenOnce<string>
  edition: WrittenOnce<string>
  pages: WrittenOnce<number>
  /** SHA-256 of what stood on it, so that a later correction shows; null before it was kept. */
  content_hash: WrittenOnce<string | null>
  /** JSON (`GuideChoices`): what was left out of a family guide; null of other papers, and where nobody told. */
  choices: WrittenOnce<string | null>
  at: WrittenOnce<string>
  staff_id: WrittenOnce<string>
}

export interface CounterTables {
  visit: VisitTable
  callback: CallbackTable
  lookup: LookupTable
  service_mark: ServiceMarkTable
  hand_over: HandOverTable
}
