/**
 * Holding a visit for writing: it must be open and unchanged since the screen saw it.
 *
 * Every write grows the version by one in the same transaction, so of two clerks who save the same visit the
 * second is told, and loses nothing: the screen shows both.
 */
import type { Store } from '../host.ts'
import type { VisitId } from '../kernel/ids.ts'
import type { VisitRow } from './find-visit.ts'
import { ORPCError } from '@orpc/server'
import { findVisitRow } from './find-visit.ts'

/** @throws {ORPCError} VISIT_NOT_FOUND, VISIT_NOT_OPEN */
export async function openVisit(db: Store, id: VisitId): Promise<VisitRow> {
  const row = await findVisitRow(db, id)
  if (!row)
    throw new ORPCError('VISIT_NOT_FOUND')
  if (row.status !== 'open')
    throw new ORPCError('VISIT_NOT_OPEN')
  return row
}

/** @throws {ORPCError} VISIT_NOT_FOUND, VISIT_NOT_OPEN, CHANGED_MEANWHILE */
export async function holdVisit(db: Store, id: VisitId, seenVersion: number): Promise<VisitRow> {
  const row = await openVisit(db, id)
  const held = await db.updateTable('visit')
    .set({ version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .returning('version')
    .executeTakeFirst()
  if (!held)
    throw new ORPCError('CHANGED_MEANWHILE')
  return { ...row, version: held.version }
}

/** @throws {ORPCError} also CONSENT_MISSING: without the consent to collect, or once it was withdrawn, nothing personal is written */
export async function holdWithConsent(db: Store, id: VisitId, seenVersion: number): Promise<VisitRow & { readonly household_id: string }> {
  const row = withConsent(await holdVisit(db, id, seenVersion))
  const household = await db.selectFrom('household').select('destroy_on').where('id', '=', row.household_id).executeTakeFirst()
  if (!household || household.destroy_on !== null)
    throw new ORPCError('CONSENT_MISSING')
  return row
}

/** @throws {ORPCError} CONSENT_MISSING */
export function withConsent(row: VisitRow): VisitRow & { readonly household_id: string } {
  if (row.household_id === null)
    throw new ORPCError('CONSENT_MISSING')
  return { ...row, household_id: row.household_id }
}
