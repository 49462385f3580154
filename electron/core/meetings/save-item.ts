/** What is written about a case in a meeting: saved as it is typed, nobody is written over. */
import type { ItemDraft } from './model.ts'
import { ORPCError } from '@orpc/server'
import { mustGoOn } from '../cases/hold-case.ts'
import { door } from '../door.ts'
import { agendaItem } from './agenda-items.ts'
import { holdItem } from './hold-meeting.ts'
import { tellMeeting } from './meeting-page.ts'
import { findItem, writeItem } from './read-items.ts'
import { readAttendees } from './read-meetings.ts'

/** Once decided, the words may still be put better; what the decision set in motion stays until it is taken back. */
const settled = (before: ItemDraft, next: ItemDraft): ItemDraft => ({ ...next, lead: before.lead, roles: before.roles, tasks: before.tasks })

export const saveItem = door.meetings.saveItem.handler(async ({ input, context }) => {
  const { db, now, caller } = context
  const { item, meeting, found } = await holdItem(context, input.itemId)
  mustGoOn(found)
  const view = async () => {
    const row = await findItem(db, item.id)
    const shown = row && await agendaItem(context, row, meeting.meeting, await readAttendees(db, meeting.meeting.id))
    if (!shown)
      throw new ORPCError('AGENDA_ITEM_NOT_FOUND')
    return shown
  }
  if (item.version !== input.seenVersion)
    return { outcome: 'conflict' as const, item: await view() }
  const draft = item.decision ? settled(item.body.draft, input.draft) : input.draft
  if (JSON.stringify(draft) !== JSON.stringify(item.body.draft)) {
    await writeItem(db, item, { ...item.body, draft, saved: { at: now, staffId: caller.staffId, name: caller.name } })
    tellMeeting(context, meeting.meeting.id)
  }
  return { outcome: 'saved' as const, item: await view() }
})
