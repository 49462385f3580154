/** Needs survey (욕구조사): ten areas, each in the resident's own words and in the worker's judgement. */
import * as z from 'zod'
import { Day, Words } from './field-parts.ts'
import { NeedArea, NeedItem } from './need-areas.ts'

/** 0 none, 1 slight, 2 plain, 3 great, 4 pressing; null: not asked yet. Words in `needs.json`; no figure behind them. */
export const needLevels = [0, 1, 2, 3, 4] as const
export const NeedLevel = z.int().min(0).max(4).nullable().default(null)

export const Need = z.strictObject({
  items: z.array(NeedItem).max(20).default([]),
  /** What they say themselves. */
  words: Words,
  judgement: Words,
  strengths: Words,
  obstacles: Words,
  /** 1 is first; null: no order yet. */
  priority: z.int().min(1).max(10).nullable().default(null),
  level: NeedLevel,
})
export type Need = z.infer<typeof Need>

export const NeedsSurvey = z.strictObject({
  on: Day,
  needs: z.strictObject(Object.fromEntries(NeedArea.options.map(area => [area, Need.prefault({})])) as unknown as Record<NeedArea, z.ZodPrefault<typeof Need>>).prefault({}),
  summary: Words,
})
export type NeedsSurvey = z.infer<typeof NeedsSurvey>

/** From this level on a need asks for words: what they say, or why the worker thinks so. */
export const levelThatAsks = 2

/** The areas in their order: by priority first, then by how great the need is. */
export const areasInOrder = ({ needs }: Pick<NeedsSurvey, 'needs'>): NeedArea[] =>
  [...NeedArea.options].sort((one, other) => (needs[one].priority ?? 11) - (needs[other].priority ?? 11) || (needs[other].level ?? -1) - (needs[one].level ?? -1))

/** The area of first priority; without an order the greatest need from `levelThatAsks` on. */
export function mainNeedOf(survey: Pick<NeedsSurvey, 'needs'>): NeedArea | null {
  const first = areasInOrder(survey).find(area => survey.needs[area].priority !== null)
  const greatest = areasInOrder(survey).sort((one, other) => (survey.needs[other].level ?? 0) - (survey.needs[one].level ?? 0))[0]
  return first ?? (greatest && (survey.needs[greatest].level ?? 0) >= levelThatAsks ? greatest : null)
}

/** Priorities that stand twice, for the page to say so. */
export const doubledPriorities = ({ needs }: Pick<NeedsSurvey, 'needs'>): number[] => {
  const all = NeedArea.options.flatMap(area => needs[area].priority ?? [])
  return [...new Set(all.filter((priority, place) => all.indexOf(priority) !== place))]
}

/** From this level on a need counts as great. */
const great = 3

/** The areas of great or pressing need. */
export const greatNeeds = ({ needs }: Pick<NeedsSurvey, 'needs'>): NeedArea[] => NeedArea.options.filter(area => (needs[area].level ?? 0) >= great)

/**
 * How difficult the case looks, 1 to 5: one more for each great or pressing need after the first. It counts and weighs
 * nothing, and is written nowhere: a proposal beside the choice of whoever knows the case.
 */
export const difficultyOf = (survey: Pick<NeedsSurvey, 'needs'>): number => Math.min(5, Math.max(1, greatNeeds(survey).length))
