/** Reading the consents of a household, newest first. */
import type { Selectable } from 'kysely'
import type { Store } from '../host.ts'
import type { ConsentTable } from '../store/schema.ts'
import { ConsentView } from './model.ts'

export type ConsentRow = Selectable<ConsentTable>

export async function readConsents(db: Store, householdId: string): Promise<ConsentView[]> {
  const rows = await withWitness(db).where('consent.household_id', '=', householdId).orderBy('consent.at', 'desc').orderBy('consent.id', 'desc').execute()
  return rows.map(consentOf)
}

/** `undefined` when there is none of that id. */
export async function findConsent(db: Store, id: string): Promise<(ConsentView & { readonly householdId: string, readonly visitId: string | null }) | undefined> {
  const row = await withWitness(db).where('consent.id', '=', id).executeTakeFirst()
  return row ? { ...consentOf(row), householdId: row.household_id, visitId: row.visit_id } : undefined
}

const withWitness = (db: Store) => db.selectFrom('consent')
  .innerJoin('staff', 'staff.id', 'consent.witness_staff_id')
  .selectAll('consent')
  .select('staff.name as witnessName')

const consentOf = (row: ConsentRow & { readonly witnessName: string }): ConsentView => ConsentView.parse({
  id: row.id,
  personId: row.person_id,
  signerName: row.signer_name,
  capacity: row.capacity,
  forName: row.for_name,
  answers: JSON.parse(row.answers),
  withdrawn: JSON.parse(row.withdrawn),
  method: row.method,
  signaturePending: row.signature_pending === 1,
  wordingVersion: row.wording_version,
  language: row.language,
  at: row.at,
  witnessName: row.witnessName,
  hash: row.hash,
})

/** The strokes of a signature, for the copy on paper. */
export async function readStrokes(db: Store, consentId: string): Promise<[number, number, number][][] | undefined> {
  const row = await db.selectFrom('consent').select('strokes').where('id', '=', consentId).executeTakeFirst()
  return row?.strokes ? JSON.parse(row.strokes) : undefined
}
