/** Holding a case for a change: it exists, allows the action, is the caller's own or the lead's, and unchanged since seen. */
import type { Desk } from '../door.ts'
import type { CaseAction, CaseStatus, CaseSummary } from './model.ts'
import { ORPCError } from '@orpc/server'
import { allows } from './model.ts'
import { findCase } from './read-case.ts'

interface Seen { readonly caseId: string, readonly seenVersion: number }

/** @throws {ORPCError} CASE_NOT_FOUND (also for another planner's case), CASE_NOT_OPEN, CHANGED_MEANWHILE */
export async function holdCase(context: Pick<Desk, 'db' | 'caller' | 'about' | 'today'>, { caseId, seenVersion }: Seen, action: CaseAction): Promise<CaseSummary> {
  const found = await ownCase(context, caseId)
  if (!allows(found.status, action))
    throw new ORPCError('CASE_NOT_OPEN')
  if (found.version !== seenVersion)
    throw new ORPCError('CHANGED_MEANWHILE')
  return found
}

/**
 * Whose case it is to work on: its planner's, those of the planner's team, of the deputy while the planner is absent,
 * of whoever it is offered to, and the lead's.
 *
 * @throws {ORPCError} CASE_NOT_FOUND: for anybody else it is as if there were none
 */
export async function ownCase({ db, caller, about, today }: Pick<Desk, 'db' | 'caller' | 'about' | 'today'>, caseId: string): Promise<CaseSummary> {
  about('case', caseId)
  const found = await findCase(db, caseId)
  if (!found || !await mayWorkOn({ db, caller, today }, found))
    throw new ORPCError('CASE_NOT_FOUND')
  return found
}

/**
 * Whether anything may still be written about it: counselled, or called in after-care. Closed or withdrawn it stays as it is.
 *
 * @throws {ORPCError} CASE_NOT_OPEN
 */
export function mustGoOn({ status }: { readonly status: CaseStatus }): void {
  if (!allows(status, 'write') && !allows(status, 'follow-up'))
    throw new ORPCError('CASE_NOT_OPEN')
}

export async function mayWorkOn({ db, caller, today }: Pick<Desk, 'db' | 'caller' | 'today'>, { id, planner }: Pick<CaseSummary, 'id' | 'planner'>): Promise<boolean> {
  if (caller.roles.includes('lead') || planner?.id === caller.staffId)
    return true
  if (!caller.roles.includes('planner'))
    return false
  if (planner?.team && planner.team === caller.team)
    return true
  const standsIn = planner && await db.selectFrom('staff').select('id').where('id', '=', planner.id)
    .where('deputy_id', '=', caller.staffId).where('absent_from', '<=', today).where('absent_until', '>=', today).executeTakeFirst()
  return Boolean(standsIn)
    || await db.selectFrom('case_transfer').select('id').where('case_id', '=', id).where('to_staff_id', '=', caller.staffId).where('status', '=', 'asked').executeTakeFirst() !== undefined
}
