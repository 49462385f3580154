/**
 * How long before it begins a service may be applied for (사전 신청): "from a month before the month of the 65th
 * birthday". Only where a text says so; without it nothing is said, and nobody is told that it is too early.
 */
import * as z from 'zod'
import { Confidence, Source } from './source.ts'

export const ApplyFrom = z.strictObject({
  count: z.int().positive(),
  unit: z.enum(['days', 'months']),
  /** `start`: counted back from the day on which it begins. `month-of-start`: from the first day of that month. */
  before: z.enum(['start', 'month-of-start']),
  source: Source,
  confidence: Confidence.default('confirmed'),
})
export type ApplyFrom = z.infer<typeof ApplyFrom>
