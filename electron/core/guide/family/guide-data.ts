/** What a family guide is made of. All of it is read before; the guide itself asks nobody. */
import type { LookingAhead, ServiceCard, ServiceMark } from '../../eligibility/contract.ts'
import type { EventKind, Relation } from '../../eligibility/household-facts.ts'
import type { RecordDetails } from '../../eligibility/model.ts'
import type { Lookup } from '../../eligibility/verdict.ts'
import type { EventNoteView } from '../../intake/model.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { AgencyField } from '../../referrals/model.ts'
import type { Office } from '../sheet-frame.ts'

export interface GuideMember {
  readonly id: string
  /** As the family calls them, in full: this paper is theirs. `null` where no names are known (command line). */
  readonly name: string | null
  readonly relation: Relation
  readonly birth: PlainDate | null
  readonly diedOn: PlainDate | null
}

/** An agency of the office's directory that helps families of this place. */
export interface GuideAgency {
  readonly name: string
  readonly fields: readonly AgencyField[]
  readonly phone: string | null
  /** How to get there without a map, or the address. */
  readonly way: string
}

/** What the family wants on its paper, and what not; see `guide/contract.ts`. */
export interface GuideChoices {
  readonly masked: boolean
  readonly amounts: 'everybody' | 'visitor'
  readonly unlikely: boolean
}

export interface GuideData {
  /** The day of the lookup, printed in the footer. */
  readonly on: PlainDate
  readonly office: Office | null
  /** 행정동 of the visit. */
  readonly dong: string | null
  readonly event: EventKind | null
  /** From `notesForEvent`, in its order. */
  readonly notes: readonly EventNoteView[]
  readonly members: readonly GuideMember[]
  /** Who stands at the counter. */
  readonly visitorId?: string | null
  /** The official records that the clerk marked; nothing unmarked is printed. */
  readonly records?: readonly RecordDetails[]
  /** The clerk's marks, by `service`, `service/member` or record. */
  readonly marks: Readonly<Record<string, ServiceMark>>
  readonly lookup: Lookup
  /** The next ten years of the same household on the same day. */
  readonly ahead: LookingAhead
  /** Cards of every service the lookup names. */
  readonly services: Readonly<Record<string, ServiceCard>>
  /** Services of which a paper may say why they do not apply, from `openlyTold`; without them it says of none. */
  readonly openlyTold?: ReadonlySet<string>
  /** Of the office's directory, in use and for this place. */
  readonly agencies?: readonly GuideAgency[]
  /** Nobody before the case is assigned. */
  readonly planner: { readonly name: string, readonly phone: string | null } | null
  /** Left out: names in full, every amount, and what does not apply. */
  readonly choices?: GuideChoices
  /** In a further language: what has no translation stands in English. */
  readonly partlyEnglish?: boolean
}
