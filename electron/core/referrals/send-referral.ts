/** Sending a referral, and what comes of it: answer, service, end. Each step is a line on the trail. */
import type { Desk } from '../door.ts'
import type { ReferralView } from './model.ts'
import { tellCase } from '../cases/tell-case.ts'
import { door } from '../door.ts'
import { addDays } from '../kernel/dates.ts'
import { say } from '../kernel/say.ts'
import { addTask, closeTasks } from '../worklist/write-task.ts'
import { remindAfterDays } from './model.ts'
import { findAgency } from './read-agencies.ts'
import { previewShare } from './shared-data.ts'
import { holdReferral, tellReferral, writeReferral } from './write-referral.ts'

/** What goes along is fixed here; whoever may not be told is told nothing. */
export const send = door.referrals.send.handler(async ({ input, errors, context }) => {
  const { today, db } = context
  const { referral, found } = await holdReferral(context, input, 'send')
  const agency = await findAgency(db, referral.agencyId)
  if (!agency)
    throw errors.AGENCY_NOT_FOUND()
  if (!agency.active)
    throw errors.AGENCY_NOT_ACTIVE()
  if (referral.body.asked === '')
    throw errors.REFERRAL_INCOMPLETE()
  const remindOn = input.remindOn ?? addDays(today, remindAfterDays)
  if (remindOn < today)
    throw errors.DAY_IN_PAST()
  const { check, data } = await previewShare(context, found, agency, referral.body)
  if (!check.allowed)
    throw errors.RECIPIENT_NOT_CONSENTED({ data: { agency: agency.name, because: check.because } })
  const sent = await tellReferral(context, await writeReferral(context, referral, { status: 'sent', sent_on: today, remind_on: remindOn, body: { data } }), 'sent')
  await remindOfAnswer(context, sent)
  tellCase(context, found)
  return sent
})

/** The day on which an answer is asked after. */
export const remind = door.referrals.remind.handler(async ({ input, errors, context }) => {
  const { referral, found } = await holdReferral(context, input, 'answer')
  if (referral.status !== 'sent')
    throw errors.REFERRAL_NOT_SO_FAR()
  if (input.remindOn < context.today)
    throw errors.DAY_IN_PAST()
  await closeTasks(context, { caseId: found.id, kind: 'referral', subject: referral.id })
  const changed = await writeReferral(context, referral, { remind_on: input.remindOn })
  await remindOfAnswer(context, changed)
  tellCase(context, found)
  return changed
})

export const answer = door.referrals.answer.handler(async ({ input, errors, context }) => {
  const { referral, found } = await holdReferral(context, input, 'answer')
  const declined = input.answer === 'declined'
  // Who accepted may still decline, not accept twice.
  if (!declined && referral.status !== 'sent')
    throw errors.REFERRAL_NOT_SO_FAR()
  if (declined && !input.reasonCode)
    throw errors.REASON_CODE_NEEDED()
  if (input.on > context.today)
    throw errors.DAY_IN_FUTURE({ data: { field: 'on' } })
  const reasonCode = declined ? input.reasonCode : undefined
  await closeTasks(context, { caseId: found.id, kind: 'referral', subject: referral.id })
  const answered = await writeReferral(context, referral, {
    status: input.answer,
    answered_on: input.on,
    remind_on: null,
    reason_code: reasonCode ?? null,
    ...(declined ? { ended_on: input.on } : {}),
    body: { back: input.note || referral.body.back },
  })
  const told = await tellReferral(context, answered, input.answer, { note: input.note, ...(reasonCode ? { reasonCode } : {}) })
  tellCase(context, found)
  return told
})

export const start = door.referrals.start.handler(async ({ input, context }) => {
  const { referral, found } = await holdReferral(context, input, 'start')
  const started = await tellReferral(context, await writeReferral(context, referral, { status: 'in-service', body: { back: input.note || referral.body.back } }), 'in-service', { note: input.note })
  tellCase(context, found)
  return started
})

export const end = door.referrals.end.handler(async ({ input, errors, context }) => {
  const { referral, found } = await holdReferral(context, input, 'end')
  if (input.on > context.today)
    throw errors.DAY_IN_FUTURE({ data: { field: 'on' } })
  const ended = await tellReferral(context, await writeReferral(context, referral, { status: 'ended', ended_on: input.on, outcome: input.outcome, body: { back: input.note || referral.body.back } }), 'ended', { note: input.note })
  tellCase(context, found)
  return ended
})

/** Goes with the case from planner to planner. */
async function remindOfAnswer(context: Desk, referral: ReferralView): Promise<void> {
  if (!referral.remindOn)
    return
  const what = say(context.host.texts, 'ko', 'linking', 'tasks.answer', { agency: referral.agencyName })
  await addTask(context, { kind: 'referral', caseId: referral.caseId, what, dueOn: referral.remindOn, staffId: null, subject: referral.id })
}
