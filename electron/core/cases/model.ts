/** A case (사례): a household that a planner looks after, from assignment on. */
import * as z from 'zod'
import { ClockName } from '../clocks/model.ts'
import { EventKind } from '../eligibility/household-facts.ts'
import { Instant, PlainDate } from '../kernel/dates.ts'
import { CaseId, HouseholdId, StaffId, VisitId } from '../kernel/ids.ts'
import { BilingualText } from '../kernel/text.ts'
import { NeedArea } from '../records/bodies/need-areas.ts'
import { RecordKind } from '../records/model.ts'

/** Where the contact stands: not reached 연락 안 됨 and refused 거절 have a next try; after-care 사후관리 follows closing. */
export const CaseStatus = z.enum(['assigned', 'in-contact', 'not-reached', 'refused', 'after-care', 'closed', 'withdrawn'])
export type CaseStatus = z.infer<typeof CaseStatus>

/** How far the work is (단계): first contact 첫 연락, counselling 초기상담, survey 욕구조사, selection 사례회의·선정, plan 계획, service 제공·점검, closing 종결 승인, after-care 사후관리, ended 끝. */
export const CaseStage = z.enum(['first-contact', 'counselling', 'survey', 'selection', 'plan', 'service', 'closing', 'after-care', 'ended'])
export type CaseStage = z.infer<typeof CaseStage>

/** What a case meeting decides: integrated 통합사례관리, high-difficulty 고난도(구청), service-link 서비스 연계, information 단순 정보제공, close 종결. */
export const CaseTrack = z.enum(['integrated', 'high-difficulty', 'service-link', 'information', 'close'])
export type CaseTrack = z.infer<typeof CaseTrack>

/** write: records, plan, referrals, applications, attachments. follow-up: after-care calls. carry-on: what goes on after closing is answered, decided, ended. */
export type CaseAction = 'reassign' | 'record-contact' | 'write' | 'close' | 'follow-up' | 'reopen' | 'carry-on'

/** What may be done to a case in each status; read by screens and handlers alike. */
export const actionsIn = {
  'assigned': ['reassign', 'record-contact', 'write', 'close', 'carry-on'],
  'in-contact': ['reassign', 'record-contact', 'write', 'close', 'carry-on'],
  'not-reached': ['reassign', 'record-contact', 'write', 'close', 'carry-on'],
  'refused': ['reassign', 'record-contact', 'write', 'close', 'carry-on'],
  'after-care': ['reassign', 'follow-up', 'reopen', 'carry-on'],
  'closed': ['reopen', 'carry-on'],
  'withdrawn': [],
} as const satisfies Record<CaseStatus, readonly CaseAction[]>

/** Statuses of which nothing is left to be done by a clock. */
export const endedStatuses = ['after-care', 'closed', 'withdrawn'] as const satisfies readonly CaseStatus[]

export const allows = (status: CaseStatus, action: CaseAction): boolean =>
  (actionsIn[status] as readonly CaseAction[]).includes(action)

/** crisis 위기, soon 서둘러, normal 보통. */
export const Urgency = z.enum(['crisis', 'soon', 'normal'])
export type Urgency = z.infer<typeof Urgency>

/** guidance 단순 안내, counselling 상담, crisis 위기 대응. */
export const CaseKind = z.enum(['guidance', 'counselling', 'crisis'])
export type CaseKind = z.infer<typeof CaseKind>

