/**
 * The decision of a meeting moves the case: its track and stage with the clocks, the tasks onto the worklists.
 *
 * | decision | stage |
 * |---|---|
 * | integrated 통합사례관리, high difficulty 고난도(구청) | plan; where a plan of such a track is being written or carried out, it stays |
 * | service link 서비스 연계, information 단순 정보제공 | service |
 * | close 종결 | closing: the planner writes the closing report, the lead approves |
 *
 * A closing that was asked for is set aside by any other decision: first the case stands again where it stood before.
 */
import type { CaseStage, CaseSummary, CaseTrack } from '../cases/model.ts'
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import type { ClockRow, Standing } from './item-body.ts'
import type { ItemDraft } from './model.ts'
import { ORPCError } from '@orpc/server'
import { allows } from '../cases/model.ts'
import { moveStage } from '../cases/move-stage.ts'
import { findCase } from '../cases/read-case.ts'
import { tellCase } from '../cases/tell-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { door } from '../door.ts'
import { readStaff } from '../staff/read-staff.ts'
import { addTask } from '../worklist/write-task.ts'
import { taskSubject } from './agenda-items.ts'
import { seenItem } from './hold-meeting.ts'
import { meetingPage, tellMeeting } from './meeting-page.ts'
import { writeItem } from './read-items.ts'
import { setClosingAside } from './set-closing-aside.ts'

const managed = (track: CaseTrack | null): boolean => track === 'integrated' || track === 'high-difficulty'

export function stageAfter({ stage, track }: Pick<CaseSummary, 'stage' | 'track'>, decision: CaseTrack): CaseStage {
  if (decision === 'close')
    return 'closing'
  if (decision === 'service-link' || decision === 'information')
    return 'service'
  return managed(track) && (stage === 'plan' || stage === 'service') ? stage : 'plan'
}

export async function standingOf(db: Store, caseId: string): Promise<Standing> {
  const { stage, track } = await found(db, caseId)
  const clocks = await db.selectFrom('case_clock').select(['clock', 'started_on', 'due_on', 'unit', 'days', 'paused_days', 'done_on']).where('case_id', '=', caseId).orderBy('started_on').orderBy('clock').execute()
  return { stage, track, clocks: clocks as ClockRow[] }
}
async function found(db: Store, caseId: string): Promise<CaseSummary> {
  const summary = await findCase(db, caseId)
  if (!summary)
    throw new ORPCError('CASE_NOT_FOUND')
  return summary
}

/** The fields that a decision needs. */
function missing({ why, lead, tasks }: ItemDraft, decision: CaseTrack, staff: ReadonlySet<string>): string[] {
  return [
    ...why.trim() === '' ? ['why'] : [],
    ...managed(decision) && (lead.sector === null || lead.who.trim() === '') ? ['lead'] : [],
    ...tasks.some(task => task.what.trim() === '' || task.dueOn === null || (task.staffId === null ? task.who.trim() === '' : !staff.has(task.staffId))) ? ['tasks'] : [],
  ]
}

export const decide = door.meetings.decide.handler(async ({ input, errors, context }) => {
  const { db, now, caller, today } = context
  const { item, meeting, found: before } = await seenItem(context, input)
  if (meeting.meeting.status !== 'running')
    throw errors.MEETING_NOT_RUNNING()
  if (item.decision)
    throw errors.ALREADY_DECIDED()
  if (!allows(before.status, 'write'))
    throw errors.CASE_NOT_OPEN()
  const { draft } = item.body
  const staff = new Set<string>((await readStaff(db)).filter(({ active, roles }) => active && !roles.includes('outside')).map(({ id }) => id))
  const fields = missing(draft, input.decision, staff)
  if (fields.length > 0)
    throw errors.ITEM_INCOMPLETE({ data: { fields } })
  if (draft.tasks.some(({ dueOn }) => dueOn !== null && dueOn < today))
    throw errors.DAY_IN_PAST()

  const standing = await standingOf(db, item.caseId)
  const closing = input.decision === 'close' ? null : await setClosingAside(context, before)
  const stood = { ...before, stage: closing?.stage ?? before.stage }
  await moveStage(context, stood, stageAfter(stood, input.decision))
  await db.updateTable('welfare_case').set(eb => ({ track: input.decision, version: eb('version', '+', 1) })).where('id', '=', item.caseId).execute()
  await giveTasks(context, item.caseId, meeting.meeting.id, item.id, draft)
  await writeEvent(context, { caseId: item.caseId, kind: 'meeting-decision', note: input.decision, subject: item.id })
  await writeItem(db, item, { ...item.body, putOff: null, leftOut: null, moved: { before: standing, after: await standingOf(db, item.caseId), closing } }, { decision: input.decision, decided_at: now, decided_by: caller.staffId })
  tellCase(context, before)
  tellMeeting(context, meeting.meeting.id)
  return meetingPage(context, meeting.meeting.id)
})

/** Of the office on the worklist of whoever does it; of an outside member under their name. */
async function giveTasks(context: Desk, caseId: string, meetingId: string, itemId: string, { tasks }: ItemDraft): Promise<void> {
  for (const { id, what, staffId, who, dueOn } of tasks) {
    if (dueOn !== null)
      await addTask(context, { kind: 'meeting', caseId, what, dueOn, staffId, who: staffId === null ? who : null, subject: taskSubject(itemId, id), meetingId })
  }
}
