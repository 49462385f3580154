/** What people do to an agenda by hand: order, add, leave out, take in again. */
import { ownCase } from '../cases/hold-case.ts'
import { allows } from '../cases/model.ts'
import { door } from '../door.ts'
import { isOver, ownMeeting, seenItem, seenMeeting } from './hold-meeting.ts'
import { meetingPage, tellMeeting } from './meeting-page.ts'
import { readItems, writeItem } from './read-items.ts'
import { putOnAgenda } from './sync-agenda.ts'

/** Items that are not named keep their order, behind the others. */
export const order = door.meetings.order.handler(async ({ input, errors, context }) => {
  const { db } = context
  const { meeting } = await seenMeeting(context, input)
  if (isOver(meeting))
    throw errors.MEETING_CLOSED()
  const ids = (await readItems(db, meeting.id)).map(({ id }) => id)
  const wanted = input.itemIds.filter(id => ids.includes(id))
  const ordered = [...new Set<string>([...wanted, ...ids])]
  for (const [at, id] of ordered.entries())
    await db.updateTable('meeting_item').set({ place: at + 1 }).where('id', '=', id).execute()
  await db.updateTable('meeting').set({ version: meeting.version + 1 }).where('id', '=', meeting.id).execute()
  tellMeeting(context, meeting.id)
  return meetingPage(context, meeting.id)
})

export const addItem = door.meetings.addItem.handler(async ({ input, errors, context }) => {
  const { db } = context
  const { meeting } = await ownMeeting(context, input.meetingId)
  if (isOver(meeting))
    throw errors.MEETING_CLOSED()
  const found = await ownCase(context, input.caseId)
  if (!allows(found.status, 'write'))
    throw errors.CASE_NOT_OPEN()
  const items = await readItems(db, meeting.id)
  if (items.some(({ caseId }) => caseId === found.id))
    throw errors.ALREADY_ON_AGENDA()
  await putOnAgenda(context, meeting, found.id, ['by-hand'], Math.max(0, ...items.map(({ place }) => place)) + 1, input.question)
  tellMeeting(context, meeting.id)
  return meetingPage(context, meeting.id)
})

export const leaveOut = door.meetings.leaveOut.handler(async ({ input, errors, context }) => {
  const { item, meeting } = await seenItem(context, input)
  if (item.decision)
    throw errors.ALREADY_DECIDED()
  await writeItem(context.db, item, { ...item.body, putOff: null, leftOut: { why: input.why, staffId: context.caller.staffId } })
  tellMeeting(context, meeting.meeting.id)
  return meetingPage(context, meeting.meeting.id)
})

export const takeIn = door.meetings.takeIn.handler(async ({ input, context }) => {
  const { item, meeting } = await seenItem(context, input)
  await writeItem(context.db, item, { ...item.body, leftOut: null })
  tellMeeting(context, meeting.meeting.id)
  return meetingPage(context, meeting.meeting.id)
})
