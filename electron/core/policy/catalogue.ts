/** Everything that changes by notice, read once at start and handed in: figures, services, papers, holidays. */
import type { PlainDate } from '../kernel/dates.ts'
import type { Parameter } from './parameter.ts'
import type { RequiredDocument, WelfareService } from './welfare-service.ts'

/** A public holiday (관공서의 공휴일) with its basis in law. */
export interface PublicHoliday { readonly date: PlainDate, readonly name: { readonly ko: string, readonly en: string }, readonly basis: string }

export interface Catalogue {
  /** Grows with each released change; a visit remembers the one it used. */
  readonly release: string
  readonly services: ReadonlyMap<string, WelfareService>
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly documents: ReadonlyMap<string, RequiredDocument>
  readonly holidays: readonly PublicHoliday[]
}
