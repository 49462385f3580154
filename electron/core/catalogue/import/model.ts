/** The words of importing an official catalogue (가져오기): what was read, how far it is, what came of it. */
import * as z from 'zod'
import { Instant, PlainDate } from '../../kernel/dates.ts'
import { Publisher } from '../../policy/official-record.ts'
import { PartKind, ReadProblem } from '../formats/reading.ts'
import { Colleague } from '../model.ts'

/** For the screens, which see models only. */
export type { Publisher } from '../../policy/official-record.ts'
export type { ReadProblem } from '../formats/reading.ts'

export const ImportId = z.uuidv7().brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>

/** Characters of one portion: with three bytes each it stays below what the server takes in one request. */
export const mostOfPortion = 250_000
/** Pieces of files in one portion. */
export const mostPieces = 500

/** `file` chosen by a person, `api` asked of the publisher. */
export const ImportWay = z.enum(['file', 'api'])
export type ImportWay = z.infer<typeof ImportWay>

/**
 * `reading` files, `asking` the publisher, `read` and waiting for a person, `switching` into the draft, `done`;
 * `stopped` by a person, `failed` because the publisher gave no answer that could be used.
 */
export const ImportPhase = z.enum(['reading', 'asking', 'read', 'switching', 'done', 'stopped', 'failed'])
export type ImportPhase = z.infer<typeof ImportPhase>

/** A catalogue, or the part of one that belongs to a province or district. */
export const Whole = z.strictObject({ publisher: Publisher, province: z.string().max(40).optional(), district: z.string().max(40).optional() })
export type Whole = z.infer<typeof Whole>

/** Why a publisher's answer could not be used; each has a sentence in `imports.json`. */
export const AskingTrouble = z.enum(['unreachable', 'timed-out', 'not-allowed', 'key-unknown', 'key-expired', 'limit-reached', 'budget-used', 'switched-off', 'wrong-request', 'no-service', 'not-understood', 'broken-answer', 'went-wrong'])
export type AskingTrouble = z.infer<typeof AskingTrouble>

export const Progress = z.object({
  phase: ImportPhase,
  /** Parts of records read so far. */
  read: z.int(),
  broken: z.int(),
  notices: z.int(),
  /** While switching: proposed so far, and the same as before. */
  taken: z.int(),
  unchanged: z.int(),
  /** While switching: how many of how many records; while asking: of what the publisher says there are. */
  done: z.int(),
  of: z.int().nullable(),
  secondsLeft: z.int().nullable(),
  trouble: AskingTrouble.nullable(),
})
export type Progress = z.infer<typeof Progress>

export const FoundFile = z.object({
  file: z.string(),
  found: z.array(z.object({ publisher: Publisher, part: PartKind, records: z.int() })),
  broken: z.int(),
})

/** What an import that is read holds of one publisher. */
export const FoundCatalogue = z.object({
  publisher: Publisher,
  records: z.int(),
  /** What the publisher says there are, where the files say it. */
  total: z.int().nullable(),
  /** The part of the catalogue that these records could be the whole of; only the publisher where nobody can tell. */
  whole: Whole,
  /** Whether it may be asked at all; if not, why. */
  mayBeWhole: z.enum(['yes', 'fewer-than-total', 'unread-records', 'no-list', 'region-unclear']),
  /** Newest day on which a record was changed. */
  newest: PlainDate.nullable(),
})
export type FoundCatalogue = z.infer<typeof FoundCatalogue>

export const ImportOverview = z.object({
  /** The first of them. */
  files: z.array(FoundFile),
  fileCount: z.int(),
  catalogues: z.array(FoundCatalogue),
  progress: Progress,
})
export type ImportOverview = z.infer<typeof ImportOverview>

/** A line of the list of imports. */
export const ImportLine = z.object({
  id: ImportId,
  way: ImportWay,
  publishers: z.array(Publisher),
  phase: ImportPhase,
  startedAt: Instant,
  endedAt: Instant.nullable(),
  dataDay: PlainDate.nullable(),
  by: Colleague,
  /** Proposed as new, changed or ended. */
  taken: z.int(),
  unchanged: z.int(),
  broken: z.int(),
})
export type ImportLine = z.infer<typeof ImportLine>

export const ProblemPage = z.object({ problems: z.array(ReadProblem), broken: z.int(), notices: z.int() })
export type ProblemPage = z.infer<typeof ProblemPage>

/** 복지로's two catalogues share an address and a key. */
export const SourceService = z.enum(['bokjiro', 'gov24'])
export type SourceService = z.infer<typeof SourceService>

/** How a publisher is asked; the key itself is never told. */
export const Source = z.object({
  service: SourceService,
  address: z.string(),
  hasKey: z.boolean(),
  enabled: z.boolean(),
  dailyCalls: z.int(),
  calledToday: z.int(),
  version: z.int().nonnegative(),
})
export type Source = z.infer<typeof Source>
