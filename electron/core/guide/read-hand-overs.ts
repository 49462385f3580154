/** What was given to the family at a visit. */
import type { Store } from '../host.ts'
import type { VisitPage } from '../intake/contract.ts'
import { Instant } from '../kernel/dates.ts'
import { LanguageCode } from '../kernel/text.ts'
import { GuideChoices } from './choices.ts'

export async function readHandOvers(db: Store, visitId: string): Promise<VisitPage['handedOver']> {
  const rows = await db.selectFrom('hand_over').innerJoin('staff', 'staff.id', 'hand_over.staff_id')
    .selectAll('hand_over')
    .select('staff.name as staffName')
    .where('visit_id', '=', visitId)
    .orderBy('at')
    .orderBy('hand_over.id')
    .execute()
  return rows.map(row => ({ document: row.document, language: LanguageCode.parse(row.language), contentHash: row.content_hash, choices: choicesOf(row.choices), edition: row.edition, pages: row.pages, at: Instant.parse(row.at), staffName: row.staffName }))
}

/**
 * With what left out the household got its last guide, at whichever visit; nothing where it had none. Whoever asked for a
 * masked paper once gets no full names on the next one unless somebody chooses so.
 */
export async function lastChoices(db: Store, householdId: string): Promise<GuideChoices | null> {
  const row = await db.selectFrom('hand_over').innerJoin('visit', 'visit.id', 'hand_over.visit_id')
    .select('hand_over.choices')
    .where('visit.household_id', '=', householdId)
    .where('hand_over.document', '=', 'family-guide')
    .where('hand_over.choices', 'is not', null)
    .orderBy('hand_over.at', 'desc')
    .orderBy('hand_over.id', 'desc')
    .executeTakeFirst()
  return choicesOf(row?.choices ?? null)
}

const choicesOf = (kept: string | null): GuideChoices | null => kept === null ? null : GuideChoices.parse(JSON.parse(kept))
