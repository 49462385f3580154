/**
 * Recording what was answered to each item, and beginning the household with it.
 *
 * 개인정보 보호법 제15조, 제17조, 제22조, 제23조, 제22조의2. Without the consent to collect nothing personal is kept,
 * not even that this person was asked.
 */
import type { Desk } from '../door.ts'
import type { VisitRow } from '../intake/find-visit.ts'
import type { Strokes } from './model.ts'
import { readSettings } from '../center/read-settings.ts'
import { door } from '../door.ts'
import { beginHousehold } from '../households/begin-household.ts'
import { holdVisit } from '../intake/hold-visit.ts'
import { paperworkOf } from '../intake/paperwork.ts'
import { visitPage } from '../intake/visit-page.ts'
import { tellMeetingsOf } from '../meetings/tell-withdrawal.ts'
import { callBackReferrals } from '../referrals/call-back-referrals.ts'
import { forgetSensitive } from './forget-sensitive.ts'
import { consentStands } from './model.ts'
import { readConsents } from './read-consents.ts'
import { wordingIn } from './wording.ts'

export const recordConsent = door.consent.record.handler(async ({ input, errors, context }) => {
  const { db, host, about } = context
  about('visit', input.visitId)
  const visit = await holdVisit(db, input.visitId, input.seenVersion)
  if (input.method === 'screen' ? !input.strokes : !input.confirmedByClerk)
    throw errors.SIGNATURE_MISSING()
  if (input.signer.capacity !== 'self' && !input.signer.forName)
    throw errors.FOR_NAME_MISSING()

  if (input.personId !== undefined) {
    const person = await db.selectFrom('person').select('id').where('id', '=', input.personId).where('household_id', '=', visit.household_id ?? '').executeTakeFirst()
    if (!person || visit.household_id === null)
      throw errors.PERSON_NOT_FOUND()
    await keepConsent(context, { ...input, householdId: visit.household_id, personId: input.personId })
    return visitPage(context, input.visitId)
  }
  if (!input.answers.collect) {
    await keepRefusalOnly(context, visit)
    return visitPage(context, input.visitId)
  }
  const begun = visit.household_id === null
    ? await beginHousehold(context, { name: input.signer.forName ?? input.signer.name, dong: visit.dong, paperwork: paperworkOf(host, visit) })
    : await visitorOf(context, visit.household_id)
  await db.updateTable('visit').set({
    household_id: begun.householdId,
    paperwork: JSON.stringify(paperworkOf(host, visit)),
    answer: 'yes',
    refusal_reason: null,
  }).where('id', '=', visit.id).execute()
  host.unkept.delete(visit.id)
  await keepConsent(context, { ...input, householdId: begun.householdId, personId: begun.personId })
  return visitPage(context, input.visitId)
})

/** The outcome and nothing else; what was in memory goes. */
async function keepRefusalOnly({ db, host }: Desk, visit: VisitRow): Promise<void> {
  if (visit.household_id === null) {
    host.unkept.delete(visit.id)
    await db.updateTable('visit').set({ answer: 'no', refusal_reason: 'privacy', step: 'paperwork' }).where('id', '=', visit.id).execute()
  }
}

async function visitorOf({ db }: Desk, householdId: string): Promise<{ householdId: string, personId: string }> {
  const visitor = await db.selectFrom('person').select('id').where('household_id', '=', householdId)
    .orderBy('visitor', 'desc')
    .orderBy('place')
    .executeTakeFirstOrThrow()
  return { householdId, personId: visitor.id }
}

interface Given {
  readonly visitId: string
  readonly householdId: string
  readonly personId: string
  readonly signer: { readonly name: string, readonly capacity: string, readonly forName?: string | undefined }
  readonly answers: { readonly 'collect': boolean, readonly 'sensitive': boolean, readonly 'third-party': boolean }
  readonly method: 'screen' | 'paper' | 'phone'
  readonly strokes?: Strokes | undefined
  readonly language: 'ko' | 'en'
}

/** A later "no" to sensitive data takes an earlier "yes" back: what stood on it goes as with a withdrawal (개인정보 보호법 제37조). */
async function keepConsent(context: Desk, given: Given): Promise<void> {
  const { db } = context
  const before = (await readConsents(db, given.householdId)).find(({ personId }) => personId === given.personId)
  await writeConsent(context, given)
  if (!before || !consentStands(before, 'sensitive') || (given.answers.collect && given.answers.sensitive))
    return
  await forgetSensitive(context, given.householdId, given.personId)
  await callBackReferrals(context, given.householdId)
  await tellMeetingsOf(context, given.householdId)
}

async function writeConsent({ db, host, now, caller }: Desk, given: Given): Promise<void> {
  const { recipients } = await readSettings(db)
  const wording = wordingIn(host.texts, given.language, recipients)
  const strokes = given.strokes ? JSON.stringify(given.strokes) : null
  await db.insertInto('consent').values({
    id: host.newId(),
    visit_id: given.visitId,
    household_id: given.householdId,
    person_id: given.personId,
    signer_name: given.signer.name,
    capacity: given.signer.capacity,
    for_name: given.signer.forName ?? null,
    answers: JSON.stringify(given.answers),
    withdrawn: '[]',
    method: given.method,
    strokes,
    signature_pending: given.method === 'phone' ? 1 : 0,
    wording_version: wording.version,
    language: given.language,
    at: now,
    witness_staff_id: caller.staffId,
    hash: host.hash(JSON.stringify([wording, given.signer, given.answers, given.method, strokes, now])),
    recipients: JSON.stringify(recipients),
  }).execute()
}
