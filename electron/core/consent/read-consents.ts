/** Reading the consents of a household, newest first. */
import type { Selectable } from 'kysely'
import type { Store } from '../host.ts'
import type { ConsentTable } from '../store/schema.ts'
import { AddedRecipient, ConsentView, Withdrawal } from './model.ts'

export type ConsentRow = Selectable<ConsentTable>

export async function readConsents(db: Store, householdId: string): Promise<ConsentView[]> {
  const rows = await withWitness(db).where('consent.household_id', '=', householdId).orderBy('consent.at', 'desc').orderBy('consent.id', 'desc').execute()
  const added = await readAdded(db, rows.map(({ id }) => id))
  return rows.map(row => consentOf(row, added.get(row.id) ?? []))
}

/** `undefined` when there is none of that id. */
export async function findConsent(db: Store, id: string): Promise<(ConsentView & { readonly householdId: string, readonly visitId: string | null }) | undefined> {
  const row = await withWitness(db).where('consent.id', '=', id).executeTakeFirst()
  return row ? { ...consentOf(row, (await readAdded(db, [id])).get(id) ?? []), householdId: row.household_id, visitId: row.visit_id } : undefined
}

/** Recipients agreed to later, by the consent they were added to. */
async function readAdded(db: Store, ids: readonly string[]): Promise<Map<string, AddedRecipient[]>> {
  const rows = ids.length === 0
    ? []
    : await db.selectFrom('consent_recipient').innerJoin('staff', 'staff.id', 'consent_recipient.witness_staff_id')
        .selectAll('consent_recipient')
        .select('staff.name as witnessName')
        .where('consent_id', 'in', [...ids])
        .orderBy('consent_recipient.at')
        .orderBy('consent_recipient.id')
        .execute()
  const groups = Map.groupBy(rows, ({ consent_id }) => consent_id)
  return new Map([...groups].map(([id, group]) => [id, group.map(row => AddedRecipient.parse({
    recipient: row.recipient,
    signerName: row.signer_name,
    method: row.method,
    at: row.at,
    witnessName: row.witnessName,
    withdrawn: row.withdrawn_at !== null,
  }))]))
}

const withWitness = (db: Store) => db.selectFrom('consent')
  .innerJoin('staff', 'staff.id', 'consent.witness_staff_id')
  .selectAll('consent')
  .select('staff.name as witnessName')

const consentOf = (row: ConsentRow & { readonly witnessName: string }, added: readonly AddedRecipient[]): ConsentView => ConsentView.parse({
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
  recipients: row.recipients === null ? null : JSON.parse(row.recipients),
  added,
})

/** @param stored the column of that name */
export const withdrawalsOf = (stored: string | null): Withdrawal[] => stored === null ? [] : Withdrawal.array().parse(JSON.parse(stored))

/** The strokes of a signature, for the copy on paper. */
export async function readStrokes(db: Store, consentId: string): Promise<[number, number, number][][] | undefined> {
  const row = await db.selectFrom('consent').select('strokes').where('id', '=', consentId).executeTakeFirst()
  return row?.strokes ? JSON.parse(row.strokes) : undefined
}
