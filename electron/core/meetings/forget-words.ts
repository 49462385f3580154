/** What a withdrawal takes out of meetings (파기), closed ones too. */
import type { Store } from '../host.ts'
import { ItemBody } from './item-body.ts'
import { MeetingBody } from './model.ts'

/** The only words that outside members read; nobody can tell whether they speak of health, so they go whole. */
export async function forgetWordsForOutside(db: Store, householdId: string): Promise<void> {
  const items = await db.selectFrom('meeting_item').innerJoin('welfare_case', 'welfare_case.id', 'meeting_item.case_id')
    .select(['meeting_item.id', 'meeting_item.body'])
    .where('household_id', '=', householdId)
    .execute()
  for (const { id, body } of items) {
    const written = ItemBody.parse(JSON.parse(body))
    if (written.draft.forOutside !== '')
      await db.updateTable('meeting_item').set(eb => ({ body: JSON.stringify({ ...written, draft: { ...written.draft, forOutside: '' } }), version: eb('version', '+', 1) })).where('id', '=', id).execute()
  }
}

/**
 * Additions to closed minutes as a whole say nowhere which case they are about: those go that name somebody of the
 * household or call the case by its name of that meeting (가명), and all of a meeting that was about nothing else.
 * Call it while the items are still there.
 */
export async function forgetAdditions(db: Store, caseIds: readonly string[], names: readonly string[]): Promise<void> {
  if (caseIds.length === 0)
    return
  const items = await db.selectFrom('meeting_item').select(['meeting_id', 'pseudonym']).where('case_id', 'in', [...caseIds]).execute()
  for (const [meetingId, own] of Map.groupBy(items, ({ meeting_id }) => meeting_id)) {
    const meeting = await db.selectFrom('meeting').select('body').where('id', '=', meetingId).executeTakeFirstOrThrow()
    const others = await db.selectFrom('meeting_item').select('id').where('meeting_id', '=', meetingId).where('case_id', 'not in', [...caseIds]).executeTakeFirst()
    const body = MeetingBody.parse(JSON.parse(meeting.body))
    const called = [...names, ...own.map(({ pseudonym }) => pseudonym)].filter(name => name !== '')
    const additions = others ? body.additions.filter(({ text }) => !called.some(name => text.includes(name))) : []
    if (additions.length < body.additions.length)
      await db.updateTable('meeting').set(eb => ({ body: JSON.stringify({ ...body, additions }), version: eb('version', '+', 1) })).where('id', '=', meetingId).execute()
  }
}

/** One person of several leaves: the additions stay, without the name. */
export async function forgetNameInAdditions(db: Store, caseIds: readonly string[], forget: (text: string) => string): Promise<void> {
  const meetings = await db.selectFrom('meeting').select(['id', 'body'])
    .where('id', 'in', db.selectFrom('meeting_item').select('meeting_id').where('case_id', 'in', ['', ...caseIds]))
    .execute()
  for (const { id, body } of meetings) {
    const kept = MeetingBody.parse(JSON.parse(body))
    const left = JSON.stringify({ ...kept, additions: kept.additions.map(addition => ({ ...addition, text: forget(addition.text) })) })
    if (left !== JSON.stringify(kept))
      await db.updateTable('meeting').set(eb => ({ body: left, version: eb('version', '+', 1) })).where('id', '=', id).execute()
  }
}
