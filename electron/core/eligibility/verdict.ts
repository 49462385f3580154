/** What a lookup answers: three values, always with its reasons. A hint for the counter, not a decision in law. */
import * as z from 'zod'
import { PlainDate } from '../kernel/dates.ts'
import { WelfareServiceId } from '../kernel/ids.ts'
import { BilingualText } from '../kernel/text.ts'
import { OfficialRecordId } from '../policy/official-record.ts'
import { FactId } from './facts.ts'

/** likely 받을 수 있을 것으로 보임, ask-first 먼저 확인, unlikely 해당 없어 보임. */
export const Verdict = z.enum(['likely', 'ask-first', 'unlikely'])
export type Verdict = z.infer<typeof Verdict>

/** What is not known and would have to be asked: a fact, a birth day, since when they live here, whether a service is received. */
export const Question = z.object({
  about: z.enum(['fact', 'birth', 'sex', 'living-together', 'residence', 'receives', 'event-day']),
  fact: FactId.optional(),
  service: z.string().optional(),
  /** `null`: about the household. */
  memberId: z.string().nullable(),
})
export type Question = z.infer<typeof Question>

/** One criterion with its outcome and the sentence that says so, short enough to read out. */
export const Finding = z.object({
  outcome: z.enum(['met', 'not-met', 'not-known']),
  sentence: BilingualText,
  ask: Question.optional(),
  /** Of open alternatives, one line for all: what would be asked about each, `ask` among them. */
  together: z.array(Question).optional(),
  /** Law or notice, where it is another than the entry's source. */
  basis: z.string().optional(),
  figureSince: PlainDate.optional(),
  /** How far off, in the unit of the criterion; KRW for amounts. */
  margin: z.number().optional(),
})
export type Finding = z.infer<typeof Finding>

export const RunningDeadline = z.object({
  lastDay: PlainDate,
  /** Calendar days from the day of the lookup; negative once passed. */
  daysLeft: z.int(),
  /** "출생일부터 60일 이내, 2027-01-10까지". */
  sentence: BilingualText,
  effect: BilingualText,
  /** Moved because the last day was no working day. */
  moved: z.boolean(),
})
export type RunningDeadline = z.infer<typeof RunningDeadline>

export const ServiceVerdict = z.object({
  serviceId: WelfareServiceId,
  /** `null`: the household. */
  memberId: z.string().nullable(),
  verdict: Verdict,
  /** What decided comes first. Of an unlikely verdict only what made it so; an open question has one line. */
  findings: z.array(Finding),
  /** Why it is shown as to be checked (확인 필요); empty when nothing is. */
  toCheck: z.array(BilingualText),
  deadline: RunningDeadline.optional(),
  /** The amount in words with unit and year of the figure, where the notice fixes it. */
  amount: BilingualText.optional(),
})
export type ServiceVerdict = z.infer<typeof ServiceVerdict>

export const NextQuestion = z.object({
  question: Question,
  /** Several open questions that are asked in one go, `question` among them: four benefits, or the nationality of everybody. */
  together: z.array(Question).optional(),
  /** The question as it is read out. */
  sentence: BilingualText,
  /** Services whose verdict it may settle, most worth first. */
  settles: z.array(z.object({ serviceId: WelfareServiceId, memberId: z.string().nullable() })),
})
export type NextQuestion = z.infer<typeof NextQuestion>

/** The whole answer of a lookup. */
export const Lookup = z.object({
  on: PlainDate,
  /** The catalogue's release. */
  release: z.string(),
  /** Year of the figures used. */
  figuresOf: z.string(),
  /** Likely first, then ask first, then unlikely; within each by running deadline and by worth. */
  verdicts: z.array(ServiceVerdict),
  /** The questions worth asking, the best first. */
  questions: z.array(NextQuestion),
  /** Which official records stood on the first page of each part; a lookup from before there were any has none. */
  shownRecords: z.object({ evaluated: z.array(OfficialRecordId), related: z.array(OfficialRecordId) }).optional(),
})
export type Lookup = z.infer<typeof Lookup>
