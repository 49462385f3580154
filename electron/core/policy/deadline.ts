/**
 * A period that runs: from which day, how long, and what happens on a last day that is no working day.
 *
 * Counting follows the Civil Act (민법 제155-161조) unless the law of the service says otherwise; what a
 * last day on a holiday does, and whether the first day counts, is stated for each.
 */
import * as z from 'zod'
import { BilingualText } from '../kernel/text.ts'
import { Source } from './source.ts'

export const Deadline = z.strictObject({
  count: z.int().positive(),
  unit: z.enum(['days', 'months', 'years']),
  from: z.enum(['birth', 'death', 'end-of-month-of-death', 'move-in', 'learning-of-death', 'job-loss', 'contract']),
  /** `excluded`: the day itself does not count (민법 157). `included`: it does (가족관계등록법 37). */
  firstDay: z.enum(['excluded', 'included']),
  /** `next-working-day`: a last day on Saturday or a public holiday moves (민법 161). `stays`: it does not. */
  lastDayOnHoliday: z.enum(['next-working-day', 'stays']),
  /** What keeping or missing it means, in one short sentence. */
  effect: BilingualText,
  source: Source,
})
export type Deadline = z.infer<typeof Deadline>
