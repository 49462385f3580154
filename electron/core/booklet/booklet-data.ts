/** What a booklet is made of. All of it is read before; the booklet itself asks nobody. */
import type { RecordDetails } from '../eligibility/model.ts'
import type { Office } from '../guide/sheet-frame.ts'
import type { Block } from '../guide/sheet.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { ChangeMark } from '../policy/catalogue.ts'
import type { LifeStage, Target, Theme } from '../policy/welfare-service.ts'
import type { AgencyField } from '../referrals/agency.ts'
import type { BookletChoices, BookletSummary } from './model.ts'

export type Entry = Extract<Block, { kind: 'entry' }>
export type Mark = ChangeMark['mark']

/** A service as the booklet says it, in the booklet's language. */
export interface BookletService {
  readonly id: string
  readonly stages: readonly LifeStage[]
  readonly targets: readonly Target[]
  readonly themes: readonly Theme[]
  readonly mark: Mark | undefined
  readonly toCheck: boolean
  readonly entry: Entry
}

export interface DirectoryLine {
  readonly name: string
  readonly fields: readonly AgencyField[]
  readonly address: string
  readonly directions: string
  readonly phone: string
}

export interface BookletData {
  readonly choices: BookletChoices
  readonly office: Office
  /** The day it was made. */
  readonly made: PlainDate
  readonly release: { readonly id: string, readonly on: PlainDate }
  readonly services: readonly BookletService[]
  readonly ended: number
  readonly leftOut: Omit<BookletSummary['leftOut'], 'noSection'>
  readonly agencies: readonly DirectoryLine[]
  /** Every official record of this district that no service of ours stands for. */
  readonly records: readonly RecordDetails[]
  readonly recordMarks: ReadonlyMap<string, Mark>
}

export const anchorOf = (id: string): string => `service:${id}`
export const recordAnchor = (id: string): string => `record:${id}`
