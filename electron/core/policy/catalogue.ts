/** Everything that changes by notice, handed in whole: figures, services, official records, papers, holidays. */
import type { FactTable } from '../eligibility/fact-table.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { BilingualText } from '../kernel/text.ts'
import type { OfficialRecord } from './official-record.ts'
import type { Parameter } from './parameter.ts'
import type { PublicHoliday } from './public-holiday.ts'
import type { RequiredDocument, WelfareService } from './welfare-service.ts'

export type { PublicHoliday } from './public-holiday.ts'

/** What is new or changed this year, by the releases of the office. */
export interface ChangeMark { readonly mark: 'new' | 'changed', readonly on: PlainDate }

export interface Catalogue {
  /** Whose rules they are, where they are not Korea's. */
  readonly jurisdiction?: BilingualText
  /** Grows with each released change; a visit remembers the one it used. */
  readonly release: string
  readonly services: ReadonlyMap<string, WelfareService>
  readonly parameters: ReadonlyMap<string, Parameter>
  /** What rules and households may name: the built-in facts, and those a folder of another place declares. */
  readonly facts: FactTable
  readonly documents: ReadonlyMap<string, RequiredDocument>
  readonly holidays: readonly PublicHoliday[]
  /** What the official catalogues publish, by id; empty in a policy folder of rules alone. */
  readonly records: ReadonlyMap<string, OfficialRecord>
  /** By id of a service or a record. */
  readonly marks: ReadonlyMap<string, ChangeMark>
}
