/** Reading what the letters to agencies are made of. Whoever may not work on the case gets none. */
import type { Desk } from '../door.ts'
import type { Office } from '../guide/sheet-frame.ts'
import type { CallBackLetterData } from './call-back-letter.ts'
import type { LetterData } from './letter-parts.ts'
import type { ReferralLetterData } from './referral-letter.ts'
import { ORPCError } from '@orpc/server'
import { ownCase } from '../cases/hold-case.ts'
import { checkRecipient } from '../consent/check-recipient.ts'
import { consentsFor } from '../consent/consents-for.ts'
import { readConsents } from '../consent/read-consents.ts'
import { readHousehold } from '../households/read-household.ts'
import { seoulDayOf } from '../kernel/dates.ts'
import { findStaff } from '../staff/read-staff.ts'
import { findReferral } from './read-referrals.ts'
import { previewShare } from './shared-data.ts'

type Reader = Pick<Desk, 'db' | 'today' | 'caller' | 'about'>

/** @throws {ORPCError} REFERRAL_NOT_FOUND, CASE_NOT_FOUND, RECIPIENT_NOT_CONSENTED: a letter that may not go is not made */
export async function readReferralLetter(desk: Reader, referralId: string, office: Office): Promise<ReferralLetterData> {
  const letter = await readLetter(desk, referralId, office)
  const { referral } = letter
  if (referral.status === 'called-back')
    throw new ORPCError('REFERRAL_NOT_FOUND')
  const agency = { name: referral.agencyName, sector: referral.agency?.sector ?? 'private' as const }
  const found = await ownCase(desk, referral.caseId)
  const household = await readHousehold(desk.db, found.householdId, desk.today)
  const member = household?.members.find(({ id }) => id === referral.body.personId)
  const consents = await readConsents(desk.db, found.householdId)
  const check = household && member ? checkRecipient(consentsFor(member, household.members, consents, desk.today), agency) : { allowed: false as const, because: 'no-collect' as const }
  if (!check.allowed)
    throw new ORPCError('RECIPIENT_NOT_CONSENTED', { data: { agency: agency.name, because: check.because } })
  return { ...letter, consentedOn: check.basis === 'consent' ? seoulDayOf(check.at) : null }
}

/** @throws {ORPCError} REFERRAL_NOT_FOUND (nothing was called back), CASE_NOT_FOUND */
export async function readCallBackLetter(desk: Reader, referralId: string, office: Office): Promise<CallBackLetterData> {
  const letter = await readLetter(desk, referralId, office)
  const { callBack } = letter.referral.body
  if (!callBack)
    throw new ORPCError('REFERRAL_NOT_FOUND')
  return { ...letter, callBack }
}

async function readLetter(desk: Reader, referralId: string, office: Office): Promise<LetterData> {
  const { db, today } = desk
  const referral = await findReferral(db, referralId)
  if (!referral)
    throw new ORPCError('REFERRAL_NOT_FOUND')
  const found = await ownCase(desk, referral.caseId)
  const planner = found.planner ? await findStaff(db, found.planner.id) : undefined
  const recipient = { name: referral.agencyName, sector: referral.agency?.sector ?? 'private' as const }
  const data = referral.body.data ?? (await previewShare(desk, found, recipient, referral.body)).data
  return { on: today, office, referral, data, planner: planner ? { name: planner.name, phone: planner.phone } : null }
}
