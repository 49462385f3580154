/** A call after closing: made, missed with a next try, or the family needs help again. */
import { holdCase } from '../cases/hold-case.ts'
import { tellCase } from '../cases/tell-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { door } from '../door.ts'
import { sayBoth } from '../kernel/say.ts'
import { addTask, refreshNext } from '../worklist/write-task.ts'
import { closingPage } from './closing-page.ts'

export const recordAfterCare = door.closing.recordAfterCare.handler(async ({ input, errors, context }) => {
  const { db, host, now, today, caller } = context
  const found = await holdCase(context, input, 'follow-up')
  const reached = input.outcome !== 'not-reached'
  if (!reached && input.nextTry === null)
    throw errors.NEXT_TRY_NEEDED()
  if (input.nextTry !== null && input.nextTry < today)
    throw errors.DAY_IN_PAST()

  await db.updateTable('welfare_case').set({ last_contact_on: reached ? today : found.lastContactOn, version: found.version + 1 }).where('id', '=', found.id).execute()
  await writeEvent(context, {
    caseId: found.id,
    kind: 'after-care',
    note: input.note || null,
    channel: input.channel,
    outcome: reached ? 'reached' : 'not-reached',
    nextTry: reached ? null : input.nextTry,
    subject: input.outcome,
  })
  // A call that was made is the next one that was due; a missed one waits for its next try.
  const next = await db.selectFrom('case_task').select('id').where('case_id', '=', found.id).where('kind', '=', 'after-care').where('done_at', 'is', null).orderBy('due_on').executeTakeFirst()
  if (next)
    await db.updateTable('case_task').set(eb => ({ ...(reached ? { done_at: now, done_by: caller.staffId } : { due_on: input.nextTry ?? today }), version: eb('version', '+', 1) })).where('id', '=', next.id).execute()
  else if (!reached)
    await addTask(context, { kind: 'after-care', caseId: found.id, what: sayBoth(host.texts, 'closing', 'tasks.again').ko, dueOn: input.nextTry ?? today, staffId: null })
  await refreshNext(db, found.id)
  tellCase(context, found)
  return closingPage(context, found)
})
