/**
 * Crisis check (위기도 조사): statutory reasons, signs of isolation with a source, and the questions about suicide.
 *
 * It helps a talk and guides what to do next. It adds nothing up: the ministry's own sheet and its weights are not
 * public, so there is no score, and the worker judges.
 */
import * as z from 'zod'
import { CrisisReason } from './crisis-reasons.ts'
import { Day, oneOf, Short, Words } from './field-parts.ts'

const Answer = z.enum(['yes', 'no', 'not-asked']).default('not-asked')
export type CrisisAnswer = z.infer<typeof Answer>

/** Published indicators of Seoul's survey of one-person households in isolation (2023). */
export const isolationSigns = ['nobody-when-sick', 'nobody-to-talk', 'contact-once-a-week', 'one-meal-a-day'] as const
export type IsolationSign = typeof isolationSigns[number]

/** Asked in this order; each yes leads to the next. */
export const suicideQuestions = ['wish-to-be-dead', 'thoughts', 'method', 'intent', 'plan', 'attempt'] as const
export type SuicideQuestion = typeof suicideQuestions[number]

/** Asked only where there are thoughts of suicide. What was tried before is asked of everybody. */
export const askedAfterThoughts: readonly SuicideQuestion[] = ['method', 'intent', 'plan']

/** A yes to one of these raises the case at once. */
export const seriousQuestions = ['intent', 'plan', 'attempt'] as const satisfies readonly SuicideQuestion[]

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

/** What of a check is serious: a question answered with yes, or the worker's judgement. */
export const SeriousAnswer = z.enum([...seriousQuestions, 'judgement'])
export type SeriousAnswer = z.infer<typeof SeriousAnswer>

export const seriousAnswers = ({ suicide, judgement }: Pick<CrisisCheck, 'suicide' | 'judgement'>): SeriousAnswer[] => [
  ...seriousQuestions.filter(question => suicide[question] === 'yes'),
  ...(judgement === 'serious' ? ['judgement' as const] : []),
]

/** How pressing the answers about suicide are, for what the page says to do: now 지금 바로, today 오늘, watch 지켜봄. */
export function suicideStep({ suicide }: Pick<CrisisCheck, 'suicide'>): 'now' | 'today' | 'watch' | undefined {
  if (seriousQuestions.some(question => suicide[question] === 'yes'))
    return 'now'
  if (suicide.thoughts === 'yes' || suicide.method === 'yes')
    return 'today'
  return suicide['wish-to-be-dead'] === 'yes' ? 'watch' : undefined
}
