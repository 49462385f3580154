/**
 * Agreeing to one more recipient (제3자 제공받는 자 추가), asked at the planner's case.
 *
 * Recipient, its purpose, what goes and for how long are said anew each time (개인정보 보호법 제17조제2항); the consent
 * itself stays as it was given, and whoever withdraws it withdraws what was added to it.
 */
import { ownCase } from '../cases/hold-case.ts'
import { allows } from '../cases/model.ts'
import { tellCase } from '../cases/tell-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { door } from '../door.ts'
import { readHousehold } from '../households/read-household.ts'
import { findAgency } from '../referrals/read-agencies.ts'
import { consentsFor } from './consents-for.ts'
import { findConsent, readConsents } from './read-consents.ts'
import { recipientWordingOf } from './recipient-wording.ts'

export const recipientWording = door.consent.recipientWording.handler(async ({ input, context }) => {
  const { version, items } = await recipientWordingOf(context, input.agencyId, input.language)
  return { version, items: [...items] }
})

export const addRecipient = door.consent.addRecipient.handler(async ({ input, errors, context }) => {
  const { db, host, now, today, caller } = context
  const found = await ownCase(context, input.caseId)
  if (!allows(found.status, 'write'))
    throw errors.CASE_NOT_OPEN()
  if (input.method === 'screen' ? !input.strokes : !input.confirmedByClerk)
    throw errors.SIGNATURE_MISSING()
  if (input.signer.capacity !== 'self' && !input.signer.forName)
    throw errors.FOR_NAME_MISSING()
  const household = await readHousehold(db, found.householdId, today)
  const person = household?.members.find(({ id }) => id === input.personId)
  if (!household || !person)
    throw errors.PERSON_NOT_FOUND()
  const standing = consentsFor(person, household.members, await readConsents(db, household.id), today)
    .find(({ answers, withdrawn }) => answers.collect === true && !withdrawn.includes('collect'))
  if (!standing)
    throw errors.CONSENT_MISSING()

  const agency = await findAgency(db, input.agencyId)
  if (!agency)
    throw errors.AGENCY_NOT_FOUND()
  const wording = await recipientWordingOf(context, agency.id, input.language)
  const strokes = input.strokes ? JSON.stringify(input.strokes) : null
  await db.insertInto('consent_recipient').values({
    id: host.newId(),
    consent_id: standing.id,
    agency_id: agency.id,
    recipient: agency.name,
    signer_name: input.signer.name,
    capacity: input.signer.capacity,
    for_name: input.signer.forName ?? null,
    method: input.method,
    strokes,
    wording_version: wording.version,
    language: input.language,
    at: now,
    witness_staff_id: caller.staffId,
    hash: host.hash(JSON.stringify([wording, agency.name, input.signer, input.method, strokes, now])),
    withdrawn_at: null,
  }).execute()
  await writeEvent(context, { caseId: found.id, kind: 'consent-added', note: agency.name, subject: standing.id })
  tellCase(context, found)
  const changed = await findConsent(db, standing.id)
  if (!changed)
    throw errors.CONSENT_NOT_FOUND()
  const { householdId, visitId, ...view } = changed
  return view
})
