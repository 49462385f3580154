/** The shape in which a made-up visit is told, from walking in to the planner's contacts. */
import type { ContactChannel, ContactOutcome } from '#core/cases/model'
import type { ServiceMark } from '#core/eligibility/contract'
import type { FactName, FactValue } from '#core/eligibility/facts'
import type { Relation, Sex } from '#core/eligibility/household-facts'
import type { Channel, Paperwork, RefusalReason } from '#core/intake/model'
import type { PlainDate } from '#core/kernel/dates'
import type { Casework } from './sample-casework.ts'
import type { SampleMoment } from './sample-days.ts'

export interface SampleMember {
  readonly name: string
  readonly relation: Relation
  readonly birth: PlainDate
  readonly sex: Sex
  readonly diedOn?: PlainDate
  readonly facts?: Partial<Record<FactName, FactValue>>
}

export interface SampleContact {
  readonly at: SampleMoment
  readonly channel: ContactChannel
  readonly outcome: ContactOutcome
  readonly note: string
  /** Days from now, negative in the past. */
  readonly nextTryIn?: number
}

export interface SampleHousehold {
  readonly road: string
  readonly detail: string
  readonly phone: string
  readonly callWhen?: string
  /** The first is the visitor. */
  readonly members: readonly [SampleMember, ...SampleMember[]]
  readonly facts?: Partial<Record<FactName, FactValue>>
}

export interface SampleVisit {
  readonly at: SampleMoment
  readonly clerk: string
  readonly channel?: Channel
  readonly paperwork: Paperwork
  readonly answer:
    | { readonly kind: 'no', readonly reason: RefusalReason }
    | { readonly kind: 'call-me', readonly name: string, readonly phone: string, readonly when: string }
    | {
      readonly kind: 'yes'
      readonly sensitive: boolean
      readonly thirdParty: boolean
      readonly method: 'screen' | 'paper' | 'phone'
      readonly household: SampleHousehold
    }
  /** Marks put on the likely services in their order. */
  readonly marks?: readonly ServiceMark[]
  readonly assign?: { readonly planner?: string, readonly why?: string }
  readonly guide?: boolean
  /** How the visit stands at the end. */
  readonly end: 'finished' | 'parked' | 'open'
  readonly contacts?: readonly SampleContact[]
  readonly closedWith?: { readonly at: SampleMoment, readonly why: string }
  /** What the planner wrote after the contacts. */
  readonly casework?: readonly SampleStep[]
}

export interface SampleStep {
  readonly at: SampleMoment
  readonly tell: (work: Casework) => Promise<void>
}
