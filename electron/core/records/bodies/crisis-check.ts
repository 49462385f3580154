/** Crisis check (위기도 조사): statutory reasons, signs of isolation with a source, and the questions about suicide. */
import * as z from 'zod'
import { CrisisReason } from './crisis-reasons.ts'
import { Day, oneOf, Short, Words } from './field-parts.ts'

const Answer = z.enum(['yes', 'no', 'not-asked']).default('not-asked')

/** Published indicators of Seoul's survey of one-person households in isolation (2023). */
export const isolationSigns = ['nobody-when-sick', 'nobody-to-talk', 'contact-once-a-week', 'one-meal-a-day'] as const
export type IsolationSign = typeof isolationSigns[number]

/** Asked in this order; each yes leads to the next. */
export const suicideQuestions = ['wish-to-be-dead', 'thoughts', 'method', 'intent', 'plan', 'attempt'] as const
export type SuicideQuestion = typeof suicideQuestions[number]

const answers = <Name extends string>(names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map(name => [name, Answer])) as Record<Name, typeof Answer>).prefault({} as never)

export const CrisisCheck = z.strictObject({
  on: Day,
  reasons: z.array(CrisisReason).max(20).default([]),
  reasonsNote: Words,
  isolation: answers(isolationSigns),
  suicide: answers(suicideQuestions),
  suicideNote: Words,
  judgement: oneOf(['none', 'watch', 'serious']),
  /** To whom and when it was reported (신고의무, 긴급복지지원법 제7조 제3항). */
  reported: z.strictObject({ on: Day, to: Short, note: Words }).prefault({}),
  note: Words,
})
export type CrisisCheck = z.infer<typeof CrisisCheck>
