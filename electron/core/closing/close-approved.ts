/** What follows from the lead's answer to a closing: after-care and its calls, or back to the stage before. */
import type { CaseStage, CaseSummary } from '../cases/model.ts'
import type { ClockName } from '../clocks/model.ts'
import type { Desk } from '../door.ts'
import type { RecordView } from '../records/model.ts'
import { ORPCError } from '@orpc/server'
import { CaseStage as Stages } from '../cases/model.ts'
import { moveStage } from '../cases/move-stage.ts'
import { writeEvent } from '../cases/write-event.ts'
import { refreshDue } from '../clocks/run-clocks.ts'
import { addMonths } from '../kernel/dates.ts'
import { sayBoth } from '../kernel/say.ts'
import { Closing } from '../records/bodies/closing.ts'
import { addTask } from '../worklist/write-task.ts'
import { endRest } from './end-rest.ts'
import { endWork } from './end-work.ts'
import { withoutAfterCare } from './model.ts'
import { unanswered } from './open-items.ts'
import { readAfterCare } from './read-after-care.ts'

/** @throws {ORPCError} CLOSING_REST_OPEN where something came up since the closing was asked for, and nobody said what becomes of it */
export async function closeApproved(context: Desk, found: CaseSummary, record: RecordView): Promise<void> {
  const { db, host, today } = context
  const { reason, rest } = Closing.parse(record.body)
  const left = await unanswered(context, found.id, rest)
  if (left.length > 0)
    throw new ORPCError('CLOSING_REST_OPEN', { data: { count: left.length } })
  const { settings } = await readAfterCare(db)
  const follows = reason === null || !withoutAfterCare.includes(reason)
  const until = addMonths(today, settings.until)
  await endRest(context, found, rest)
  await endWork(context, found.id, rest.filter(({ becomes }) => becomes === 'goes-on').map(({ id }) => id))
  await moveStage(context, found, follows ? 'after-care' : 'ended')
  await db.updateTable('welfare_case').set(eb => ({
    status: follows ? 'after-care' : 'closed',
    closed_on: today,
    close_reason: reason,
    after_care_until: follows ? until : null,
    unread: 0,
    version: eb('version', '+', 1),
  })).where('id', '=', found.id).execute()
  await writeEvent(context, { caseId: found.id, kind: 'closed', note: `closing:${reason ?? ''}`, subject: record.id })
  for (const month of follows ? settings.months : [])
    await addTask(context, { kind: 'after-care', caseId: found.id, what: sayBoth(host.texts, 'closing', 'tasks.call', { month }).ko, dueOn: addMonths(today, month), staffId: null })
}

/** The clocks that run in each stage: they go on as if the closing had not been asked for. */
const runsIn: Readonly<Partial<Record<CaseStage, readonly ClockName[]>>> = {
  'first-contact': ['first-contact'],
  'survey': ['survey', 'intake-to-plan'],
  'selection': ['selection', 'intake-to-plan'],
  'plan': ['plan', 'intake-to-plan'],
  'service': ['review'],
}

/** Returned, or the planner writes the closing again: the case stands where it stood before. */
export async function takeClosingBack(context: Pick<Desk, 'db' | 'host' | 'now' | 'caller'>, found: Pick<CaseSummary, 'id' | 'stage'>): Promise<void> {
  const { db } = context
  if (found.stage !== 'closing')
    return
  const moves = await db.selectFrom('case_event').select('subject').where('case_id', '=', found.id).where('kind', '=', 'stage').orderBy('at', 'desc').orderBy('id', 'desc').execute()
  const stage = Stages.catch('first-contact').parse(moves.find(({ subject }) => subject !== 'closing')?.subject)
  await db.updateTable('welfare_case').set(eb => ({ stage, version: eb('version', '+', 1) })).where('id', '=', found.id).execute()
  // Whoever refused was tried: that first contact is not due anew.
  const tried = stage === 'first-contact' && await db.selectFrom('case_event').select('id').where('case_id', '=', found.id).where('kind', '=', 'contact').where('outcome', '=', 'refused').executeTakeFirst() !== undefined
  for (const clock of tried ? [] : runsIn[stage] ?? []) {
    const last = await db.selectFrom('case_clock').select('started_on').where('case_id', '=', found.id).where('clock', '=', clock).orderBy('started_on', 'desc').executeTakeFirst()
    if (last)
      await db.updateTable('case_clock').set({ done_on: null }).where('case_id', '=', found.id).where('clock', '=', clock).where('started_on', '=', last.started_on).execute()
  }
  await refreshDue(db, found.id)
  await writeEvent(context, { caseId: found.id, kind: 'stage', note: stage, subject: stage })
}
