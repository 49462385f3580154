/**
 * What comes out of reading an official file: parts of records, and what could not be read, with its place and reason.
 *
 * A publisher tells a service in two or three answers (list, detail, conditions). Each is a part; `merge-record.ts`
 * puts them together. Nothing here throws: a record that cannot be read is told, and its neighbours go in.
 */
import type { OfficialRecord, OfficialRecordId, Publisher } from '../../policy/official-record.ts'
import * as z from 'zod'

/** List 목록, detail 상세, conditions 지원조건 (정부24 only). */
export const PartKind = z.enum(['list', 'detail', 'conditions'])
export type PartKind = z.infer<typeof PartKind>

/** Why something was left out (`broken`) or went in differently (`notice`); each has a sentence in `imports.json`. */
export const brokenCodes = ['not-recognised', 'not-utf8', 'xml-broken', 'json-broken', 'record-cut', 'file-cut', 'too-large', 'refused', 'id-missing', 'id-unreadable', 'name-missing', 'region-missing', 'only-conditions', 'record-wrong', 'left-over'] as const
export const noticeCodes = ['stage-unknown', 'target-unknown', 'theme-unknown', 'way-unknown', 'province-unknown', 'date-unreadable', 'number-unreadable', 'link-unreadable', 'text-shortened', 'code-unknown', 'twice'] as const
export const ReasonCode = z.enum([...brokenCodes, ...noticeCodes])
export type ReasonCode = z.infer<typeof ReasonCode>

/** Where it stands: the file, the record of the file (from 1), its line (from 1), its id, the publisher's field. */
export const Place = z.object({
  file: z.string(),
  record: z.int().positive().optional(),
  line: z.int().positive().optional(),
  id: z.string().optional(),
  field: z.string().optional(),
})
export type Place = z.infer<typeof Place>

export const ReadProblem = z.object({
  severity: z.enum(['broken', 'notice']),
  place: Place,
  /** `value` is what stands there, cut short: official catalogues hold nothing personal. */
  reason: z.object({ code: ReasonCode, value: z.string().optional() }),
})
export type ReadProblem = z.infer<typeof ReadProblem>

/** What a part says of a record; what it says nothing of is left out. */
export type OfficialFields = Partial<Omit<OfficialRecord, 'id' | 'publisher'>>

export interface RecordPart {
  readonly id: OfficialRecordId
  readonly publisher: Publisher
  readonly part: PartKind
  readonly fields: OfficialFields
}

/** One record as it came, all values still texts: `servNm` → text, `inqplCtadrList` → its entries. */
export interface RawRecord {
  readonly values: ReadonlyMap<string, string>
  readonly groups: ReadonlyMap<string, readonly ReadonlyMap<string, string>[]>
}

/** Collects what is worth telling about one record while it is read. */
export type Tell = (code: ReasonCode, field: string, value?: string) => void

/** What reading one record gave: a part, or why there is none. */
export type Read = { readonly part: RecordPart } | { readonly broken: ReasonCode, readonly field?: string, readonly value?: string }

/** Stretches of a value that are enough to find it again. */
export const excerpt = (value: string): string => value.length > 60 ? `${value.slice(0, 60).toWellFormed()}…` : value.toWellFormed()
