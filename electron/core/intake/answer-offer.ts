/**
 * What the resident answered to the offer of counselling.
 *
 * "No" keeps the event and the reason, never a name. "Call me" is a consent of its own: name, number and when,
 * nothing else, until the call is made.
 */
import { door } from '../door.ts'
import { holdVisit } from './hold-visit.ts'
import { visitPage } from './visit-page.ts'

export const answerOffer = door.intake.answer.handler(async ({ input, errors, context }) => {
  const { db, host, now, about } = context
  about('visit', input.visitId)
  await holdVisit(db, input.visitId, input.seenVersion)
  if (input.answer === 'call-me' && !input.callback)
    throw errors.CALLBACK_NEEDED()

  await db.deleteFrom('callback').where('visit_id', '=', input.visitId).execute()
  if (input.answer === 'call-me' && input.callback) {
    const { name, phone, when } = input.callback
    await db.insertInto('callback').values({ visit_id: input.visitId, name, phone, call_when: when, agreed_at: now }).execute()
  }
  if (input.answer !== 'yes')
    host.unkept.delete(input.visitId)
  await db.updateTable('visit').set({
    answer: input.answer,
    refusal_reason: input.answer === 'no' ? input.reason ?? 'not-said' : null,
    step: input.answer === 'yes' ? 'consent' : 'paperwork',
  }).where('id', '=', input.visitId).execute()
  return visitPage(context, input.visitId)
})
