/** Everything that changes by notice, read once at start and handed in: figures, services, papers, holidays. */
import type { Parameter } from './parameter.ts'
import type { PublicHoliday } from './public-holiday.ts'
import type { RequiredDocument, WelfareService } from './welfare-service.ts'

export type { PublicHoliday } from './public-holiday.ts'

export interface Catalogue {
  /** Grows with each released change; a visit remembers the one it used. */
  readonly release: string
  readonly services: ReadonlyMap<string, WelfareService>
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly documents: ReadonlyMap<string, RequiredDocument>
  readonly holidays: readonly PublicHoliday[]
}
