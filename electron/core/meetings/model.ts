/**
 * Case meetings (사례회의): the weekly one of the office, and the one with outside agencies (통합사례회의).
 *
 * The agenda gathers by itself until the meeting begins; each case stands on it once, under a name that is made up for
 * this meeting alone (가명) and known to outside members instead of the resident's.
 */
import * as z from 'zod'
import { CaseKind, CaseStage, CaseStatus, CaseTrack, Urgency } from '../cases/model.ts'
import { CaseClock } from '../clocks/model.ts'
import { Instant, PlainDate } from '../kernel/dates.ts'
import { CaseId, MeetingId, MeetingItemId, StaffId } from '../kernel/ids.ts'
import { oneOf, RowId, Short, Words } from '../records/bodies/field-parts.ts'
import { householdTypes } from '../records/bodies/first-counselling.ts'
import { NeedArea } from '../records/bodies/need-areas.ts'

export const MeetingKind = z.enum(['internal', 'outside'])
export type MeetingKind = z.infer<typeof MeetingKind>

export const MeetingStatus = z.enum(['planned', 'running', 'closed', 'cancelled'])
export type MeetingStatus = z.infer<typeof MeetingStatus>

/** "14:30" in Seoul. */
export const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

/** Whose cases it gathers. */
export const MeetingScope = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('office') }),
  z.strictObject({ of: z.literal('team'), team: z.string().min(1).max(60) }),
  z.strictObject({ of: z.literal('planner'), staffId: StaffId }),
])
export type MeetingScope = z.infer<typeof MeetingScope>

/** Said after the minutes were fixed (덧붙임): never changes what was written. */
export const Addition = z.strictObject({ id: RowId, at: Instant, staffId: StaffId, name: z.string(), text: z.string() })
export type Addition = z.infer<typeof Addition>

export const MeetingBody = z.strictObject({
  scope: MeetingScope,
  minutes: z.int().min(10).max(480),
  weekly: z.boolean(),
  additions: z.array(Addition).default([]),
})
export type MeetingBody = z.infer<typeof MeetingBody>

/** put-off 미룬 안건, crisis 위기, selection 새 대상자 선정, plan-approval 계획 승인, review 점검 기한, closing 종결 요청, by-hand 직접 넣음. The most pressing first. */
export const AgendaReason = z.enum(['put-off', 'crisis', 'selection', 'plan-approval', 'review', 'closing', 'by-hand'])
export type AgendaReason = z.infer<typeof AgendaReason>

export const Presence = z.enum(['invited', 'present', 'absent'])
export type Presence = z.infer<typeof Presence>

const Sector = z.enum(['public', 'private'])

/** What the meeting writes about a case; saved as it is typed. */
export const ItemDraft = z.strictObject({
  question: Words,
  discussion: Words,
  /** The only free text that outside members read; written for them, without names. */
  forOutside: Words,
  /** Why it was decided so. */
  why: Words,
  /** Who leads (주관): the office or a private agency. */
  lead: z.strictObject({ sector: oneOf(['public', 'private']), who: Short }).prefault({}),
  roles: z.array(z.strictObject({ id: RowId, sector: Sector.default('public'), who: Short, what: Short })).max(20).default([]),
  /** With the decision they go on the worklist of the staff named, or stand under somebody's name. */
  tasks: z.array(z.strictObject({ id: RowId, what: Short, staffId: StaffId.nullable().default(null), who: Short, dueOn: PlainDate.nullable().default(null) })).max(20).default([]),
})
export type ItemDraft = z.infer<typeof ItemDraft>

/** What an outside member says; stands in the minutes under the agency. */
export const Opinion = z.strictObject({ staffId: StaffId, agency: z.string(), text: z.string(), at: Instant, version: z.int().positive() })
export type Opinion = z.infer<typeof Opinion>

/** What may give somebody away in a text meant for outside. */
export const PersonalKind = z.enum(['name', 'phone', 'address', 'birth', 'id-number'])
export type PersonalKind = z.infer<typeof PersonalKind>

/** The decade of age: 0 for under 20, 80 for 80 and over; null: not known. */
export const AgeBand = z.int().min(0).max(80).nullable()
export const HouseholdType = z.enum(householdTypes)
export type HouseholdType = z.infer<typeof HouseholdType>

/** The case at a glance, beside its item; names masked, no free text of the case's records. */
export const CaseCard = z.object({
  maskedName: z.string(),
  dong: z.string(),
  ageBand: AgeBand,
  members: z.int(),
  householdTypes: z.array(HouseholdType),
  urgency: Urgency,
  kind: CaseKind,
  status: CaseStatus,
  stage: CaseStage,
  track: CaseTrack.nullable(),
  planner: z.object({ id: StaffId, name: z.string() }).nullable(),
  difficulty: z.int(),
  pausedSince: PlainDate.nullable(),
  clocks: z.array(CaseClock),
  needs: z.array(z.object({ area: NeedArea, level: z.int().nullable(), before: z.int().nullable() })),
  surveyedOn: PlainDate.nullable(),
  plan: z.object({ goals: z.array(NeedArea), measures: z.int(), agreed: z.boolean(), reviewOn: PlainDate.nullable() }).nullable(),
})
export type CaseCard = z.infer<typeof CaseCard>

const Staff = z.object({ id: StaffId, name: z.string() })

export const AgendaItem = z.object({
  id: MeetingItemId,
  caseId: CaseId,
  pseudonym: z.string(),
  reason: AgendaReason,
  also: z.array(AgendaReason),
  state: z.enum(['open', 'decided', 'put-off', 'left-out']),
  /** Whether the caller may write on it: whoever may work on the case. */
  mayWrite: z.boolean(),
  draft: ItemDraft,
  saved: z.object({ at: Instant, name: z.string() }).nullable(),
  opinions: z.array(Opinion),
  additions: z.array(Addition),
  leftOutWhy: z.string().nullable(),
  putOffWhy: z.string().nullable(),
  decision: CaseTrack.nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: Staff.nullable(),
  /** Fields of the draft in which somebody of the household can be recognised. */
  personal: z.partialRecord(z.enum(['question', 'discussion', 'forOutside', 'why', 'roles', 'tasks']), z.array(PersonalKind)),
  /** Of the outside members: who may see the case. */
  shownTo: z.array(z.object({ staffId: StaffId, agency: z.string(), shown: z.boolean(), health: z.boolean() })),
  /** Rows of `draft.tasks` that are done already. */
  doneTasks: z.array(RowId),
  card: CaseCard,
  version: z.int().positive(),
})
export type AgendaItem = z.infer<typeof AgendaItem>

export const Meeting = z.object({
  id: MeetingId,
  kind: MeetingKind,
  day: PlainDate,
  starts: ClockTime,
  minutes: z.int(),
  place: z.string().nullable(),
  status: MeetingStatus,
  scope: MeetingScope,
  weekly: z.boolean(),
  createdBy: Staff,
  closedAt: Instant.nullable(),
  closedBy: Staff.nullable(),
  version: z.int().positive(),
})
export type Meeting = z.infer<typeof Meeting>

export const Attendee = z.object({ staffId: StaffId, name: z.string(), agency: z.string().nullable(), outside: z.boolean(), presence: Presence })
export type Attendee = z.infer<typeof Attendee>
