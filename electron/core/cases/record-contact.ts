/** The first contact and those after it, as the planner records them. */
import { door } from '../door.ts'
import { casePage } from './case-page.ts'
import { holdCase } from './hold-case.ts'
import { keepContact } from './keep-contact.ts'

export const recordContact = door.cases.recordContact.handler(async ({ input, errors, context }) => {
  const { host, today, afterwards } = context
  const held = await holdCase(context, input, 'record-contact')
  if (input.outcome !== 'reached' && input.outcome !== 'refused' && input.nextTry === null)
    throw errors.NEXT_TRY_NEEDED()
  if (input.nextTry !== null && input.nextTry < today)
    throw errors.DAY_IN_PAST()
  await keepContact(context, held, { channel: input.channel, outcome: input.outcome, note: input.note || null, nextTry: input.nextTry })
  afterwards(() => host.news.publish('case', { caseId: held.id, plannerId: held.planner?.id ?? null, change: 'changed' }))
  return casePage(context, held.id)
})
