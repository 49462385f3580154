/** A paper that takes long (인쇄물 만들기): begun, watched, cancelled, taken. Lives in the server's memory, one owner each. */
import * as z from 'zod'
import { EventKind } from '../eligibility/household-facts.ts'
import { GuideChoices } from '../guide/choices.ts'
import { Edition } from '../guide/sheet.ts'
import { Instant } from '../kernel/dates.ts'
import { VisitId } from '../kernel/ids.ts'
import { LanguageCode } from '../kernel/text.ts'

export const PaperJobId = z.uuidv7().brand<'PaperJobId'>()
export type PaperJobId = z.infer<typeof PaperJobId>

/** booklet 안내 책자, guides-of-day 그날의 가족 안내서. */
export const PaperJobKind = z.enum(['booklet', 'guides-of-day'])
export type PaperJobKind = z.infer<typeof PaperJobKind>

export const PaperJobView = z.object({
  id: PaperJobId,
  kind: PaperJobKind,
  /** `failed`: it could not be drawn, told to the operator's log; or every family was left out. */
  state: z.enum(['running', 'done', 'failed']),
  /** Parts of all that are drawn. */
  done: z.int().nonnegative(),
  all: z.int().nonnegative(),
  /** Judged by the parts drawn so far; `null` before the first. */
  secondsLeft: z.int().nonnegative().nullable(),
  startedAt: Instant,
  /** Once it is done. */
  pages: z.int().positive().nullable(),
  /** Families whose guide was refused: a consent withdrawn meanwhile, a language that is not there any more. */
  leftOut: z.int().nonnegative(),
})
export type PaperJobView = z.infer<typeof PaperJobView>

/** A family guide of a day, as the batch lists it. */
export const GuideOfDay = z.object({
  visitId: VisitId,
  ticket: z.int().positive(),
  openedAt: Instant,
  event: EventKind,
  maskedName: z.string(),
  /** The language of the last guide given, else of the consent. */
  language: LanguageCode,
  /** The edition of the last guide given, else the standard one. */
  edition: Edition,
  /** With what left out the household got its last guide. */
  choices: GuideChoices,
  handedOver: z.boolean(),
})
export type GuideOfDay = z.infer<typeof GuideOfDay>

/** So many guides in one file, at most. */
export const mostGuides = 200
