/**
 * A serious answer in a crisis check (위기 알림): the case is a crisis from now on, its planner and every lead have it
 * before them today, and the leads' open screens say so.
 */
import type { Desk } from '../door.ts'
import type { CaseSummary } from './model.ts'
import { sayBoth } from '../kernel/say.ts'
import { readStaff } from '../staff/read-staff.ts'
import { addTask } from '../worklist/write-task.ts'
import { changeUrgency, endWaiting } from './change-urgency.ts'
import { tellAlert } from './tell-case.ts'
import { writeEvent } from './write-event.ts'

/** What a line on the trail says of answers that are serious no more. */
export const corrected = 'corrected'

/**
 * Raises the case for answers that were not serious before. What was raised and nobody has seen to yet is not raised
 * again, however often it is typed.
 *
 * @param answers what is serious, as codes
 */
export async function raiseAlert(context: Desk, found: CaseSummary, recordId: string, answers: readonly string[]): Promise<void> {
  const told = await toldAbout(context, found.id, recordId)
  const fresh = answers.filter(answer => !told.includes(answer))
  if (fresh.length === 0)
    return
  const says = sayBoth(context.host.texts, 'crisis', 'alert.why').ko
  await writeEvent(context, { caseId: found.id, kind: 'alert', note: fresh.join(' '), subject: recordId })
  // A crisis already, and paused since: what is said now was not known then.
  if (found.urgency === 'crisis')
    await endWaiting(context, found)
  await changeUrgency(context, found, 'crisis', says)
  await addAlertTasks(context, found, recordId, sayBoth(context.host.texts, 'crisis', 'alert.task').ko)
  tellAlert(context, found)
}

/** The answers were corrected: the case stays as urgent as it is, and whoever leads decides whether it is. */
export async function tellCorrection(context: Desk, found: CaseSummary, recordId: string): Promise<void> {
  await writeEvent(context, { caseId: found.id, kind: 'alert', note: corrected, subject: recordId })
  await addAlertTasks(context, found, recordId, sayBoth(context.host.texts, 'crisis', 'alert.correctedTask').ko)
  tellAlert(context, found)
}

/** One for the planner, which goes with the case, and one for each lead; who has one about this record has enough. */
async function addAlertTasks(context: Desk, { id, planner }: CaseSummary, recordId: string, what: string): Promise<void> {
  const { db, today } = context
  const open = (await openTasks(context, id, recordId)).map(({ staff_id }) => staff_id)
  const leads = (await readStaff(db)).filter(({ id: staffId, active, roles }) => active && roles.includes('lead') && staffId !== planner?.id)
  for (const staffId of [...(planner ? [null] : []), ...leads.map(lead => lead.id)]) {
    if (!open.includes(staffId))
      await addTask(context, { kind: 'alert', caseId: id, what, dueOn: today, staffId, subject: recordId })
  }
}

/** What of this record was raised since the oldest alert that nobody has seen to. */
async function toldAbout(context: Desk, caseId: string, recordId: string): Promise<string[]> {
  const oldest = (await openTasks(context, caseId, recordId))[0]?.created_at
  if (oldest === undefined)
    return []
  const events = await context.db.selectFrom('case_event').select('note').where('case_id', '=', caseId).where('kind', '=', 'alert').where('subject', '=', recordId).where('at', '>=', oldest).execute()
  return events.flatMap(({ note }) => note?.split(' ') ?? [])
}

const openTasks = ({ db }: Desk, caseId: string, recordId: string) =>
  db.selectFrom('case_task').select(['staff_id', 'created_at']).where('case_id', '=', caseId).where('kind', '=', 'alert').where('subject', '=', recordId).where('done_at', 'is', null).orderBy('created_at').execute()
