/** The tables as TypeScript sees them today, by room in `tables/`. The migrations make them; nothing else changes their shape. */
import type { CaseworkTables } from './tables/casework.ts'
import type { CatalogueTables } from './tables/catalogue.ts'
import type { CounterTables } from './tables/counter.ts'
import type { HouseholdTables } from './tables/households.ts'
import type { LinkingTables } from './tables/linking.ts'
import type { MeetingTables } from './tables/meetings.ts'
import type { OfficeTables } from './tables/office.ts'
import type { WorklistTables } from './tables/worklist.ts'

export type * from './tables/casework.ts'
export type * from './tables/catalogue.ts'
export type * from './tables/counter.ts'
export type * from './tables/households.ts'
export type * from './tables/linking.ts'
export type * from './tables/meetings.ts'
export type * from './tables/office.ts'
export type * from './tables/worklist.ts'

export interface Schema extends
  OfficeTables,
  CounterTables,
  HouseholdTables,
  CatalogueTables,
  CaseworkTables,
  WorklistTables,
  LinkingTables,
  MeetingTables {}
