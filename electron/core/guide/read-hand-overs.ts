/** What was given to the family at a visit. */
import type { Store } from '../host.ts'
import type { VisitPage } from '../intake/contract.ts'
import { Instant } from '../kernel/dates.ts'
import { LanguageCode } from '../kernel/text.ts'

export async function readHandOvers(db: Store, visitId: string): Promise<VisitPage['handedOver']> {
  const rows = await db.selectFrom('hand_over').innerJoin('staff', 'staff.id', 'hand_over.staff_id')
    .selectAll('hand_over')
    .select('staff.name as staffName')
    .where('visit_id', '=', visitId)
    .orderBy('at')
    .execute()
  return rows.map(row => ({ document: row.document, language: LanguageCode.parse(row.language), contentHash: row.content_hash, edition: row.edition, pages: row.pages, at: Instant.parse(row.at), staffName: row.staffName }))
}
