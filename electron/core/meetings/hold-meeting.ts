/** Whose meeting it is: those who are called to it, whoever planned it, and the lead. For anybody else it is as if there were none. */
import type { CaseSummary } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { Meeting } from './model.ts'
import type { ItemRow } from './read-items.ts'
import type { FoundMeeting } from './read-meetings.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { findItem } from './read-items.ts'
import { findMeeting } from './read-meetings.ts'

type Context = Pick<Desk, 'db' | 'caller' | 'about' | 'today'>

/** @throws {ORPCError} MEETING_NOT_FOUND */
export async function ownMeeting({ db, caller, about }: Context, meetingId: string): Promise<FoundMeeting> {
  about('meeting', meetingId)
  const found = await findMeeting(db, meetingId)
  const called = found && await db.selectFrom('meeting_attendee').select('staff_id').where('meeting_id', '=', meetingId).where('staff_id', '=', caller.staffId).executeTakeFirst()
  if (!found || !(caller.roles.includes('lead') || (caller.roles.includes('planner') && (called || found.meeting.createdBy.id === caller.staffId))))
    throw new ORPCError('MEETING_NOT_FOUND')
  return found
}

/** @throws {ORPCError} MEETING_NOT_FOUND, CHANGED_MEANWHILE */
export async function seenMeeting(context: Context, { meetingId, seenVersion }: { readonly meetingId: string, readonly seenVersion: number }): Promise<FoundMeeting> {
  const found = await ownMeeting(context, meetingId)
  if (found.meeting.version !== seenVersion)
    throw new ORPCError('CHANGED_MEANWHILE')
  return found
}

export const isOver = ({ status }: Pick<Meeting, 'status'>): boolean => status === 'closed' || status === 'cancelled'

export interface HeldItem { readonly item: ItemRow, readonly meeting: FoundMeeting, readonly found: CaseSummary }

/**
 * An item for writing: the meeting is the caller's, and so is the case.
 *
 * @throws {ORPCError} AGENDA_ITEM_NOT_FOUND, MEETING_NOT_FOUND, CASE_NOT_FOUND, MEETING_CLOSED
 */
export async function holdItem(context: Context, itemId: string): Promise<HeldItem> {
  const item = await findItem(context.db, itemId)
  if (!item)
    throw new ORPCError('AGENDA_ITEM_NOT_FOUND')
  const meeting = await ownMeeting(context, item.meetingId)
  const found = await ownCase(context, item.caseId)
  if (isOver(meeting.meeting))
    throw new ORPCError('MEETING_CLOSED')
  return { item, meeting, found }
}

/** @throws {ORPCError} besides those of `holdItem` CHANGED_MEANWHILE */
export async function seenItem(context: Context, { itemId, seenVersion }: { readonly itemId: string, readonly seenVersion: number }): Promise<HeldItem> {
  const held = await holdItem(context, itemId)
  if (held.item.version !== seenVersion)
    throw new ORPCError('CHANGED_MEANWHILE')
  return held
}
