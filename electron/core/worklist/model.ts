/** The worklist (내 일): whose cases, what narrows and orders them, the rows, what is due. */
import * as z from 'zod'
import { CaseKind, CaseStage, CaseStatus, CaseSummary, CaseTrack, Urgency } from '../cases/model.ts'
import { ClockName, PauseReason } from '../clocks/model.ts'
import { Instant, PlainDate } from '../kernel/dates.ts'
import { AppointmentId, CaseId, FilterId, StaffId, TaskId } from '../kernel/ids.ts'
import { Line, Version } from '../kernel/names.ts'
import { NeedArea } from '../records/bodies/need-areas.ts'

/** mine: own and of absent colleagues I stand in for. team: of everybody in my team. unassigned: nobody's yet. all: the lead's. */
export const Scope = z.enum(['mine', 'team', 'unassigned', 'all'])
export type Scope = z.infer<typeof Scope>

export const WorklistOrder = z.enum(['due', 'urgency', 'area', 'last-contact', 'next', 'opened'])
export type WorklistOrder = z.infer<typeof WorklistOrder>

/** Everything in it must hold; of a list one is enough, an empty list asks for nothing. */
export const WorklistFilter = z.strictObject({
  /** Name of anybody in the household, its initials (초성), phone, birth day, or the beginning of the street. */
  text: z.string().trim().max(60).default(''),
  urgency: z.array(Urgency).max(3).default([]),
  stage: z.array(CaseStage).max(9).default([]),
  status: z.array(CaseStatus).max(7).default([]),
  kind: z.array(CaseKind).max(3).default([]),
  track: z.array(z.union([CaseTrack, z.literal('none')])).max(6).default([]),
  needs: z.array(NeedArea).max(10).default([]),
  areas: z.array(z.string().max(80)).max(50).default([]),
  planners: z.array(StaffId).max(50).default([]),
  /** Of the clock; week: from today on for seven days. A clock that stands still is never late. */
  due: z.enum(['late', 'today', 'week']).nullable().default(null),
  /** Of the next try, task or appointment; due: until today. */
  next: z.enum(['due', 'week']).nullable().default(null),
  /** Nobody was reached for so many days, or since the case was opened. */
  noContactDays: z.int().min(1).max(3650).nullable().default(null),
  /** Services run by a plan whose review is overdue or was never set. */
  noReview: z.boolean().default(false),
  /** A referral was sent so many days ago or more, and nothing came back. */
  noAnswerDays: z.int().min(1).max(3650).nullable().default(null),
  /** Not opened by its planner yet. */
  fresh: z.boolean().default(false),
  paused: z.boolean().default(false),
  includeClosed: z.boolean().default(false),
})
export type WorklistFilter = z.infer<typeof WorklistFilter>

export const WorklistRow = CaseSummary.extend({
  /** Dong and street. */
  area: z.string(),
})
export type WorklistRow = z.infer<typeof WorklistRow>

/** Over the whole scope, whatever the filter. */
export const WorklistCounts = z.object({
  all: z.int(),
  late: z.int(),
  today: z.int(),
  crisis: z.int(),
  fresh: z.int(),
})
export type WorklistCounts = z.infer<typeof WorklistCounts>

export const SavedFilter = z.object({ id: FilterId, name: z.string(), order: WorklistOrder, filter: WorklistFilter })
export type SavedFilter = z.infer<typeof SavedFilter>

const AboutCase = z.object({ id: CaseId, maskedName: z.string(), urgency: Urgency, area: z.string() })

export const Task = z.object({
  id: TaskId,
  kind: z.enum(['free', 'meeting', 'review', 'referral', 'retry', 'quarterly', 'after-care', 'objection', 'alert']),
  what: z.string(),
  dueOn: PlainDate,
  case: AboutCase.nullable(),
  /** `null`: goes with the case. */
  staffId: StaffId.nullable(),
  doneAt: Instant.nullable(),
  version: Version,
})
export type Task = z.infer<typeof Task>

/** What is due today and late, in one list: a clock that runs out, a task, an appointment. */
export const TodayItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('clock'), day: PlainDate, clock: ClockName, case: AboutCase }),
  z.object({ kind: z.literal('task'), day: PlainDate, task: Task }),
  z.object({
    kind: z.literal('appointment'),
    day: PlainDate,
    id: AppointmentId,
    what: z.enum(['home-visit', 'at-center', 'call', 'meeting']),
    starts: z.string().nullable(),
    case: AboutCase.nullable(),
  }),
])
export type TodayItem = z.infer<typeof TodayItem>

/** What is done to several cases at once. take: an unassigned case becomes one's own. */
export const BulkAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reassign'), plannerId: StaffId, why: Line.min(1) }),
  z.strictObject({ kind: z.literal('take') }),
  z.strictObject({ kind: z.literal('urgency'), urgency: Urgency, why: Line.min(1) }),
  z.strictObject({ kind: z.literal('task'), what: Line.min(1), dueOn: PlainDate }),
  z.strictObject({ kind: z.literal('postpone'), dueOn: PlainDate, why: Line }),
  z.strictObject({ kind: z.literal('pause'), reason: PauseReason, note: Line }),
])
export type BulkAction = z.infer<typeof BulkAction>

export const BulkRefusal = z.enum(['CASE_NOT_FOUND', 'CASE_NOT_OPEN', 'NOTHING_CHANGES', 'HAS_A_PLANNER', 'CONFLICT_OF_INTEREST', 'ALREADY_PAUSED'])
export type BulkRefusal = z.infer<typeof BulkRefusal>

export const BulkLine = z.object({
  caseId: CaseId,
  maskedName: z.string(),
  version: z.int(),
  /** Names of planners, codes of urgencies, days: as the action has it. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  refused: BulkRefusal.nullable(),
})
export type BulkLine = z.infer<typeof BulkLine>
