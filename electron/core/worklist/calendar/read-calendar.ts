/** The calendar of some days, and what stands at a time already. */
import type { Desk } from '../../door.ts'
import type { PublicHoliday } from '../../policy/catalogue.ts'
import type { CalendarPage, Clashes } from './model.ts'
import { ownCase } from '../../cases/hold-case.ts'
import { holidaysInForce } from '../../center/read-holidays.ts'
import { door } from '../../door.ts'
import { addDays, daysBetween, PlainDate, weekday } from '../../kernel/dates.ts'
import { MeetingBody } from '../../meetings/model.ts'
import { isWorkingDay } from '../../policy/working-days.ts'
import { findStaff } from '../../staff/read-staff.ts'
import { plannersOf } from '../whose.ts'
import { byStart, meet } from './clock-time.ts'
import { AppointmentKind, CalendarMeeting } from './model.ts'
import { appointmentRows, appointmentsOf } from './read-appointments.ts'

const mostDays = 42

export const calendar = door.worklist.calendar.handler(async ({ input, errors, context }) => {
  const { db, host, caller } = context
  if (input.to < input.from)
    throw errors.END_BEFORE_START()
  const to = daysBetween(input.from, input.to) >= mostDays ? addDays(input.from, mostDays - 1) : input.to
  const staffIds = await plannersOf(context, input.whose)
  const rows = await appointmentRows(db)
    .where('appointment.day', '>=', input.from)
    .where('appointment.day', '<=', to)
    .where('appointment.staff_id', 'in', staffIds ?? [])
    .orderBy('appointment.day')
    .orderBy(byStart)
    .orderBy('appointment.id')
    .execute()
  const holidays = holidaysByDay(await holidaysInForce(db, host.catalogue().holidays))
  const absence = (await findStaff(db, caller.staffId))?.absence
  const days = Array.from({ length: daysBetween(input.from, to) + 1 }, (_, after) => addDays(input.from, after))
  return {
    days: days.map(day => ({
      day,
      holiday: holidays.get(day)?.name ?? null,
      working: isWorkingDay(day, holidays),
      absent: Boolean(absence && absence.from <= day && day <= absence.until),
    })),
    // A case meeting stands there as the meeting it is, not a second time as a copy for each who comes; it still meets what stands beside it.
    appointments: await appointmentsOf(db, rows.filter(({ meeting_id }) => meeting_id === null), rows),
    meetings: await meetingsBetween(context, input.from, to),
  } satisfies CalendarPage
})

/** Newest first. */
export const appointmentsOfCase = door.worklist.appointmentsOfCase.handler(async ({ input, context }) => {
  await ownCase(context, input.caseId)
  return appointmentsOf(context.db, await appointmentRows(context.db).where('appointment.case_id', '=', input.caseId).orderBy('appointment.day', 'desc').orderBy(byStart, 'desc').orderBy('appointment.id', 'desc').limit(100).execute())
})

export const clashes = door.worklist.clashes.handler(async ({ input, context }) => {
  const { db, host, caller } = context
  const { day, starts, minutes } = input
  const staffId = input.staffId ?? caller.staffId
  const holidays = holidaysByDay(await holidaysInForce(db, host.catalogue().holidays))
  const absence = (await findStaff(db, staffId))?.absence
  const at = starts === null
    ? []
    : [
        ...(await db.selectFrom('appointment').select(['id', 'kind', 'starts', 'minutes']).where('day', '=', day).where('staff_id', '=', staffId).where('status', '=', 'planned').where('meeting_id', 'is', null).execute())
          .flatMap(row => row.starts === null || row.id === input.except ? [] : [{ kind: AppointmentKind.parse(row.kind), starts: row.starts, minutes: row.minutes }]),
        ...(await meetingsBetween(context, day, day, staffId)).filter(({ mine }) => mine).map(({ starts, minutes }) => ({ kind: 'case-meeting' as const, starts, minutes })),
      ].filter(other => meet({ starts, minutes }, other))
  return {
    at: at.sort((one, other) => one.starts < other.starts ? -1 : 1),
    holiday: holidays.get(day)?.name ?? null,
    weekend: weekday(day) === 0 || weekday(day) === 6,
    absent: Boolean(absence && absence.from <= day && day <= absence.until),
  } satisfies Clashes
})

const holidaysByDay = (holidays: readonly PublicHoliday[]): ReadonlyMap<PlainDate, PublicHoliday> =>
  new Map(holidays.map(holiday => [PlainDate.parse(holiday.date), holiday]))

/** A meeting that was called off stands nowhere. */
async function meetingsBetween({ db, caller }: Pick<Desk, 'db' | 'caller'>, from: PlainDate, to: PlainDate, staffId: string = caller.staffId): Promise<CalendarMeeting[]> {
  const rows = await db.selectFrom('meeting')
    .leftJoin('meeting_attendee', join => join.onRef('meeting_attendee.meeting_id', '=', 'meeting.id').on('meeting_attendee.staff_id', '=', staffId))
    .select(['meeting.id', 'meeting.kind', 'meeting.status', 'meeting.day', 'meeting.starts', 'meeting.place', 'meeting.body', 'meeting_attendee.staff_id'])
    .where('meeting.status', '!=', 'cancelled')
    .where('meeting.day', '>=', from)
    .where('meeting.day', '<=', to)
    .orderBy('meeting.day')
    .orderBy('meeting.starts')
    .execute()
  return rows.map(row => CalendarMeeting.parse({ id: row.id, kind: row.kind, status: row.status, day: row.day, starts: row.starts, minutes: MeetingBody.parse(JSON.parse(row.body)).minutes, place: row.place ?? '', mine: row.staff_id !== null }))
}
