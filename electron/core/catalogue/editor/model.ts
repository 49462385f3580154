/** What the editor of the catalogue (복지목록 편집) shows and takes. */
import * as z from 'zod'
import { HouseholdFacts } from '../../eligibility/household-facts.ts'
import { Finding, Verdict } from '../../eligibility/verdict.ts'
import { Instant, PlainDate } from '../../kernel/dates.ts'
import { BilingualText } from '../../kernel/text.ts'
import { Publisher } from '../../policy/official-record.ts'
import { Confidence, Source } from '../../policy/source.ts'
import { LifeEvent, LifeStage, Target, Theme } from '../../policy/welfare-service.ts'
import { ChangeOrigin, Colleague, ItemKey, ItemKind } from '../model.ts'

export { ApplyFrom } from '../../policy/apply-from.ts'
export { Deadline } from '../../policy/deadline.ts'
export { Publisher } from '../../policy/official-record.ts'
export { Counts, LifeEvent, LifeStage, Target, Theme } from '../../policy/welfare-service.ts'

/** in-force 배포됨, new 초안에서 새로, changed 초안에서 바뀜, ending 초안에서 끝남. */
export const ItemState = z.enum(['in-force', 'new', 'changed', 'ending'])
export type ItemState = z.infer<typeof ItemState>

export const Level = z.enum(['central', 'seoul', 'district'])
export type Level = z.infer<typeof Level>

/** A view of the list that is about what there is to do. */
export const Attention = z.enum(['drafted', 'to-check', 'past-review', 'marked'])
export type Attention = z.infer<typeof Attention>

export const ListOrder = z.enum(['fitting', 'name', 'review', 'changed'])
export type ListOrder = z.infer<typeof ListOrder>

export const ListQuery = z.strictObject({
  text: z.string().max(200).default(''),
  kind: ItemKind.optional(),
  attention: Attention.optional(),
  level: Level.optional(),
  province: z.string().max(40).optional(),
  district: z.string().max(40).optional(),
  stage: LifeStage.optional(),
  target: Target.optional(),
  theme: Theme.optional(),
  lifeEvent: LifeEvent.optional(),
  publisher: Publisher.optional(),
  order: ListOrder.default('fitting'),
  offset: z.int().nonnegative().default(0),
  limit: z.int().min(1).max(200).default(50),
})
export type ListQuery = z.infer<typeof ListQuery>

export const ItemRow = z.object({
  ...ItemKey.shape,
  name: BilingualText,
  /** Ministry, district or publisher; of a figure its unit. */
  agency: BilingualText,
  place: z.string().nullable(),
  level: Level.nullable(),
  state: ItemState,
  toCheck: z.boolean(),
  reviewBy: PlainDate.nullable(),
  pastReview: z.boolean(),
  mark: z.object({ mark: z.enum(['new', 'changed']), on: PlainDate }).nullable(),
})
export type ItemRow = z.infer<typeof ItemRow>
export const ItemPage = z.object({ rows: z.array(ItemRow), total: z.int() })

/** A service as it is being written: nothing of it need be complete. */
export const EntryForm = z.record(z.string(), z.unknown())
export type EntryForm = z.infer<typeof EntryForm>

/** What has to be mended in an entry, and where: `['criteria', 0, 'atMost']`. */
export const Fault = z.object({ path: z.array(z.union([z.string(), z.int()])), says: BilingualText })
export type Fault = z.infer<typeof Fault>

export const FigureOfDay = z.object({
  parameter: z.string(),
  label: BilingualText,
  since: PlainDate.nullable(),
  reviewBy: PlainDate,
  confidence: Confidence,
  source: z.string(),
  /** One for each key of the figure's dimension, of the share the condition names. */
  rows: z.array(z.object({ key: BilingualText.nullable(), amount: BilingualText })),
})
export type FigureOfDay = z.infer<typeof FigureOfDay>

/** One condition in words; those inside another follow it, one step deeper. */
export const RuleLine = z.object({
  /** Its place among the criteria: "0", "0.of.1", "2.where". */
  at: z.string(),
  depth: z.int(),
  /** `null` while it is not complete. */
  sentence: BilingualText.nullable(),
  basis: z.string().nullable(),
  figures: z.array(FigureOfDay),
})
export type RuleLine = z.infer<typeof RuleLine>

