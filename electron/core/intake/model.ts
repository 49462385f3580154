/**
 * A visit (방문): a resident who came for paperwork and is offered welfare counselling.
 *
 * Until somebody consents, only event, dong, time, ticket number and the outcome reach the disk. The answers of
 * the paperwork step live in the server's memory until then and go with it (개인정보 보호법 제15조).
 */
import * as z from 'zod'
import { EventKind } from '../eligibility/household-facts.ts'
import { Instant, PlainDate } from '../kernel/dates.ts'
import { VisitId } from '../kernel/ids.ts'
import { Line } from '../kernel/names.ts'

/** How the request came (접수 경로). */
export const Channel = z.enum(['counter', 'phone', 'nurse', 'planner'])
export type Channel = z.infer<typeof Channel>

export const VisitStatus = z.enum(['open', 'parked', 'finished', 'given-up'])
export type VisitStatus = z.infer<typeof VisitStatus>

export const Step = z.enum(['paperwork', 'consent', 'household', 'lookup', 'assignment', 'guide'])
export type Step = z.infer<typeof Step>

/** What the resident answered to "복지 상담을 받아보시겠어요?". */
export const Answer = z.enum(['not-asked', 'yes', 'call-me', 'no'])
export type Answer = z.infer<typeof Answer>

export const RefusalReason = z.enum(['no-time', 'not-needed', 'privacy', 'already-served', 'other', 'not-said'])
export type RefusalReason = z.infer<typeof RefusalReason>

const MoveInPaperwork = z.strictObject({
  event: z.literal('move-in'),
  movedOn: PlainDate.optional(),
  whole: z.enum(['whole', 'part']).optional(),
  fromProvince: Line.optional(),
  fromDistrict: Line.optional(),
  reason: z.enum(['work', 'family', 'housing', 'education', 'traffic', 'nature', 'other']).optional(),
  newAddress: Line.optional(),
})
const BirthPaperwork = z.strictObject({
  event: z.literal('birth'),
  bornOn: PlainDate.optional(),
  /** Which child of the family, 1 for the first. */
  childOrder: z.int().min(1).max(20).optional(),
  multiple: z.enum(['single', 'twins', 'triplets-or-more']).optional(),
})
const DeathPaperwork = z.strictObject({
  event: z.literal('death'),
  diedOn: PlainDate.optional(),
  visitorRelation: z.enum(['spouse', 'child', 'parent', 'grandchild', 'sibling', 'relative', 'other']).optional(),
  wasHead: z.boolean().optional(),
  wasEarner: z.boolean().optional(),
  /** Who remains in the household. */
  remaining: z.array(z.enum(['spouse', 'minor-children', 'adult-children', 'parents', 'others', 'nobody'])).max(6).optional(),
})
const CounsellingPaperwork = z.strictObject({
  event: z.literal('counselling'),
  concerns: z.array(z.enum(['livelihood', 'housing', 'health', 'care', 'children', 'work', 'debt', 'loneliness', 'safety', 'other'])).max(10).optional(),
})

/** The few questions that the event gives for free. Everything may be left open. */
export const Paperwork = z.discriminatedUnion('event', [MoveInPaperwork, BirthPaperwork, DeathPaperwork, CounsellingPaperwork])
  .refine(
    answers => answers.event !== 'death' || !answers.remaining?.includes('nobody') || answers.remaining.length === 1,
    { error: 'nobody remains, or somebody does', path: ['remaining'] },
  )
export type Paperwork = z.infer<typeof Paperwork>

/** What may be done to a visit in each status. Screens show their buttons by it and handlers refuse by it. */
export const actionsIn = {
  'open': ['write', 'park', 'finish', 'give-up'],
  'parked': ['resume', 'give-up'],
  'finished': ['reopen'],
  'given-up': [],
} as const satisfies Record<VisitStatus, readonly string[]>
export type VisitAction = 'write' | 'park' | 'resume' | 'finish' | 'give-up' | 'reopen'

export const allows = (status: VisitStatus, action: VisitAction): boolean =>
  (actionsIn[status] as readonly VisitAction[]).includes(action)

/** The visit itself, without anything personal. */
export const Visit = z.object({
  id: VisitId,
  /** Number of the day, from 1. */
  ticket: z.int().positive(),
  event: EventKind,
  channel: Channel,
  dong: z.string(),
  openedAt: Instant,
  status: VisitStatus,
  answer: Answer,
  refusalReason: RefusalReason.nullable(),
  step: Step,
  version: z.int().positive(),
})
export type Visit = z.infer<typeof Visit>

/** One line of the counter's home; the name is masked and absent before consent. */
export const VisitLine = Visit.extend({
  maskedName: z.string().nullable(),
  /** Name of the member of staff who holds it. */
  staffName: z.string(),
  mine: z.boolean(),
})
export type VisitLine = z.infer<typeof VisitLine>

/** A note about what ends, must be reported or begins with an event. */
export const EventNoteView = z.object({
  id: z.string(),
  kind: z.enum(['ends', 'report', 'begins']),
  text: z.object({ ko: z.string(), en: z.string() }),
  where: z.object({ ko: z.string(), en: z.string() }).optional(),
  phone: z.string().optional(),
  basis: z.string(),
  toCheck: z.boolean(),
  deadline: z.object({ lastDay: PlainDate, daysLeft: z.int(), sentence: z.object({ ko: z.string(), en: z.string() }) }).optional(),
})
export type EventNoteView = z.infer<typeof EventNoteView>
