/** All handlers of meetings. */
import { door } from '../door.ts'
import { cancel, change, plan } from './arrange-meeting.ts'
import { addItem, leaveOut, order, takeIn } from './change-agenda.ts'
import { decide } from './decide-item.ts'
import { ownMeeting } from './hold-meeting.ts'
import { meetingPage, proposalAfter } from './meeting-page.ts'
import { outsideHandlers } from './outside/handlers.ts'
import { calledMeeting } from './outside/outside-page.ts'
import { countOnMeetings, readMeetings } from './read-meetings.ts'
import { add, attend, begin, close, putOff } from './run-meeting.ts'
import { saveItem } from './save-item.ts'
import { syncAgenda } from './sync-agenda.ts'
import { takeBack } from './take-back-decision.ts'

const list = door.meetings.list.handler(async ({ context }) => {
  const { db, caller } = context
  const meetings = await readMeetings(db, caller.roles.includes('lead') ? undefined : caller.staffId)
  const counts = await countOnMeetings(db)
  const last = (kind: 'internal' | 'outside') => meetings.find(meeting => meeting.kind === kind && meeting.status !== 'cancelled')
  return {
    meetings: meetings.map(meeting => ({ ...meeting, ...counts(meeting.id) })),
    proposals: { internal: await proposalAfter(context, 'internal', last('internal')), outside: await proposalAfter(context, 'outside', last('outside')) },
  }
})

const page = door.meetings.page.handler(async ({ input, context }) => {
  const { meeting } = await ownMeeting(context, input.meetingId)
  await syncAgenda(context, meeting)
  return meetingPage(context, meeting.id)
})

/** Ends with the session. Whoever is not called to a meeting hears nothing of it. */
const watch = door.meetings.watch.handler(async function* ({ context, signal }) {
  const { host, connection, caller } = context
  for await (const news of host.news.subscribe('meeting', { signal })) {
    const session = host.sessions.find(connection.token(), host.now())
    if (session?.staffId !== caller.staffId)
      return
    const unlogged = { ...context, about: () => undefined }
    const called = caller.roles.includes('outside') ? calledMeeting(unlogged, news.meetingId) : ownMeeting(unlogged, news.meetingId)
    if (await called.then(() => true, () => false))
      yield news
  }
})

export const meetingHandlers = { list, plan, change, cancel, page, order, addItem, leaveOut, takeIn, attend, begin, saveItem, decide, putOff, takeBack, close, add, watch, outside: outsideHandlers }
