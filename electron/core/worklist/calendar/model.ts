/** The calendar (일정): visits, talks, calls and meetings by day and hour, and the round of home visits. */
import * as z from 'zod'
import { Urgency } from '../../cases/model.ts'
import { PlainDate } from '../../kernel/dates.ts'
import { AppointmentId, CaseId, MeetingId, RecordId, StaffId } from '../../kernel/ids.ts'
import { BilingualText } from '../../kernel/text.ts'

/** home-visit 가정방문, at-center 센터 상담, call 전화, meeting 모임 (without a case meeting of its own). */
export const AppointmentKind = z.enum(['home-visit', 'at-center', 'call', 'meeting'])
export type AppointmentKind = z.infer<typeof AppointmentKind>

export const AppointmentStatus = z.enum(['planned', 'done', 'cancelled'])
export type AppointmentStatus = z.infer<typeof AppointmentStatus>

/** "14:30" in Seoul. */
export const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

export const Appointment = z.object({
  id: AppointmentId,
  kind: AppointmentKind,
  status: AppointmentStatus,
  day: PlainDate,
  /** `null`: some time that day. */
  starts: ClockTime.nullable(),
  minutes: z.int(),
  case: z.object({ id: CaseId, maskedName: z.string(), urgency: Urgency, area: z.string() }).nullable(),
  staff: z.object({ id: StaffId, name: z.string() }),
  place: z.string(),
  note: z.string(),
  bring: z.string(),
  caution: z.string(),
  recordId: RecordId.nullable(),
  /** Others of the same person stand at the same time. */
  clashes: z.boolean(),
  version: z.int().positive(),
})
export type Appointment = z.infer<typeof Appointment>

export const CalendarMeeting = z.object({
  id: MeetingId,
  kind: z.string(),
  status: z.string(),
  day: PlainDate,
  starts: ClockTime,
  minutes: z.int(),
  place: z.string(),
  /** Invited by name. */
  mine: z.boolean(),
})
export type CalendarMeeting = z.infer<typeof CalendarMeeting>

export const CalendarPage = z.object({
  days: z.array(z.object({ day: PlainDate, holiday: BilingualText.nullable(), working: z.boolean(), absent: z.boolean() })),
  appointments: z.array(Appointment),
  meetings: z.array(CalendarMeeting),
})
export type CalendarPage = z.infer<typeof CalendarPage>

/** What speaks against a time; nothing here forbids it. */
export const Clashes = z.object({
  at: z.array(z.object({ kind: z.enum([...AppointmentKind.options, 'case-meeting']), starts: ClockTime, minutes: z.int() })),
  holiday: BilingualText.nullable(),
  weekend: z.boolean(),
  absent: z.boolean(),
})
export type Clashes = z.infer<typeof Clashes>

/** A home visit of the round: everything that is needed at the door. */
export const Stop = z.object({
  appointment: Appointment,
  name: z.string(),
  phone: z.string().nullable(),
  callWhen: z.string().nullable(),
  dong: z.string(),
  /** With building and detail. */
  address: z.string(),
  members: z.int(),
  /** Its fixed time lies before that of a stop that is driven earlier. */
  outOfTime: z.boolean(),
})
export type Stop = z.infer<typeof Stop>

export const VisitPlan = z.object({
  day: PlainDate,
  /** Moved by hand; otherwise as proposed. */
  byHand: z.boolean(),
  stops: z.array(Stop),
})
export type VisitPlan = z.infer<typeof VisitPlan>
