/** Closing (종결): why, by which criteria, and what was reached. */
import * as z from 'zod'
import { Day, oneOf, someOf, Words } from './field-parts.ts'

export const closingReasons = ['goals-reached', 'improved', 'moved', 'died', 'lost-contact', 'refused', 'transferred'] as const
export type ClosingReason = typeof closingReasons[number]
export const closingCriteria = ['goals-reached', 'crisis-over', 'services-stable', 'can-manage', 'knows-whom-to-call', 'agrees'] as const

export const Closing = z.strictObject({
  on: Day,
  reason: oneOf(closingReasons),
  criteria: someOf(closingCriteria),
  /** What was done and reached. */
  summary: Words,
  /** In the resident's words. */
  words: Words,
  left: Words,
  afterCare: Words,
})
export type Closing = z.infer<typeof Closing>