export const CaseSummary = z.object({
  id: CaseId,
  visitId: VisitId.nullable(),
  householdId: HouseholdId,
  maskedName: z.string(),
  dong: z.string(),
  event: EventKind,
  status: CaseStatus,
  urgency: Urgency,
  kind: CaseKind,
  stage: CaseStage,
  /** `null`: no meeting has decided. */
  track: CaseTrack.nullable(),
  /** `null`: nobody yet (미배정). */
  planner: z.object({ id: StaffId, name: z.string(), team: z.string().nullable() }).nullable(),
  openedAt: Instant,
  /** Of the clocks that run the one that ends first. */
  dueClock: ClockName.nullable(),
  dueOn: PlainDate.nullable(),
  /** The clocks stand still since. */
  pausedSince: PlainDate.nullable(),
  /** Next try, appointment or task. */
  nextOn: PlainDate.nullable(),
  lastContactOn: PlainDate.nullable(),
  afterCareUntil: PlainDate.nullable(),
  mainNeed: NeedArea.nullable(),
  /** 1 to 5. */
  difficulty: z.int().min(1).max(5),
  firstContactDue: PlainDate,
  firstContactAt: Instant.nullable(),
  /** Nobody has opened it since it was assigned. */
  unread: z.boolean(),
  members: z.int().positive(),
  likely: z.int().nonnegative(),
  version: z.int().positive(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

/** What the counter says of a case it gave away: who calls, how soon, until when. How the work goes on is for those whose case it is. */
export const AssignedCase = CaseSummary.pick({ id: true, planner: true, urgency: true, kind: true, firstContactDue: true })
export type AssignedCase = z.infer<typeof AssignedCase>

export const ContactOutcome = z.enum(['reached', 'not-reached', 'refused', 'call-back'])
export type ContactOutcome = z.infer<typeof ContactOutcome>
export const ContactChannel = z.enum(['call', 'visit', 'at-center', 'message', 'letter'])
export type ContactChannel = z.infer<typeof ContactChannel>

export const CaseEventKind = z.enum([
  'opened',
  'reassigned',
  'contact',
  'closed',
  'consent-withdrawn',
  'consent-added',
  'guide-given',
  'urgency-changed',
  'stage',
  'record-begun',
  'record-finished',
  'record-reopened',
  'plan-agreed',
  'referral',
  'application',
  'meeting-decision',
  'transfer',
  'paused',
  'resumed',
  'alert',
  'task-added',
  'task-done',
  'postponed',
  'appointment',
  'appointment-cancelled',
  'attachment',
  'approval',
  'after-care',
  'reopened',
])
export type CaseEventKind = z.infer<typeof CaseEventKind>

export const CaseEvent = z.object({
  id: z.string(),
  at: Instant,
  staffName: z.string(),
  kind: CaseEventKind,
  /** Free words of the planner or the reason of a choice. */
  note: z.string().nullable(),
  channel: ContactChannel.nullable(),
  outcome: ContactOutcome.nullable(),
  nextTry: PlainDate.nullable(),
  /** Id of what it is about, or the new stage. */
  subject: z.string().nullable(),
})
export type CaseEvent = z.infer<typeof CaseEvent>

/** How urgent, of which kind and for whom, each with its reasons. */
export const Suggestion = z.object({
  urgency: Urgency,
  kind: CaseKind,
  reasons: z.array(BilingualText),
  /** Best first. */
  planners: z.array(z.object({
    id: StaffId,
    name: z.string(),
    phone: z.string().nullable(),
    openCases: z.int().nonnegative(),
    absent: z.boolean(),
    full: z.boolean(),
    /** Must not be given this family (이해충돌). */
    conflict: z.boolean(),
    /** The rule that put this planner before the next one, as a sentence. */
    decidedBy: BilingualText.nullable(),
    reasons: z.array(BilingualText),
  })),
  /** The last day of the first contact for each urgency, in working days. */
  dueDays: z.record(Urgency, z.object({ days: z.int(), due: PlainDate })),
})
export type Suggestion = z.infer<typeof Suggestion>

/** Where the work of a case stands, in numbers and states: what the first look at a case is for. */
export const Glance = z.object({
  /** The newest record of each kind. */
  records: z.array(z.object({ kind: RecordKind, status: z.enum(['open', 'finished']), savedAt: Instant, count: z.int().positive() })),
  /** By status. */
  referrals: z.record(z.string(), z.int().positive()),
  applications: z.record(z.string(), z.int().positive()),
  /** Open, the earliest first; at most five. */
  tasks: z.array(z.object({ id: z.string(), kind: z.string(), what: z.string(), dueOn: PlainDate, subject: z.string().nullable() })),
  tasksInAll: z.int().nonnegative(),
  appointments: z.array(z.object({ id: z.string(), kind: z.string(), day: PlainDate, starts: z.string().nullable() })),
  files: z.int().nonnegative(),
  /** What waits for the lead: `plan`, `closing`. */
  waiting: z.array(z.string()),
})
export type Glance = z.infer<typeof Glance>
