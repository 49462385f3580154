/** What the lookup shows of the official catalogues, beside the verdicts on the rules of ours. */
import * as z from 'zod'
import { BilingualText } from '../kernel/text.ts'
import { OfficialRecord, OfficialRecordId } from '../policy/official-record.ts'
import { LifeStage } from '../policy/welfare-service.ts'
import { Finding, Verdict } from './verdict.ts'

/** For the pages, which see models only. */
export { LifeStage }

/** evaluated: compared with published conditions. related: by stage, target and region. apart: published for others. */
export const OfficialPart = z.enum(['evaluated', 'related', 'apart'])
export type OfficialPart = z.infer<typeof OfficialPart>

/** The publishers' texts are Korean and stay so. */
export const RecordCard = z.object({
  id: OfficialRecordId,
  name: z.string(),
  summary: z.string().optional(),
  agency: z.string(),
  place: BilingualText,
  /** By the published conditions alone; `null` where there are none. Never likely while prose is left to read. */
  verdict: Verdict.nullable(),
  /** "노년", "저소득", "서울특별시". */
  why: z.array(BilingualText),
  findings: z.array(Finding),
  /** Publisher and date of the data. */
  published: BilingualText,
  changed: z.enum(['new', 'changed']).optional(),
  /** Offered in person only, never on paper. */
  discreet: z.literal(true).optional(),
})
export type RecordCard = z.infer<typeof RecordCard>

/** As many as are read at one counter before the next page is asked for. */
export const recordsOnAPage = 12

export const RecordPage = z.object({ total: z.int(), offset: z.int(), records: z.array(RecordCard) })
export type RecordPage = z.infer<typeof RecordPage>

/** The first page of each part; how many are apart; how many regional ones wait for the address. */
export const OfficialAnswer = z.object({
  evaluated: RecordPage,
  related: RecordPage,
  apart: z.int(),
  waiting: z.object({ needs: z.enum(['province', 'district']), count: z.int() }).optional(),
})
export type OfficialAnswer = z.infer<typeof OfficialAnswer>

export const RecordsAsked = z.strictObject({
  part: OfficialPart,
  offset: z.int().nonnegative().default(0),
  /** Parts of name, summary or agency, all of them. */
  text: z.string().max(60).optional(),
  /** `apart` and `unclear` places are found by text alone. */
  stage: LifeStage.optional(),
})
export type RecordsAsked = z.infer<typeof RecordsAsked>

/** One record as its publisher has it, with where it exists and whose data it is. */
export const RecordDetails = z.object({
  record: OfficialRecord,
  place: BilingualText,
  published: BilingualText,
  changed: z.enum(['new', 'changed']).optional(),
  /** As on its card. */
  discreet: z.literal(true).optional(),
})
export type RecordDetails = z.infer<typeof RecordDetails>

/** What an official record says of a service that has a rule of ours. */
export const AsPublished = OfficialRecord.pick({ id: true, contacts: true, sites: true, forms: true, laws: true, url: true }).extend({ published: BilingualText })
export type AsPublished = z.infer<typeof AsPublished>

/** Explained to the family and printed for it, or left to the planner. */
export const RecordMark = z.enum(['explain', 'for-planner'])
export type RecordMark = z.infer<typeof RecordMark>

/** A service or record of the catalogue, found by its name. */
export const FoundEntry = z.object({ kind: z.enum(['service', 'record']), id: z.string(), name: BilingualText, agency: BilingualText, place: BilingualText.optional() })
export type FoundEntry = z.infer<typeof FoundEntry>
