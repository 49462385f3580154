/**
 * What a household can expect over the next years: for each service and member when it is likely, to be asked
 * first or unlikely, given what is known today. Figures and rules as far as they are known; no promise.
 */
import * as z from 'zod'
import { PlainDate } from '../../kernel/dates.ts'
import { WelfareServiceId } from '../../kernel/ids.ts'
import { BilingualText } from '../../kernel/text.ts'
import { Verdict } from '../verdict.ts'

/** Both days included. The first one begins on the day of the lookup at the earliest, the last one ends where the looking ahead does. */
export const Interval = z.object({ verdict: Verdict, from: PlainDate, until: PlainDate })
export type Interval = z.infer<typeof Interval>

/** From when one may apply for what begins later. */
export const Opening = z.object({
  on: PlainDate,
  sentence: BilingualText,
  /** No official text confirms it (확인 필요). */
  toCheck: z.boolean(),
})
export type Opening = z.infer<typeof Opening>

export const Change = z.object({
  /** First day of what is new. */
  on: PlainDate,
  /** `null`: not offered, because the service is not in force or the person no member then. */
  from: Verdict.nullable(),
  to: Verdict.nullable(),
  /** The cause, short: "만 65세가 돼요". */
  because: BilingualText,
  /** Law or notice that makes it so: of the criterion, of the figure that begins, else of the entry. */
  basis: z.string(),
  /** Day and cause as they are read out. */
  sentence: BilingualText,
  applyFrom: Opening.optional(),
})
export type Change = z.infer<typeof Change>

export const TimelineRow = z.object({
  serviceId: WelfareServiceId,
  /** `null`: the household. */
  memberId: z.string().nullable(),
  /** In order. Days that none covers are days on which the service is not offered. */
  intervals: z.array(Interval),
  /** In order; empty where it stays as it is. */
  changes: z.array(Change),
})
export type TimelineRow = z.infer<typeof TimelineRow>

export const Timeline = z.object({
  on: PlainDate,
  /** The last day looked at. */
  until: PlainDate,
  /** The catalogue's release. */
  release: z.string(),
  /** Members in the order of the household, then the household; for each what changes first comes first. Without what is unlikely all the time. */
  rows: z.array(TimelineRow),
  /** What it rests on, in a sentence. */
  note: BilingualText,
})
export type Timeline = z.infer<typeof Timeline>
