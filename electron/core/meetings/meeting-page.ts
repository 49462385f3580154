/** A meeting whole, and what the next one of its kind starts from. */
import type { Desk } from '../door.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { MeetingPage, MeetingProposal } from './contract.ts'
import type { Meeting, MeetingKind } from './model.ts'
import { ORPCError } from '@orpc/server'
import { holidaysInForce } from '../center/read-holidays.ts'
import { addDays } from '../kernel/dates.ts'
import { MeetingId } from '../kernel/ids.ts'
import { holidaySet, nextWorkingDay } from '../policy/working-days.ts'
import { readStaff } from '../staff/read-staff.ts'
import { agendaItems } from './agenda-items.ts'
import { findMeeting, readAttendees } from './read-meetings.ts'

type Context = Pick<Desk, 'db' | 'host' | 'caller' | 'today'>

export async function meetingPage(context: Context, meetingId: string): Promise<MeetingPage> {
  const { db } = context
  const found = await findMeeting(db, meetingId)
  if (!found)
    throw new ORPCError('MEETING_NOT_FOUND')
  const attendees = await readAttendees(db, meetingId)
  return {
    meeting: found.meeting,
    attendees,
    items: await agendaItems(context, found.meeting, attendees),
    additions: found.body.additions,
    next: await proposalAfter(context, found.meeting.kind, found.meeting, attendees.map(({ staffId }) => staffId)),
  }
}

async function workingDayFrom({ db, host }: Context, day: PlainDate): Promise<PlainDate> {
  return nextWorkingDay(day, holidaySet(await holidaysInForce(db, host.catalogue().holidays)))
}

/** A week after the last one, on a working day; where there was none, tomorrow at ten with everybody who works on cases. */
export async function proposalAfter(context: Context, kind: MeetingKind, last: Meeting | undefined, attendees?: readonly StaffId[]): Promise<MeetingProposal> {
  const { db, today, caller } = context
  const accounts = (await readStaff(db)).filter(({ active }) => active)
  const called = attendees ?? (last ? (await readAttendees(db, last.id)).map(({ staffId }) => staffId) : undefined)
  const usual = accounts.filter(({ roles, team }) => roles.includes('lead')
    || (roles.includes('planner') && (caller.roles.includes('lead') || caller.team === null || team === caller.team))
    || (kind === 'outside' && roles.includes('outside')))
  const week = last ? addDays(last.day, 7) : addDays(today, 1)
  return {
    kind,
    day: await workingDayFrom(context, week <= today ? addDays(today, 1) : week),
    starts: last?.starts ?? '10:00',
    minutes: last?.minutes ?? 60,
    place: last?.place ?? null,
    weekly: last?.weekly ?? true,
    attendees: called ? accounts.filter(({ id }) => called.includes(id)).map(({ id }) => id) : usual.map(({ id }) => id),
    scope: last?.scope ?? usualScope(context),
  }
}

/** The lead's meeting is about the office, a planner's about what the planner may work on. */
export function usualScope({ caller }: Pick<Context, 'caller'>): Meeting['scope'] {
  if (caller.roles.includes('lead'))
    return { of: 'office' }
  return caller.team === null ? { of: 'planner', staffId: caller.staffId } : { of: 'team', team: caller.team }
}

/** Tells open screens; for nobody who is not called to the meeting. */
export function tellMeeting({ host, afterwards }: Pick<Desk, 'host' | 'afterwards'>, meetingId: string): void {
  afterwards(() => host.news.publish('meeting', { meetingId: MeetingId.parse(meetingId) }))
}
