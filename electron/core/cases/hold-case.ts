/** Holding a case for a change: it exists, allows the action, is the caller's own or the lead's, and unchanged since seen. */
import type { Desk } from '../door.ts'
import type { CaseAction, CaseSummary } from './model.ts'
import { ORPCError } from '@orpc/server'
import { allows } from './model.ts'
import { findCase } from './read-case.ts'

interface Seen { readonly caseId: string, readonly seenVersion: number }

/** @throws {ORPCError} CASE_NOT_FOUND (also for another planner's case), CASE_NOT_OPEN, CHANGED_MEANWHILE */
export async function holdCase(context: Pick<Desk, 'db' | 'caller' | 'about'>, { caseId, seenVersion }: Seen, action: CaseAction): Promise<CaseSummary> {
  const found = await ownCase(context, caseId)
  if (!allows(found.status, action))
    throw new ORPCError('CASE_NOT_OPEN')
  if (found.version !== seenVersion)
    throw new ORPCError('CHANGED_MEANWHILE')
  return found
}

/** A planner sees their own cases, a lead everybody's. @throws {ORPCError} CASE_NOT_FOUND */
export async function ownCase({ db, caller, about }: Pick<Desk, 'db' | 'caller' | 'about'>, caseId: string): Promise<CaseSummary> {
  about('case', caseId)
  const found = await findCase(db, caseId)
  if (!found || (found.planner.id !== caller.staffId && !caller.roles.includes('lead')))
    throw new ORPCError('CASE_NOT_FOUND')
  return found
}
