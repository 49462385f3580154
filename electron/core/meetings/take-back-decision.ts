import { tellCase } from '../cases/tell-case.ts'
/** Taking a decision back within its meeting: the case stands again as before, clocks included, and its tasks are closed. */
import { writeEvent } from '../cases/write-event.ts'
import { refreshDue } from '../clocks/run-clocks.ts'
import { door } from '../door.ts'
import { closeTasks } from '../worklist/write-task.ts'
import { taskSubject } from './agenda-items.ts'
import { standingOf } from './decide-item.ts'
import { seenItem } from './hold-meeting.ts'
import { meetingPage, tellMeeting } from './meeting-page.ts'
import { writeItem } from './read-items.ts'
import { askAgain } from './set-closing-aside.ts'

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

export const takeBack = door.meetings.takeBack.handler(async ({ input, errors, context }) => {
  const { db } = context
  const { item, meeting, found } = await seenItem(context, input)
  const { moved, putOff } = item.body
  if (!item.decision && !putOff)
    throw errors.NOT_DECIDED()
  if (item.decision && moved) {
    const { before, after, closing } = moved
    if (!same(await standingOf(db, item.caseId), after))
      throw errors.CASE_MOVED_ON()
    await db.deleteFrom('case_clock').where('case_id', '=', item.caseId).execute()
    for (const clock of before.clocks)
      await db.insertInto('case_clock').values({ case_id: item.caseId, ...clock }).execute()
    await db.updateTable('welfare_case').set(eb => ({ stage: before.stage, track: before.track, version: eb('version', '+', 1) })).where('id', '=', item.caseId).execute()
    await refreshDue(db, item.caseId)
    if (closing)
      await askAgain(context, item.caseId, closing)
    // The trail tells where the case stands; a closing that comes back later goes by its last stage before it.
    for (const stage of before.stage === after.stage ? [] : closing && before.stage === 'closing' ? [closing.stage, before.stage] : [before.stage])
      await writeEvent(context, { caseId: item.caseId, kind: 'stage', note: stage, subject: stage })
    for (const { id } of item.body.draft.tasks)
      await closeTasks(context, { caseId: item.caseId, kind: 'meeting', subject: taskSubject(item.id, id) })
    await writeEvent(context, { caseId: item.caseId, kind: 'meeting-decision', note: 'taken-back', subject: item.id })
    tellCase(context, found)
  }
  await writeItem(db, item, { ...item.body, putOff: null, moved: null }, { decision: null, decided_at: null, decided_by: null })
  tellMeeting(context, meeting.meeting.id)
  return meetingPage(context, meeting.meeting.id)
})
