/** Reading meetings and who comes to them. */
import type { Selectable } from 'kysely'
import type { Store } from '../host.ts'
import type { MeetingTable } from '../store/schema.ts'
import type { Attendee } from './model.ts'
import { sql } from 'kysely'
import { Attendee as AttendeeSchema, Meeting, MeetingBody } from './model.ts'

type Row = Selectable<MeetingTable> & { readonly createdName: string, readonly closedName: string | null }

const rows = (db: Store) => db.selectFrom('meeting')
  .innerJoin('staff as creator', 'creator.id', 'meeting.created_by')
  .leftJoin('staff as closer', 'closer.id', 'meeting.closed_by')
  .selectAll('meeting')
  .select(['creator.name as createdName', 'closer.name as closedName'])

export interface FoundMeeting { readonly meeting: Meeting, readonly body: MeetingBody }

function foundOf(row: Row): FoundMeeting {
  const body = MeetingBody.parse(JSON.parse(row.body))
  const meeting = Meeting.parse({
    id: row.id,
    kind: row.kind,
    day: row.day,
    starts: row.starts,
    minutes: body.minutes,
    place: row.place,
    status: row.status,
    scope: body.scope,
    weekly: body.weekly,
    createdBy: { id: row.created_by, name: row.createdName },
    closedAt: row.closed_at,
    closedBy: row.closed_by === null ? null : { id: row.closed_by, name: row.closedName },
    version: row.version,
  })
  return { meeting, body }
}

export async function findMeeting(db: Store, id: string): Promise<FoundMeeting | undefined> {
  const row = await rows(db).where('meeting.id', '=', id).executeTakeFirst()
  return row ? foundOf(row) : undefined
}

/** Latest day first; of one person those they are called to or planned themselves. */
export async function readMeetings(db: Store, staffId?: string): Promise<Meeting[]> {
  const called = db.selectFrom('meeting_attendee').select('meeting_id').where('staff_id', '=', staffId ?? '')
  const all = staffId === undefined ? rows(db) : rows(db).where(eb => eb.or([eb('meeting.created_by', '=', staffId), eb('meeting.id', 'in', called)]))
  const found = await all.orderBy('day', 'desc').orderBy('starts', 'desc').orderBy('meeting.id', 'desc').execute()
  return found.map(row => foundOf(row).meeting)
}

interface OnMeeting { readonly items: number, readonly open: number, readonly attendees: number }

/** For lists: how many cases are on each agenda, how many of them without an answer, and how many people are called. Counted by the store, however many meetings were held. */
export async function countOnMeetings(db: Store): Promise<(meetingId: string) => OnMeeting> {
  // As `item-body` writes it; within the words of a person every quotation mark is escaped.
  const without = (key: 'leftOut' | 'putOff') => sql<boolean>`body not like ${`%"${key}":{%`}`
  const items = await db.selectFrom('meeting_item')
    .select(({ fn }) => ['meeting_id', fn.countAll().as('items'), sql<number | string>`sum(case when decision is null and ${without('putOff')} then 1 else 0 end)`.as('open')])
    .where(without('leftOut'))
    .groupBy('meeting_id')
    .execute()
  const called = await db.selectFrom('meeting_attendee').select(({ fn }) => ['meeting_id', fn.countAll().as('attendees')]).groupBy('meeting_id').execute()
  const ofItems = new Map(items.map(({ meeting_id, ...counts }) => [meeting_id, counts]))
  const ofPeople = new Map(called.map(({ meeting_id, attendees }) => [meeting_id, attendees]))
  return id => ({ items: Number(ofItems.get(id)?.items ?? 0), open: Number(ofItems.get(id)?.open ?? 0), attendees: Number(ofPeople.get(id) ?? 0) })
}

/** Staff first, then outside members, by name. */
export async function readAttendees(db: Store, meetingId: string): Promise<Attendee[]> {
  const found = await db.selectFrom('meeting_attendee').innerJoin('staff', 'staff.id', 'meeting_attendee.staff_id')
    .select(['staff.id', 'staff.name', 'staff.agency', 'staff.roles', 'presence'])
    .where('meeting_id', '=', meetingId)
    .orderBy('staff.name')
    .execute()
  const attendees = found.map(row => AttendeeSchema.parse({
    staffId: row.id,
    name: row.name,
    agency: row.agency,
    outside: (JSON.parse(row.roles) as string[]).includes('outside'),
    presence: row.presence,
  }))
  return [...attendees.filter(({ outside }) => !outside), ...attendees.filter(({ outside }) => outside)]
}
