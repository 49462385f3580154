/** All handlers of consent. A registry and nothing else. */
import { readSettings } from '../center/read-settings.ts'
import { door } from '../door.ts'
import { addRecipient, recipientWording } from './add-recipient.ts'
import { findConsent, readConsents } from './read-consents.ts'
import { recordConsent } from './record-consent.ts'
import { withdrawConsent } from './withdraw-consent.ts'
import { wordingIn } from './wording.ts'

const wording = door.consent.wording.handler(async ({ input, context: { db, host } }) => {
  const { recipients } = await readSettings(db)
  const { version, items } = wordingIn(host.texts, input.language, recipients)
  return { version, items: [...items] }
})

/** The signature that follows a consent by phone: strokes join the record, the hash of what was agreed stays. */
const addSignature = door.consent.addSignature.handler(async ({ input, errors, context: { db, about } }) => {
  about('consent', input.consentId)
  await db.updateTable('consent')
    .set({ strokes: JSON.stringify(input.strokes), signature_pending: 0 })
    .where('id', '=', input.consentId)
    .where('signature_pending', '=', 1)
    .execute()
  const found = await findConsent(db, input.consentId)
  if (!found)
    throw errors.CONSENT_NOT_FOUND()
  const { householdId, visitId, ...view } = found
  return view
})

const ofHousehold = door.consent.ofHousehold.handler(async ({ input, errors, context: { db, about } }) => {
  about('household', input.householdId)
  const household = await db.selectFrom('household').select('id').where('id', '=', input.householdId).executeTakeFirst()
  if (!household)
    throw errors.HOUSEHOLD_NOT_FOUND()
  return readConsents(db, input.householdId)
})

export const consentHandlers = { wording, record: recordConsent, addSignature, withdraw: withdrawConsent, ofHousehold, recipientWording, addRecipient }
