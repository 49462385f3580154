/**
 * What goes when the consent to sensitive data is withdrawn, or answered with "no" later (민감정보 파기). 개인정보 보호법
 * 제23조, 제37조. This is the whole list; whoever adds a place where health is kept adds it here:
 *
 * - facts of the person and of those they represent, and the look-ups made with them
 * - records: fields meant for health, goals and measures for it, rows of members (`withoutSensitive` of each kind, in all versions)
 * - attachments whose purpose is health
 * - referrals: what was told of health, and the reasons of a referral for it; the agency is written to (`callBackReferrals`)
 * - meetings: the words written for outside members, who might read them on
 * - the main need of a case, where it is health
 *
 * Free words elsewhere (contacts, discussions, tasks, appointments) say nowhere whether they are about health. They stay,
 * and the screen asks beforehand not to write health there without the consent.
 */
import type { Desk } from '../door.ts'
import { destroySensitiveAttachments } from '../attachments/destroy-attachments.ts'
import { facts } from '../eligibility/facts.ts'
import { representedBy } from '../households/represented-by.ts'
import { forgetWordsForOutside } from '../meetings/forget-words.ts'
import { blankSensitive } from '../records/blank-sensitive.ts'

/**
 * All but the referrals, which are looked at again once the case stands as it will.
 *
 * @returns how many facts were destroyed
 */
export async function forgetSensitive(context: Desk, householdId: string, personId: string | null): Promise<number> {
  const { db } = context
  const gone = await destroySensitiveFacts(context, householdId, personId)
  await blankSensitive(context, householdId)
  await destroySensitiveAttachments(db, householdId)
  await forgetWordsForOutside(db, householdId)
  await db.updateTable('welfare_case').set(eb => ({ main_need: null, version: eb('version', '+', 1) })).where('household_id', '=', householdId).where('main_need', '=', 'health').execute()
  return gone
}

const sensitiveFacts = Object.entries(facts).filter(([, kind]) => 'sensitive' in kind).map(([name]) => name)

/** What is known of the health of this person, of those they represent, and of the household as a whole. */
async function destroySensitiveFacts({ db, today }: Desk, householdId: string, personId: string | null): Promise<number> {
  const persons = await representedBy(db, householdId, personId, today)
  const gone = await db.deleteFrom('fact')
    .where('household_id', '=', householdId)
    .where('person_id', 'in', [...persons, ''])
    .where('name', 'in', sensitiveFacts)
    .returning('name')
    .execute()
  await db.deleteFrom('lookup').where('household_id', '=', householdId).execute()
  return gone.length
}
