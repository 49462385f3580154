/** What an outside member reads: the meetings they are called to, and their agenda by pseudonym. */
import type { Desk } from '../../door.ts'
import type { FoundMeeting } from '../read-meetings.ts'
import type { OutsideMeeting, OutsidePage } from './contract.ts'
import { ORPCError } from '@orpc/server'
import { readItems, stateOf } from '../read-items.ts'
import { findMeeting, readMeetings } from '../read-meetings.ts'
import { outsideItem } from './outside-item.ts'

type Context = Pick<Desk, 'db' | 'caller' | 'about' | 'today'>

const shown = ({ id, day, starts, minutes, place, status }: FoundMeeting['meeting']): OutsideMeeting => ({ id, day, starts, minutes, place, status })

export async function agencyOf({ db, caller }: Pick<Desk, 'db' | 'caller'>): Promise<string | null> {
  const row = await db.selectFrom('staff').select('agency').where('id', '=', caller.staffId).executeTakeFirst()
  return row?.agency ?? null
}

/** Latest first. Called to, whatever else they planned is nothing to them. */
export async function outsideMeetings({ db, caller }: Context): Promise<OutsideMeeting[]> {
  const called = await db.selectFrom('meeting_attendee').select('meeting_id').where('staff_id', '=', caller.staffId).execute()
  const ids = new Set(called.map(({ meeting_id }) => meeting_id))
  return (await readMeetings(db, caller.staffId)).filter(({ id, kind }) => kind === 'outside' && ids.has(id)).map(shown)
}

/** @throws {ORPCError} MEETING_NOT_FOUND for one they are not called to */
export async function calledMeeting({ db, caller, about }: Context, meetingId: string): Promise<FoundMeeting> {
  about('meeting', meetingId)
  const found = await findMeeting(db, meetingId)
  const called = await db.selectFrom('meeting_attendee').select('staff_id').where('meeting_id', '=', meetingId).where('staff_id', '=', caller.staffId).executeTakeFirst()
  if (found?.meeting.kind !== 'outside' || !called)
    throw new ORPCError('MEETING_NOT_FOUND')
  return found
}

export async function outsidePage(context: Context, meetingId: string): Promise<OutsidePage> {
  const { db, caller, today } = context
  const { meeting } = await calledMeeting(context, meetingId)
  const agency = await agencyOf(context)
  const rows = meeting.status === 'cancelled' ? [] : (await readItems(db, meeting.id)).filter(item => stateOf(item) !== 'left-out')
  const items = []
  for (const [at, row] of rows.entries())
    items.push(await outsideItem(db, row, at + 1, { staffId: caller.staffId, agencies: [agency] }, meeting.status === 'closed', today))
  return { meeting: shown(meeting), agency, items }
}
