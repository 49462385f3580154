/** What a family wants on its paper, and what not (가족 사정에 맞추기): asked for with a guide, kept with what was given. */
import * as z from 'zod'

/** Nothing of it changes what was looked up. */
export const guideWishes = {
  /** Names as in lists, "김*늘": for a home in which a paper may be dangerous. */
  masked: z.boolean().default(false),
  /** Amounts of everybody, or of the visitor and the household alone. */
  amounts: z.enum(['everybody', 'visitor']).default('everybody'),
  /** What does not apply, each with its reason in a line. */
  unlikely: z.boolean().default(true),
}

export const GuideChoices = z.strictObject(guideWishes)
export type GuideChoices = z.infer<typeof GuideChoices>