export const HistoryLine = z.object({
  at: Instant,
  by: Colleague.nullable(),
  action: z.enum(['drafted', 'taken-back', 'imported', 'released']),
  why: z.string().nullable(),
  release: z.int().nullable(),
})
export type HistoryLine = z.infer<typeof HistoryLine>

/** The releases in which the item had one content. */
export const ItemVersion = z.object({ from: z.int(), until: z.int().nullable(), fromTitle: z.string(), fromAt: Instant })
export type ItemVersion = z.infer<typeof ItemVersion>

export const ItemView = z.object({
  ...ItemKey.shape,
  name: BilingualText,
  state: ItemState,
  /** Hash of the content as it stands in the draft; sent back with a save. `null`: it ends. */
  hash: z.string().nullable(),
  inForce: EntryForm.nullable(),
  draft: EntryForm.nullable(),
  pending: z.object({ by: Colleague.nullable(), at: Instant, why: z.string().nullable(), origin: ChangeOrigin }).nullable(),
  lines: z.array(RuleLine),
  /** Services that turn on a figure, or the rule that belongs to an official record. */
  usedBy: z.array(z.object({ id: z.string(), name: BilingualText })),
  history: z.array(HistoryLine),
  versions: z.array(ItemVersion),
})
export type ItemView = z.infer<typeof ItemView>

/** What the form offers to choose from. */
export const FormChoices = z.object({
  home: z.object({ province: z.string(), district: z.string() }),
  today: PlainDate,
  figures: z.array(z.object({ id: z.string(), label: BilingualText, unit: z.string(), by: z.string() })),
  services: z.array(z.object({ id: z.string(), name: BilingualText })),
  papers: z.array(z.object({ id: z.string(), name: BilingualText })),
  districts: z.array(z.object({ province: z.string(), names: z.array(z.string()) })),
})
export type FormChoices = z.infer<typeof FormChoices>

/** A new dated value of a figure. */
export const FigureValue = z.strictObject({
  from: PlainDate,
  value: z.union([z.number(), z.record(z.string().min(1).max(20), z.number())]),
  source: Source,
  confidence: Confidence,
})
export type FigureValue = z.infer<typeof FigureValue>

/** A family that is plainly made up, kept by ages so that it never grows out of what it is an example of. */
export const MadeUpFamily = z.object({ id: z.string(), name: BilingualText, household: HouseholdFacts })
export type MadeUpFamily = z.infer<typeof MadeUpFamily>

/** The answer to the entry in force beside the answer to the draft; `null`: there was none, or it is not offered there. */
export const TriedSubject = z.object({
  memberId: z.string().nullable(),
  relation: z.string().nullable(),
  before: Verdict.nullable(),
  after: Verdict.nullable(),
  findings: z.array(Finding),
  findingsBefore: z.array(Finding),
})
export type TriedSubject = z.infer<typeof TriedSubject>

export const TriedStored = z.object({
  households: z.int(),
  /** Counted over all subjects: `likely-unlikely` 3. */
  moves: z.array(z.object({ before: Verdict.nullable(), after: Verdict.nullable(), count: z.int() })),
  /** The first of those that changed, masked; `null` for an administrator alone, who is told the counts only. */
  changed: z.array(z.object({ householdId: z.string(), who: z.string(), ...TriedSubject.shape })).nullable(),
})
export type TriedStored = z.infer<typeof TriedStored>

export const LintSort = z.enum(['no-conditions', 'contradiction', 'never', 'needless', 'overlap', 'duplicate', 'past-review', 'figure'])
export type LintSort = z.infer<typeof LintSort>

export const LintFinding = z.object({
  sort: LintSort,
  /** Places of the conditions it is about, as in `RuleLine`. */
  at: z.array(z.string()),
  says: BilingualText,
  /** Another item it is about. */
  item: z.object({ ...ItemKey.shape, name: BilingualText }).nullable(),
})
export type LintFinding = z.infer<typeof LintFinding>

/** One household on a border of a condition, and what the rule says of it. */
export const BorderCase = z.object({
  at: z.string(),
  condition: BilingualText,
  case: BilingualText,
  outcome: z.enum(['met', 'not-met', 'not-known']),
})
export type BorderCase = z.infer<typeof BorderCase>
