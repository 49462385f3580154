/** Bringing an agenda up to date until its meeting begins: what came up appears, what is settled goes, nothing stands twice. */
import type { Desk } from '../door.ts'
import type { AgendaReason, Meeting } from './model.ts'
import { gatherAgenda, lastHeld } from './gather-agenda.ts'
import { ItemBody } from './item-body.ts'
import { newPseudonym } from './pseudonym.ts'
import { readItems } from './read-items.ts'
import { readAttendees } from './read-meetings.ts'

type Context = Pick<Desk, 'db' | 'host' | 'today'>

export async function syncAgenda(context: Context, meeting: Meeting): Promise<void> {
  if (meeting.status !== 'planned')
    return
  const { db } = context
  const gathered = await gatherAgenda(context, meeting, await readAttendees(db, meeting.id))
  const items = await readItems(db, meeting.id)
  for (const item of items) {
    const reasons = gathered.get(item.caseId) ?? []
    // Nothing was written on it yet, and why it came is no more.
    if (reasons.length === 0 && item.reason !== 'by-hand' && item.version === 1)
      await db.deleteFrom('meeting_item').where('id', '=', item.id).execute()
    else if (JSON.stringify(also(item.reason, reasons)) !== JSON.stringify(item.body.also))
      await db.updateTable('meeting_item').set({ body: JSON.stringify({ ...item.body, also: also(item.reason, reasons) }) }).where('id', '=', item.id).execute()
  }
  const known = new Set(items.map(({ caseId }) => caseId))
  let place = Math.max(0, ...items.map(item => item.place))
  for (const [caseId, reasons] of gathered) {
    if (!known.has(caseId))
      await putOnAgenda(context, meeting, caseId, reasons, ++place)
  }
}

const also = (main: AgendaReason, reasons: readonly AgendaReason[]): AgendaReason[] => reasons.filter(reason => reason !== main)

/** What was put off brings its question along. */
export async function putOnAgenda(context: Context, meeting: Meeting, caseId: string, reasons: readonly AgendaReason[], place: number, question = ''): Promise<void> {
  const { db, host } = context
  const [reason = 'by-hand'] = reasons
  const last = reason === 'put-off' ? await lastHeld(db, meeting) : undefined
  const before = last && (await readItems(db, last.id)).find(item => item.caseId === caseId)?.body.draft
  const body = ItemBody.parse({
    also: also(reason, reasons),
    draft: before ? { question: before.question, forOutside: before.forOutside } : { question },
  })
  await db.insertInto('meeting_item').values({
    id: host.newId(),
    meeting_id: meeting.id,
    case_id: caseId,
    reason,
    body: JSON.stringify(body),
    pseudonym: await newPseudonym(context, meeting.id, caseId),
    place,
    decision: null,
    decided_at: null,
    decided_by: null,
    version: 1,
  }).execute()
}
