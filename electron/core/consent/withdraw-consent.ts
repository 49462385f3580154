/**
 * Withdrawal (동의 철회): at any time, without a reason, as easily as consent was given.
 *
 * 개인정보 보호법 제37조, 제21조. Processing stops at once; what may not be kept is destroyed, the receipt is printed.
 */
import type { Desk } from '../door.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { ConsentItem } from './model.ts'
import { ORPCError } from '@orpc/server'
import { endCasesOf } from '../cases/end-cases.ts'
import { tell } from '../cases/tell-case.ts'
import { readSettings } from '../center/read-settings.ts'
import { door } from '../door.ts'
import { destroyPerson } from '../households/destroy-household.ts'
import { addDays } from '../kernel/dates.ts'
import { tellMeetingsOf } from '../meetings/tell-withdrawal.ts'
import { stopPrivateMeasures } from '../plans/stop-private-measures.ts'
import { callBackReferrals } from '../referrals/call-back-referrals.ts'
import { forgetSensitive } from './forget-sensitive.ts'
import { consentStands } from './model.ts'
import { findConsent, withdrawalsOf } from './read-consents.ts'

export const withdrawConsent = door.consent.withdraw.handler(async ({ input, errors, context }) => {
  const { db, about } = context
  about('consent', input.consentId)
  const consent = await findConsent(db, input.consentId)
  if (!consent)
    throw errors.CONSENT_NOT_FOUND()
  const standing = input.items.filter(item => consentStands(consent, item))
  if (standing.length === 0)
    throw errors.ALREADY_WITHDRAWN()

  // Without the consent to collect there is nothing the others could stand on.
  const withdrawn = new Set<ConsentItem>([...consent.withdrawn, ...standing])
  if (withdrawn.has('collect'))
    (['sensitive', 'third-party'] as const).filter(item => consent.answers[item]).forEach(item => withdrawn.add(item))
  await keepDays(context, input.consentId, [...withdrawn].filter(item => standing.includes(item) || !consent.withdrawn.includes(item)))
  await db.updateTable('consent').set({ withdrawn: JSON.stringify([...withdrawn]) }).where('id', '=', input.consentId).execute()
  if (standing.includes('collect') || standing.includes('third-party'))
    await db.updateTable('consent_recipient').set({ withdrawn_at: context.now }).where('consent_id', '=', input.consentId).where('withdrawn_at', 'is', null).execute()

  const factsDestroyed = standing.includes('sensitive') || standing.includes('collect')
    ? await forgetSensitive(context, consent.householdId, consent.personId)
    : 0
  const ended = standing.includes('collect') ? await endProcessing(context, consent.householdId, consent.personId) : undefined
  // After the case was stopped, so that the task of sending the letters is the one thing left to do.
  await callBackReferrals(context, consent.householdId)
  if (standing.includes('third-party'))
    await stopPrivateMeasures(context, consent.householdId)
  await tellMeetingsOf(context, consent.householdId)
  const changed = await findConsent(db, input.consentId)
  if (!changed)
    throw new ORPCError('CONSENT_NOT_FOUND')
  const { householdId, visitId, ...view } = changed
  return { consent: view, destroyOn: ended?.destroyOn ?? null, caseEnded: ended?.caseEnded ?? false, factsDestroyed }
})

/** Each item with its moment: of one consent they may be withdrawn on different days. */
async function keepDays({ db, now }: Desk, consentId: string, items: readonly ConsentItem[]): Promise<void> {
  const { withdrawals } = await db.selectFrom('consent').select('withdrawals').where('id', '=', consentId).executeTakeFirstOrThrow()
  const kept = [...withdrawalsOf(withdrawals), ...items.map(item => ({ item, at: now }))]
  await db.updateTable('consent').set({ withdrawals: JSON.stringify(kept) }).where('id', '=', consentId).execute()
}

/** The visitor's withdrawal ends it for the household; another adult's for that person. */
async function endProcessing(context: Desk, householdId: string, personId: string | null): Promise<{ destroyOn: PlainDate, caseEnded: boolean }> {
  const { db, today } = context
  const person = await db.selectFrom('person').select(['visitor']).where('id', '=', personId ?? '').executeTakeFirst()
  if (person && person.visitor === 0 && personId !== null) {
    await destroyPerson(db, personId)
    await tellCasesOf(context, householdId)
    return { destroyOn: today, caseEnded: false }
  }
  const { destroyAfterDays } = await readSettings(db)
  const destroyOn = addDays(today, destroyAfterDays)
  await db.updateTable('household').set({ destroy_on: destroyOn }).where('id', '=', householdId).execute()
  return { destroyOn, caseEnded: await endCasesOf(context, householdId) > 0 }
}

/** Open screens read the household's cases again: somebody in them is no longer there. */
async function tellCasesOf(context: Desk, householdId: string): Promise<void> {
  const cases = await context.db.selectFrom('welfare_case').select(['id', 'planner_id']).where('household_id', '=', householdId).execute()
  cases.forEach(({ id, planner_id }) => tell(context, id, planner_id))
}
