/** Closing (종결): why, by which criteria, what was reached, and what becomes of what is still open. */
import * as z from 'zod'
import { Day, oneOf, Short, someOf, Words } from './field-parts.ts'

/** goals-reached 목표달성, improved 상황호전, moved 이사, died 사망, lost-contact 연락두절, refused 거절·포기, transferred 타기관 이관. Common practice of the dongs; the manual's list is to be checked. */
export const closingReasons = ['goals-reached', 'improved', 'moved', 'died', 'lost-contact', 'refused', 'transferred'] as const
export type ClosingReason = typeof closingReasons[number]
export const closingCriteria = ['goals-reached', 'crisis-over', 'services-stable', 'can-manage', 'knows-whom-to-call', 'agrees'] as const
export type ClosingCriterion = typeof closingCriteria[number]

/** ended 마무리함, goes-on 그대로 이어짐, handed-over 다른 담당·기관에 넘김. */
export const becomesOptions = ['ended', 'goes-on', 'handed-over'] as const
export type Becomes = typeof becomesOptions[number]

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
  /** What becomes of each referral, application and task that is open; `id` is theirs, `what` as it was called then. */
  rest: z.array(z.strictObject({ id: z.uuid(), what: Short, becomes: oneOf(becomesOptions), note: Short })).max(200).default([]),
})
export type Closing = z.infer<typeof Closing>
