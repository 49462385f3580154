/** The first contact and those after it. "Not reached" and "refused" are states with a next try, never an end. */
import type { CaseStatus, ContactOutcome } from './model.ts'
import { door } from '../door.ts'
import { casePage } from './case-page.ts'
import { holdCase } from './hold-case.ts'
import { moveStage } from './move-stage.ts'
import { writeEvent } from './write-event.ts'

const statusAfter = {
  'reached': 'in-contact',
  'call-back': 'in-contact',
  'not-reached': 'not-reached',
  'refused': 'refused',
} as const satisfies Record<ContactOutcome, CaseStatus>

export const recordContact = door.cases.recordContact.handler(async ({ input, errors, context }) => {
  const { db, host, now, today, afterwards } = context
  const held = await holdCase(context, input, 'record-contact')
  if (input.outcome !== 'reached' && input.nextTry === null)
    throw errors.NEXT_TRY_NEEDED()
  if (input.nextTry !== null && input.nextTry < today)
    throw errors.DAY_IN_PAST()

  // Once reached, a later try that fails does not undo the contact.
  const reached = input.outcome === 'reached' || input.outcome === 'call-back'
  await db.updateTable('welfare_case').set({
    status: held.status === 'in-contact' ? 'in-contact' : statusAfter[input.outcome],
    first_contact_at: held.firstContactAt ?? (reached ? now : null),
    last_contact_on: reached ? today : held.lastContactOn,
    next_on: input.nextTry,
    unread: 0,
    version: held.version + 1,
  }).where('id', '=', held.id).execute()
  await writeEvent(context, { caseId: held.id, kind: 'contact', note: input.note || null, channel: input.channel, outcome: input.outcome, nextTry: input.nextTry })
  if (reached && held.stage === 'first-contact')
    await moveStage(context, held, 'counselling')
  afterwards(() => host.news.publish('case', { caseId: held.id, plannerId: held.planner?.id ?? null, change: 'changed' }))
  return casePage(context, held.id)
})
