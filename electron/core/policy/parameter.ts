/**
 * Figures that change by notice, each with the day it took effect and its source.
 *
 * The files live in `resources/policy/parameters`, one figure to a file. The host
 * reads them; this module only checks and looks up, so it runs anywhere.
 */
import * as z from 'zod'
import { PlainDate } from '../kernel/dates.ts'
import { BilingualText } from '../kernel/text.ts'
import { Confidence, Source } from './source.ts'

/** What a figure may depend on. */
export const Dimension = z.enum([
  /** Keys "1", "2", … and optionally "beyond": the amount added for each person over the largest key. */
  'household-size',
  /** Keys "metropolitan" (특별시·광역시), "city" (시), "rural" (군). */
  'region-class',
  /** Keys "single" and "couple": one or both of a couple counted. */
  'couple',
])
export type Dimension = z.infer<typeof Dimension>

const DatedValue = z.strictObject({
  from: PlainDate,
  /** A number, or a number for each key of the dimension in `by`. */
  value: z.union([z.number(), z.record(z.string().min(1), z.number())]),
  source: Source,
  confidence: Confidence.default('confirmed'),
})

export const Parameter = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  label: BilingualText,
  unit: z.enum(['KRW/month', 'KRW/year', 'KRW', 'year', 'month', 'day', 'percent', 'persons', 'hours']),
  by: z.union([z.literal('nothing'), Dimension]),
  /** From the day after, verdicts that use the figure are "to be checked". */
  reviewBy: PlainDate,
  /** How many significant figures rounding leaves is the notice's business: the values stand as published. */
  values: z.array(DatedValue).min(1),
}).refine(
  ({ values }) => values.every((value, index) => index === 0 || value.from > values[index - 1]!.from),
  { error: 'values must be in order of their from-date, oldest first, each date once', path: ['values'] },
)
export type Parameter = z.infer<typeof Parameter>
