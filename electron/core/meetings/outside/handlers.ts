/** All handlers of outside members. Nothing here takes or gives a case's id. */
import { door } from '../../door.ts'
import { isOver } from '../hold-meeting.ts'
import { tellMeeting } from '../meeting-page.ts'
import { findItem, stateOf, writeItem } from '../read-items.ts'
import { seenBy } from './outside-item.ts'
import { agencyOf, calledMeeting, outsideMeetings, outsidePage } from './outside-page.ts'

const list = door.meetings.outside.list.handler(({ context }) => outsideMeetings(context))

const page = door.meetings.outside.page.handler(({ input, context }) => outsidePage(context, input.meetingId))

/** For as long as the case may be shown to them, until the meeting is closed. It goes into the minutes under the agency. */
const saveOpinion = door.meetings.outside.saveOpinion.handler(async ({ input, errors, context }) => {
  const { db, caller, now, today } = context
  const item = await findItem(db, input.itemId)
  if (!item)
    throw errors.MEETING_NOT_FOUND()
  const { meeting } = await calledMeeting(context, item.meetingId)
  if (isOver(meeting))
    throw errors.MEETING_CLOSED()
  const agency = await agencyOf(context)
  if (agency === null || stateOf(item) === 'left-out' || !await seenBy(db, item.caseId, { staffId: caller.staffId, agencies: [agency] }, today))
    throw errors.CANNOT_BE_SHOWN()
  const mine = item.body.opinions.find(({ staffId }) => staffId === caller.staffId)
  if ((mine?.version ?? 0) !== input.seenVersion)
    throw errors.CHANGED_MEANWHILE()
  const others = item.body.opinions.filter(({ staffId }) => staffId !== caller.staffId)
  const opinions = input.text === '' ? others : [...others, { staffId: caller.staffId, agency, text: input.text, at: now, version: input.seenVersion + 1 }]
  await writeItem(db, item, { ...item.body, opinions })
  tellMeeting(context, meeting.id)
  return outsidePage(context, meeting.id)
})

export const outsideHandlers = { list, page, saveOpinion }
