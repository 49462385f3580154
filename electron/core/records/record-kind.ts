/** What a kind of record knows about itself; each has its file in `kinds/`. */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { RecordBody, RecordKind, RecordView } from './model.ts'
import type { SensitiveConsent } from './sensitive-consent.ts'

/** Somebody of the household whose data are destroyed while the others' stay. */
export interface GonePerson { readonly id: string, readonly name: string }

export interface KindOfRecord<Kind extends RecordKind> {
  /** More than one at a time may be open (home visits). */
  readonly many?: boolean
  /** The first body of a new record, from what is known of the case. */
  readonly begin: (context: Desk, found: CaseSummary) => Promise<RecordBody<Kind>>
  /** The same body without what needs a consent to sensitive data that is not there; a field that names nobody stands on the visitor's. */
  readonly withoutSensitive: (body: RecordBody<Kind>, agreed: SensitiveConsent) => RecordBody<Kind>
  /** The same body without what is only about this person; their name goes out of every text of it besides. */
  readonly withoutPerson?: (body: RecordBody<Kind>, gone: GonePerson) => RecordBody<Kind>
  /** The fields (first steps) that must be filled before it can be finished. */
  readonly missing: (body: RecordBody<Kind>, allowed: { readonly sensitive: boolean }) => readonly string[]
  /** Before it is written: what a plain save must not touch (a signature) is kept from `before`. */
  readonly keep?: (before: RecordBody<Kind>, next: RecordBody<Kind>) => RecordBody<Kind>
  /** A version that later typing must not be put together with, such as one that was signed. */
  readonly stands?: (body: RecordBody<Kind>) => boolean
  /** What follows from each save, in the same transaction (a serious answer raises the case). */
  readonly saved?: (context: Desk, found: CaseSummary, record: RecordView, before: RecordBody<Kind>) => Promise<void>
  /** What follows from finishing it, in the same transaction. */
  readonly finish: (context: Desk, found: CaseSummary, record: RecordView) => Promise<void>
  /** What is undone when a finished record is opened again (a request to the lead). */
  readonly reopened?: (context: Desk, found: CaseSummary, record: RecordView) => Promise<void>
}
