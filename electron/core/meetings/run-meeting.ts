/** Beginning a meeting, who is there, putting off, closing it with its minutes, adding to closed minutes. */
import type { Desk } from '../door.ts'
import type { Addition } from './model.ts'
import { mustGoOn, ownCase } from '../cases/hold-case.ts'
import { door } from '../door.ts'
import { settleCalendar } from './arrange-meeting.ts'
import { isOver, ownMeeting, seenItem, seenMeeting } from './hold-meeting.ts'
import { meetingPage, tellMeeting } from './meeting-page.ts'
import { findItem, readItems, stateOf, writeItem } from './read-items.ts'
import { syncAgenda } from './sync-agenda.ts'

/** The agenda is brought up to date once more; from then on it changes by hand alone. */
export const begin = door.meetings.begin.handler(async ({ input, errors, context }) => {
  const { meeting } = await seenMeeting(context, input)
  if (meeting.status !== 'planned')
    throw errors.MEETING_BEGUN()
  await syncAgenda(context, meeting)
  await context.db.updateTable('meeting').set({ status: 'running', version: meeting.version + 1 }).where('id', '=', meeting.id).execute()
  tellMeeting(context, meeting.id)
  return meetingPage(context, meeting.id)
})

export const attend = door.meetings.attend.handler(async ({ input, errors, context }) => {
  const { db } = context
  const { meeting } = await ownMeeting(context, input.meetingId)
  if (isOver(meeting))
    throw errors.MEETING_CLOSED()
  const row = await db.selectFrom('meeting_attendee').select('presence').where('meeting_id', '=', meeting.id).where('staff_id', '=', input.staffId).executeTakeFirst()
  if (!row)
    throw errors.NOT_FOR_MEETINGS()
  if (row.presence !== input.was)
    throw errors.CHANGED_MEANWHILE()
  await db.updateTable('meeting_attendee').set({ presence: input.presence }).where('meeting_id', '=', meeting.id).where('staff_id', '=', input.staffId).execute()
  tellMeeting(context, meeting.id)
  return meetingPage(context, meeting.id)
})

/** The next meeting of the same kind finds it on its agenda; a case that has ended is left out instead. */
export const putOff = door.meetings.putOff.handler(async ({ input, errors, context }) => {
  const { item, meeting, found } = await seenItem(context, input)
  mustGoOn(found)
  if (meeting.meeting.status !== 'running')
    throw errors.MEETING_NOT_RUNNING()
  if (item.decision)
    throw errors.ALREADY_DECIDED()
  await writeItem(context.db, item, { ...item.body, leftOut: null, putOff: { why: input.why } })
  tellMeeting(context, meeting.meeting.id)
  return meetingPage(context, meeting.meeting.id)
})

export const close = door.meetings.close.handler(async ({ input, errors, context }) => {
  const { db, now, caller } = context
  const { meeting } = await seenMeeting(context, input)
  if (meeting.status !== 'running')
    throw errors.MEETING_NOT_RUNNING()
  const open = (await readItems(db, meeting.id)).filter(item => stateOf(item) === 'open')
  if (open.length > 0)
    throw errors.AGENDA_OPEN({ data: { count: open.length } })
  await db.updateTable('meeting').set({ status: 'closed', closed_at: now, closed_by: caller.staffId, version: meeting.version + 1 }).where('id', '=', meeting.id).execute()
  await settleCalendar(context, meeting.id, 'done')
  tellMeeting(context, meeting.id)
  return meetingPage(context, meeting.id)
})

const additionOf = ({ host, now, caller }: Desk, text: string): Addition =>
  ({ id: host.hash(host.newId()).slice(0, 12), at: now, staffId: caller.staffId, name: caller.name, text })

export const add = door.meetings.add.handler(async ({ input, errors, context }) => {
  const { db } = context
  const { meeting, body } = await ownMeeting(context, input.meetingId)
  if (meeting.status !== 'closed')
    throw errors.MEETING_NOT_CLOSED()
  const addition = additionOf(context, input.text)
  if (input.itemId === null) {
    await db.updateTable('meeting').set({ body: JSON.stringify({ ...body, additions: [...body.additions, addition] }) }).where('id', '=', meeting.id).execute()
  }
  else {
    const item = await findItem(db, input.itemId)
    if (item?.meetingId !== meeting.id)
      throw errors.AGENDA_ITEM_NOT_FOUND()
    const found = await ownCase(context, item.caseId)
    // Minutes of a closed case are corrected as those of any other; after a withdrawal nothing is added.
    if (found.status === 'withdrawn')
      throw errors.CASE_NOT_OPEN()
    await writeItem(db, item, { ...item.body, additions: [...item.body.additions, addition] })
  }
  tellMeeting(context, meeting.id)
  return meetingPage(context, meeting.id)
})
