/** Planning a meeting, changing when and with whom, calling it off. It stands in the calendar of everybody of the office who comes. */
import type { Desk } from '../door.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { MeetingProposal } from './contract.ts'
import type { MeetingKind } from './model.ts'
import { ORPCError } from '@orpc/server'
import { door } from '../door.ts'
import { readStaff } from '../staff/read-staff.ts'
import { seenMeeting } from './hold-meeting.ts'
import { meetingPage, tellMeeting, usualScope } from './meeting-page.ts'
import { MeetingBody } from './model.ts'
import { readAttendees } from './read-meetings.ts'
import { syncAgenda } from './sync-agenda.ts'

type Arrangement = Omit<MeetingProposal, 'kind' | 'scope'>

/** Who works on cases; outside members only where outside agencies are called. @throws {ORPCError} NOT_FOR_MEETINGS */
async function mayCome({ db }: Pick<Desk, 'db'>, kind: MeetingKind, attendees: readonly StaffId[]): Promise<void> {
  const roles = kind === 'outside' ? ['planner', 'lead', 'outside'] as const : ['planner', 'lead'] as const
  const able = (await readStaff(db)).filter(member => member.active && roles.some(role => member.roles.includes(role))).map(({ id }) => id)
  if (attendees.some(id => !able.includes(id)))
    throw new ORPCError('NOT_FOR_MEETINGS')
}

/** Whoever is called still keeps whether they come. */
async function writeAttendees({ db }: Pick<Desk, 'db'>, meetingId: string, attendees: readonly StaffId[]): Promise<void> {
  await db.deleteFrom('meeting_attendee').where('meeting_id', '=', meetingId).where('staff_id', 'not in', attendees).execute()
  const known = (await readAttendees(db, meetingId)).map(({ staffId }) => staffId)
  for (const staffId of attendees.filter(id => !known.includes(id)))
    await db.insertInto('meeting_attendee').values({ meeting_id: meetingId, staff_id: staffId, presence: 'invited' }).execute()
}

async function writeCalendar({ db, host, now }: Pick<Desk, 'db' | 'host' | 'now'>, meetingId: string, { day, starts, minutes, place }: Arrangement): Promise<void> {
  await db.deleteFrom('appointment').where('meeting_id', '=', meetingId).where('status', '=', 'planned').execute()
  for (const { staffId } of (await readAttendees(db, meetingId)).filter(({ outside }) => !outside))
    await db.insertInto('appointment').values({ id: host.newId(), kind: 'meeting', case_id: null, meeting_id: meetingId, day, starts, minutes, status: 'planned', staff_id: staffId, place, note: null, record_id: null, place_in_day: 0, created_at: now, version: 1 }).execute()
}

export async function settleCalendar({ db }: Pick<Desk, 'db'>, meetingId: string, status: 'done' | 'cancelled'): Promise<void> {
  await db.updateTable('appointment').set({ status }).where('meeting_id', '=', meetingId).where('status', '=', 'planned').execute()
}

export const plan = door.meetings.plan.handler(async ({ input, errors, context }) => {
  const { db, host, now, caller, today, about } = context
  if (input.day < today)
    throw errors.DAY_IN_PAST()
  await mayCome(context, input.kind, input.attendees)
  // Only the lead calls a meeting about the cases of others.
  const scope = caller.roles.includes('lead') ? input.scope : usualScope(context)
  const id = host.newId()
  about('meeting', id)
  const body = MeetingBody.parse({ scope, minutes: input.minutes, weekly: input.weekly })
  await db.insertInto('meeting').values({ id, kind: input.kind, day: input.day, starts: input.starts, place: input.place, status: 'planned', body: JSON.stringify(body), created_at: now, created_by: caller.staffId, closed_at: null, closed_by: null, version: 1 }).execute()
  await writeAttendees(context, id, input.attendees)
  await writeCalendar(context, id, input)
  await syncAgenda(context, (await meetingPage(context, id)).meeting)
  tellMeeting(context, id)
  return meetingPage(context, id)
})

export const change = door.meetings.change.handler(async ({ input, errors, context }) => {
  const { db, today } = context
  const { meeting, body } = await seenMeeting(context, input)
  if (meeting.status !== 'planned')
    throw errors.MEETING_BEGUN()
  if (input.day < today)
    throw errors.DAY_IN_PAST()
  await mayCome(context, meeting.kind, input.attendees)
  await db.updateTable('meeting').set({
    day: input.day,
    starts: input.starts,
    place: input.place,
    body: JSON.stringify({ ...body, minutes: input.minutes, weekly: input.weekly }),
    version: meeting.version + 1,
  }).where('id', '=', meeting.id).execute()
  await writeAttendees(context, meeting.id, input.attendees)
  await writeCalendar(context, meeting.id, input)
  await syncAgenda(context, (await meetingPage(context, meeting.id)).meeting)
  tellMeeting(context, meeting.id)
  return meetingPage(context, meeting.id)
})

export const cancel = door.meetings.cancel.handler(async ({ input, errors, context }) => {
  const { meeting } = await seenMeeting(context, input)
  if (meeting.status !== 'planned')
    throw errors.MEETING_BEGUN()
  await context.db.updateTable('meeting').set({ status: 'cancelled', version: meeting.version + 1 }).where('id', '=', meeting.id).execute()
  await settleCalendar(context, meeting.id, 'cancelled')
  tellMeeting(context, meeting.id)
  return meetingPage(context, meeting.id)
})
