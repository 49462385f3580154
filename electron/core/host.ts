/**
 * What core needs of the process it runs in. `electron/server/make-host.ts` provides it; tests provide the same.
 *
 * Everything here is a fact of the machine (store, keys, clock, chance, paper). Nothing here decides.
 */
import type { EventPublisher } from '@orpc/server'
import type { Kysely } from 'kysely'
import type { AgedFamily } from './catalogue/editor/try/aged-family.ts'
import type { OfficialPort } from './catalogue/import/official-port.ts'
import type { Comparison, ScreenedPage, StoredHousehold } from './eligibility/rescreen/screen-page.ts'
import type { Book, DrawingTold } from './guide/book.ts'
import type { Translation } from './guide/languages/translation.ts'
import type { Sheet } from './guide/sheet.ts'
import type { Handbook } from './handbook/model.ts'
import type { Paperwork } from './intake/model.ts'
import type { Instant } from './kernel/dates.ts'
import type { CaseId, MeetingId, RecordId, StaffId } from './kernel/ids.ts'
import type { LanguageCode } from './kernel/text.ts'
import type { Catalogue } from './policy/catalogue.ts'
import type { EventNote } from './policy/event-note.ts'
import type { SessionBook } from './staff/session-book.ts'
import type { Schema } from './store/schema.ts'

export type Store = Kysely<Schema>

/** Texts by language and file name: `texts.ko.reasons['age-met']`. */
export type Texts = Readonly<Record<'ko' | 'en', Readonly<Record<string, TextTree>>>>
export interface TextTree { readonly [key: string]: string | TextTree }

/** What came of trying a password; `triesLeft` and `waitSeconds` are told to the person in front of the screen. */
export type PasswordTrial
  = | { readonly outcome: 'right', readonly staffId: StaffId }
    | { readonly outcome: 'wrong', readonly triesLeft: number, readonly waitSeconds: number }
    | { readonly outcome: 'wait', readonly waitSeconds: number }
    | { readonly outcome: 'locked' }

/** What came of opening the store with the key. */
export type Opening = 'open' | 'damaged' | 'newer-version'

/**
 * Accounts and the store's key (열쇠): the key is wrapped once for each account with a key derived from its
 * password, and once for the paper recovery key. Deriving takes long: never call it inside a transaction.
 */
export interface Accounts {
  state: () => 'fresh' | 'locked' | 'open'
  /**
   * Makes the key, the store and the first account. `keep` is called once the center stands in the store: a set-up
   * that broke off before it left nothing behind, and is begun anew.
   */
  create: (account: { readonly staffId: StaffId, readonly name: string, readonly password: string }) => Promise<{ readonly recoveryKey: string, readonly keep?: () => void }>
  /** Tries a password; opens the store with it when it is still closed. */
  tryPassword: (name: string, password: string) => Promise<PasswordTrial & { readonly opening?: Opening }>
  tryRecoveryKey: (key: string) => Promise<{ readonly outcome: 'right', readonly opening: Opening } | { readonly outcome: 'wrong', readonly waitSeconds: number }>
  /** Prepares an account or a new password; nothing is written until the returned function is called. */
  prepare: (account: { readonly staffId: StaffId, readonly name: string, readonly password: string }) => Promise<{ readonly keep: () => void }>
  /** The account whose name this is, if any. */
  findStaffId: (name: string) => StaffId | undefined
}

/** Threads that look stored households up under two sets of rules, beside the one that answers. */
export interface Screening {
  /** How many pages can be under way at once. */
  readonly threads: number
  readonly screen: (page: readonly StoredHousehold[]) => Promise<ScreenedPage>
  readonly close: () => Promise<void>
}

export interface Host {
  /** The open store, or nothing while nobody has signed in since the start. */
  readonly store: () => Store | undefined
  readonly accounts: Accounts
  readonly now: () => Instant
  /** UUID of version 7. */
  readonly newId: () => string
  /** 256 random bits as text, for sessions. */
  readonly newToken: () => string
  /** SHA-256 as hex. */
  readonly hash: (text: string) => string
  readonly catalogue: () => Catalogue
  readonly eventNotes: () => readonly EventNote[]
  /** The crisis case handbook as it ships. */
  readonly handbook: () => Handbook
  /** Made-up families to try a rule on. */
  readonly exampleFamilies: () => readonly AgedFamily[]
  readonly texts: Texts
  /** Languages of paper beside Korean and English, by code. */
  readonly translations: ReadonlyMap<LanguageCode, Translation>
  /** Where English was exchanged for another language, see `guide/languages`. */
  readonly translation?: Translation
  readonly drawSheet: (sheet: Sheet) => Promise<{ readonly base64: string, readonly pages: number }>
  /** A book of several sheets in one file, drawn beside the thread that answers; `partPages` of each of its parts. */
  readonly drawBook: (book: Book, told: DrawingTold) => Promise<{ readonly base64: string, readonly pages: number, readonly partPages: readonly number[] }>
  /** Reading official catalogues on another thread, and asking their publishers. */
  readonly official: OfficialPort
  readonly openScreening: (comparison: Comparison) => Screening
  readonly sessions: SessionBook
  /** Once, after so many seconds; does not keep the process alive, and nothing remembers it over a new start. */
  readonly later: (seconds: number, work: () => void) => void
  /** Paperwork of visits without consent: lives here and nowhere else, and goes with the process. */
  readonly unkept: Map<string, Paperwork>
  readonly news: EventPublisher<{
    /** `alert`: a serious answer in a crisis check; the lead is told at once. */
    case: { readonly caseId: CaseId, readonly plannerId: StaffId | null, readonly change: 'opened' | 'changed' | 'alert', readonly record?: { readonly id: RecordId, readonly version: number } }
    /** Something of a case meeting changed. */
    meeting: { readonly meetingId: MeetingId }
    /** Another release of the catalogue is in force. */
    catalogue: { readonly release: string }
  }>
  /** Runs changes one after the other, so that the access log is one chain. */
  readonly inTurn: <Answer>(work: () => Promise<Answer>) => Promise<Answer>
  /** A sentence without anything personal for the operator's log. */
  readonly report: (incident: string, error: unknown) => void
  readonly version: string
  readonly sample: boolean
  readonly sampleAccounts: readonly { readonly name: string, readonly role: string, readonly password: string }[]
  /** Province → districts → dongs that ship with Maji. */
  readonly places: () => { readonly provinces: readonly string[], readonly districts: Readonly<Record<string, readonly string[]>>, readonly dongs: Readonly<Record<string, readonly string[]>> }
  /** Serves the sample center, in a folder of its own, from now on. */
  readonly openSample: () => Promise<void>
  /** Set-up from this connection is allowed: it comes from this machine, or the one-time code is right. */
  readonly maySetUp: (connection: Connection, code: string | undefined) => boolean
  readonly setupNeedsCode: (connection: Connection) => boolean
}

/** One window, or one browser. The transport keeps the session's token: a cookie, or the port itself. */
export interface Connection {
  /** For the access log: an address of the network, or `window`. */
  readonly place: string
  /** Comes from this very machine. */
  readonly local: boolean
  readonly token: () => string | undefined
  readonly keepToken: (token: string | undefined) => void
}
