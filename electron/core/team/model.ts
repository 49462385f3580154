/** Sharing the work of a team (팀): who gets which case and why, handing over, and what a lead watches over. */
import * as z from 'zod'
import { CaseSummary, Urgency } from '../cases/model.ts'
import { Instant, PlainDate } from '../kernel/dates.ts'
import { CaseId, StaffId, TransferId } from '../kernel/ids.ts'
import { AssignmentRule } from './rules.ts'

export { AssignmentRule, AssignmentRules, defaultRules } from './rules.ts'

const Person = z.object({ id: StaffId, name: z.string() })

/** How hard a case is (난이도), 1 to 5: set by whoever knows it, never computed. The words for each step are in `team.json`. */
export const Difficulty = z.int().min(1).max(5)

export const RulesInForce = z.object({
  rules: z.array(z.object({ rule: AssignmentRule, on: z.boolean() })),
  /** 0: as they ship with Maji. */
  version: z.int().nonnegative(),
  changedAt: Instant.nullable(),
  why: z.string().nullable(),
})
export type RulesInForce = z.infer<typeof RulesInForce>

/** What somebody has in hand: open cases, and the sum of their difficulties. */
export const Load = z.object({ cases: z.int().nonnegative(), weight: z.int().nonnegative() })
export type Load = z.infer<typeof Load>

export const WhatIf = z.object({
  since: PlainDate,
  /** Opened since that day. */
  cases: z.int().nonnegative(),
  /** Of those, the ones somebody else would have got. */
  others: z.int().nonnegative(),
  /** Newest first, at most 200, those that somebody else would have got. */
  moved: z.array(z.object({
    caseId: CaseId,
    maskedName: z.string(),
    dong: z.string(),
    openedOn: PlainDate,
    has: Person.nullable(),
    would: Person,
    /** The rule that put this planner before the next; `name` where no rule told them apart. */
    decidedBy: AssignmentRule.or(z.enum(['conflict', 'name'])),
  })),
  balance: z.array(z.object({ planner: Person, has: Load, would: Load })),
  /** Rules that the past cannot tell: who was absent then is not kept. */
  notReplayed: z.array(AssignmentRule),
})
export type WhatIf = z.infer<typeof WhatIf>

/** A case offered by one planner to another (사례 이관). */
export const Transfer = z.object({
  id: TransferId,
  caseId: CaseId,
  maskedName: z.string(),
  urgency: Urgency,
  difficulty: Difficulty,
  from: Person,
  to: Person,
  why: z.string(),
  askedAt: Instant,
  askedBy: Person,
  status: z.enum(['asked', 'accepted', 'returned', 'taken-back']),
  /** Why it was returned. */
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
})
export type Transfer = z.infer<typeof Transfer>

/** Whose cases somebody sees beside their own. */
export const StandingIn = z.object({ planner: Person, from: PlainDate, until: PlainDate, open: z.int().nonnegative() })
export type StandingIn = z.infer<typeof StandingIn>

/** A planner who may be given a case. */
export const Taker = z.object({ id: StaffId, name: z.string(), load: Load, absent: z.boolean(), leaving: z.boolean(), conflict: z.boolean() })
export type Taker = z.infer<typeof Taker>

/** What the page of a case shows of whose it is. */
export const Sharing = z.object({
  difficulty: Difficulty,
  /** What the last finished needs survey would make of it, to be accepted or left; `null` without one, or where it is so set. */
  proposed: z.object({ difficulty: Difficulty, great: z.int().nonnegative(), on: PlainDate }).nullable(),
  urgency: Urgency,
  /** The caller stands in for the absent planner. */
  standingIn: StandingIn.omit({ open: true }).nullable(),
  offer: Transfer.nullable(),
  /** The last answer "returned", where nothing is offered now. */
  returned: Transfer.nullable(),
  /** Planners and leads who must not be given this family. */
  conflicts: z.array(Person),
  takers: z.array(Taker),
  version: z.int().positive(),
})
export type Sharing = z.infer<typeof Sharing>

export const Handed = z.object({
  incoming: z.array(Transfer),
  /** Offered and not answered, and what came back within the last week. */
  outgoing: z.array(Transfer),
  standingIn: z.array(StandingIn),
})
export type Handed = z.infer<typeof Handed>

export const LeavingPreview = z.object({
  planner: Person,
  /** Every case that is not closed, after-care too. */
  cases: z.array(z.object({
    found: CaseSummary,
    to: StaffId.nullable(),
    /** Chosen by the lead and not by the rules. */
    chosen: z.boolean(),
    /** Who must not be given this family. */
    notTo: z.array(StaffId),
    decidedBy: AssignmentRule.or(z.enum(['conflict', 'name'])).nullable(),
  })),
  /** What does not belong to a case. */
  tasks: z.int().nonnegative(),
  appointments: z.int().nonnegative(),
  loads: z.array(z.object({ planner: Person, before: Load, after: Load, absent: z.boolean(), limit: z.int() })),
})
export type LeavingPreview = z.infer<typeof LeavingPreview>

export const MemberLoad = z.object({
  planner: Person,
  team: z.string().nullable(),
  load: Load,
  crisis: z.int().nonnegative(),
  late: z.int().nonnegative(),
  dueToday: z.int().nonnegative(),
  paused: z.int().nonnegative(),
  afterCare: z.int().nonnegative(),
  /** Open cases by difficulty, 1 to 5. */
  byDifficulty: z.array(z.int().nonnegative()).length(5),
  absence: z.object({ from: PlainDate, until: PlainDate }).nullable(),
  absent: z.boolean(),
  deputy: Person.nullable(),
  /** Absent on a day on which they should stand in. */
  deputyAway: z.boolean(),
  leavesOn: PlainDate.nullable(),
})
export type MemberLoad = z.infer<typeof MemberLoad>

export const TeamOverview = z.object({
  today: PlainDate,
  limit: z.int(),
  members: z.array(MemberLoad),
  unassigned: z.int().nonnegative(),
  /** Cases whose planner has declared a conflict of interest: somebody else should have them. */
  conflicted: z.array(z.object({ caseId: CaseId, maskedName: z.string(), planner: Person })),
  /** The last working day is over and the account still opens. */
  gone: z.array(Person.extend({ leavesOn: PlainDate })),
})
export type TeamOverview = z.infer<typeof TeamOverview>

export const QualityKind = z.enum(['no-contact', 'no-review', 'no-answer'])
export type QualityKind = z.infer<typeof QualityKind>

export const QualityLine = z.object({
  caseId: CaseId,
  maskedName: z.string(),
  plannerName: z.string().nullable(),
  urgency: Urgency,
  /** Last contact, day the review was due or the plan took effect, day the referral was sent. */
  since: PlainDate,
  /** The agency that has not answered. */
  agency: z.string().nullable(),
})
export type QualityLine = z.infer<typeof QualityLine>

/** Longest waiting first; at most 100 lines of each. */
export const Quality = z.record(QualityKind, z.object({ count: z.int().nonnegative(), lines: z.array(QualityLine) }))
export type Quality = z.infer<typeof Quality>
