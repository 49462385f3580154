/**
 * What an import needs of its process: a thread that reads, and the network. `electron/server/official` provides it.
 *
 * Reading is the pure code of `formats`; it only happens elsewhere, so that the counter is answered meanwhile.
 */
import type { Publisher } from '../../policy/official-record.ts'
import type { FileSummary } from '../formats/make-reader.ts'
import type { PartKind, ReadProblem, RecordPart } from '../formats/reading.ts'
import type { ItemText } from '../item-text.ts'

/** A part of a record as it is staged. */
export interface StagedPart {
  readonly id: string
  readonly publisher: Publisher
  readonly part: PartKind
  /** JSON of a `RecordPart`. */
  readonly body: string
  readonly province: string | undefined
  readonly district: string | undefined
  readonly modifiedOn: string | undefined
}

/** A stretch of a file, with its beginning and its end marked. */
export interface FilePiece { readonly file: string, readonly text: string, readonly first?: boolean | undefined, readonly last: boolean }

export interface ReadPortion {
  readonly parts: readonly StagedPart[]
  readonly problems: readonly ReadProblem[]
  /** With the last portion of a file. */
  readonly summary?: FileSummary
}

/** One record to be put together: its parts and what is known of it, as JSON. */
export interface MergeOrder { readonly parts: readonly string[], readonly known: string | undefined }
export type MergeAnswer = { readonly text: ItemText } | { readonly broken: ReadProblem['reason'], readonly field?: string }

export interface OfficialReader {
  readonly read: (piece: FilePiece) => Promise<ReadPortion>
  readonly merge: (orders: readonly MergeOrder[]) => Promise<readonly MergeAnswer[]>
  /** Lets go of files that were begun. */
  readonly close: () => void
}

/** What came of one request. The address holds the office's key: it is neither logged nor told. */
export type Answer
  = | { readonly outcome: 'answered', readonly status: number, readonly text: string }
    | { readonly outcome: 'unreachable' | 'timed-out' | 'too-large' | 'stopped' }

/** Something under way that can be broken off. */
export interface UnderWay<Outcome> { readonly outcome: Promise<Outcome>, readonly stop: () => void }

export interface OfficialPort {
  readonly openReader: () => OfficialReader
  /** GET, without cookies, without following to another address. Only https, or this machine. */
  readonly get: (address: string) => UnderWay<Answer>
  readonly wait: (seconds: number) => UnderWay<void>
  /** Lets whoever waits be answered: one transaction after the other would keep them all waiting, short as each is. */
  readonly breathe: () => Promise<void>
}

export const stageable = (part: RecordPart): StagedPart => ({
  id: part.id,
  publisher: part.publisher,
  part: part.part,
  body: JSON.stringify(part),
  province: part.fields.province,
  district: part.fields.district,
  modifiedOn: part.fields.modifiedOn,
})
