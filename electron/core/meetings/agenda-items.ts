/** The agenda as staff see it: each item with its case beside it, who of the outside members may see it, and what would give somebody away. */
import type { Desk } from '../door.ts'
import type { Attendee, Meeting } from './model.ts'
import type { ItemRow } from './read-items.ts'
import { mayWorkOn } from '../cases/hold-case.ts'
import { findCase } from '../cases/read-case.ts'
import { readCard } from './case-card.ts'
import { covered, readShareable } from './coverage.ts'
import { AgendaItem } from './model.ts'
import { personalInDraft, readKnownWords } from './personal-words.ts'
import { readItems, stateOf } from './read-items.ts'

type Context = Pick<Desk, 'db' | 'caller' | 'today'>

/** `undefined` where the case is gone. */
export async function agendaItem(context: Context, item: ItemRow, meeting: Meeting, attendees: readonly Attendee[]): Promise<AgendaItem | undefined> {
  const { db, today } = context
  const found = await findCase(db, item.caseId)
  if (!found)
    return undefined
  const shareable = await readShareable(db, found.householdId, today)
  const outside = meeting.kind === 'outside' ? attendees.filter(attendee => attendee.outside) : []
  const tasks = await db.selectFrom('case_task').select(['subject', 'done_at']).where('meeting_id', '=', meeting.id).where('case_id', '=', item.caseId).execute()
  const decider = item.decidedBy === null ? undefined : await db.selectFrom('staff').select(['id', 'name']).where('id', '=', item.decidedBy).executeTakeFirst()
  return AgendaItem.parse({
    id: item.id,
    caseId: item.caseId,
    pseudonym: item.pseudonym,
    reason: item.reason,
    also: item.body.also,
    state: stateOf(item),
    mayWrite: await mayWorkOn(context, found),
    draft: item.body.draft,
    saved: item.body.saved,
    opinions: item.body.opinions,
    additions: item.body.additions,
    leftOutWhy: item.body.leftOut?.why ?? null,
    putOffWhy: item.body.putOff?.why ?? null,
    decision: item.decision,
    decidedAt: item.decidedAt,
    decidedBy: decider ?? null,
    personal: personalInDraft(item.body.draft, await readKnownWords(db, found.householdId)),
    shownTo: outside.map(({ staffId, agency }) => ({ staffId, agency: agency ?? '', ...shareable?.coverageFor(agency) ?? covered.none })),
    doneTasks: item.body.draft.tasks.filter(({ id }) => tasks.some(({ subject, done_at }) => subject === taskSubject(item.id, id) && done_at !== null)).map(({ id }) => id),
    card: await readCard(db, found, shareable?.household, today),
    version: item.version,
  })
}

/** What `case_task.subject` holds of a task that a meeting gave. */
export const taskSubject = (itemId: string, rowId: string): string => `${itemId}/${rowId}`

/** In order; what was left out last. */
export async function agendaItems(context: Context, meeting: Meeting, attendees: readonly Attendee[]): Promise<AgendaItem[]> {
  const items: AgendaItem[] = []
  for (const row of await readItems(context.db, meeting.id)) {
    const item = await agendaItem(context, row, meeting, attendees)
    if (item)
      items.push(item)
  }
  return [...items.filter(({ state }) => state !== 'left-out'), ...items.filter(({ state }) => state === 'left-out')]
}
