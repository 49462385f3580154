/** Needs survey (욕구조사): ten areas, each in the resident's own words and in the worker's judgement. */
import * as z from 'zod'
import { Day, Words } from './field-parts.ts'
import { NeedArea, NeedItem } from './need-areas.ts'

/** 0 none, 1 slight, 2 plain, 3 great, 4 pressing; null: not asked yet. */
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
