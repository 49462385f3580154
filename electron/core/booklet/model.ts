/** The booklet of the year (복지 안내 책자): what the office may choose, and what will be in it. */
import * as z from 'zod'
import { Paper } from '../guide/sheet.ts'
import { LanguageCode } from '../kernel/text.ts'
import { LifeStage, Target } from '../policy/welfare-service.ts'

const ofStage = LifeStage.options.map(stage => `stage-${stage}` as const)
const ofTarget = Target.options.map(target => `target-${target}` as const)

/**
 * Parts after the cover, the contents and the page on how to use it, which are always there: chapters by stage of
 * life (생애주기) and by target group (대상), two indexes, the directory of agencies, official records of the district.
 */
export const BookletSection = z.enum([...ofStage, ...ofTarget, 'need-index', 'name-index', 'agencies', 'records'])
export type BookletSection = z.infer<typeof BookletSection>

export const SectionChoice = z.strictObject({ section: BookletSection, on: z.boolean() })
export type SectionChoice = z.infer<typeof SectionChoice>

/** As Maji ships: by stage, by target, the indexes, the agencies; official records only when somebody wants them. */
export const usualSections: readonly SectionChoice[] = BookletSection.options.map(section => ({ section, on: section !== 'records' }))

/** What is remembered until the next booklet. */
export const BookletForm = z.strictObject({
  paper: Paper,
  print: z.enum(['standard', 'large']),
  language: LanguageCode,
  /** In the order of the booklet; what is left out stands at the end and is off. */
  sections: z.array(SectionChoice).max(BookletSection.options.length)
    .refine(sections => new Set(sections.map(({ section }) => section)).size === sections.length, { error: 'each section once' })
    .refine(sections => sections.some(({ on }) => on), { error: 'one section at least' }),
})
export type BookletForm = z.infer<typeof BookletForm>

export const BookletChoices = BookletForm.extend({
  /** The year on its cover; this one or the next. */
  year: z.int().min(2000).max(2999),
  /** Number of the release that "new" and "changed" are held against; `null` marks nothing. */
  compareWith: z.int().positive().nullable(),
})
export type BookletChoices = z.infer<typeof BookletChoices>

const Count = z.int().nonnegative()

/** What will be in it, and what not and why. */
export const BookletSummary = z.object({
  services: Count,
  new: Count,
  changed: Count,
  /** In the release it is held against, and no longer in force. */
  ended: Count,
  toCheck: Count,
  leftOut: z.object({
    /** Offered in person only (help after violence): never on a paper that the whole family sees. */
    discreet: Count,
    /** Of another place. */
    elsewhere: Count,
    /** Ended before, or begins after, the year of the booklet. */
    notInForce: Count,
    /** Belongs to no chapter that was chosen. */
    noSection: Count,
  }),
  agencies: Count,
  /** Official records of this district, whether chosen or not. */
  records: Count,
  /** In full and as a line with the page, by chapter; only what is chosen and not empty. */
  chapters: z.array(z.object({ section: BookletSection, full: Count, lines: Count })),
})
export type BookletSummary = z.infer<typeof BookletSummary>
