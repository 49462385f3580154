/** Reading what a bulk action needs: the cases in sight, who would take them, what each would become. */
import type { CaseSummary } from '../../cases/model.ts'
import type { Desk } from '../../door.ts'
import type { CaseId } from '../../kernel/ids.ts'
import type { BulkAction, BulkLine } from '../model.ts'
import type { Taker } from './judge-case.ts'
import { ORPCError } from '@orpc/server'
import { readCasesOf } from '../../cases/read-case.ts'
import { findStaff, readConflicts } from '../../staff/read-staff.ts'
import { plannersInSight } from '../whose.ts'
import { judgeCase } from './judge-case.ts'

export interface ReadBulk { readonly lines: readonly BulkLine[], readonly cases: ReadonlyMap<string, CaseSummary>, readonly taker: Taker }

/** @throws {ORPCError} NOT_PERMITTED (only the lead gives cases to others), NOT_A_PLANNER, DAY_IN_PAST */
export async function readBulk(context: Desk, caseIds: readonly CaseId[], action: BulkAction): Promise<ReadBulk> {
  const { db, caller, today } = context
  if (action.kind === 'reassign' && !caller.roles.includes('lead'))
    throw new ORPCError('NOT_PERMITTED')
  if ('dueOn' in action && action.dueOn < today)
    throw new ORPCError('DAY_IN_PAST')
  const taker = await readTaker(context, action)
  const sight = await plannersInSight(context)
  const inSight = ({ planner }: CaseSummary) => sight === undefined || sight.includes(planner?.id ?? '')
  // Nobody's case is only seen and taken by a planner; it is worked on once it has one.
  const allowed = (found: CaseSummary) => found.planner !== null || action.kind === 'take' || caller.roles.includes('lead')
  const cases = new Map((await readCasesOf(db, caseIds)).filter(found => inSight(found) && allowed(found)).map(found => [found.id as string, found]))
  const lines = [...new Set(caseIds)].map((caseId): BulkLine => {
    const found = cases.get(caseId)
    return found
      ? { caseId, maskedName: found.maskedName, version: found.version, ...judgeCase(found, action, taker) }
      : { caseId, maskedName: '—', version: 1, from: null, to: null, refused: 'CASE_NOT_FOUND' }
  })
  return { lines, cases, taker }
}

async function readTaker({ db, caller }: Desk, action: BulkAction): Promise<Taker> {
  const id = action.kind === 'reassign' ? action.plannerId : action.kind === 'take' ? caller.staffId : undefined
  if (id === undefined)
    return { staff: undefined, conflicts: new Set() }
  const staff = await findStaff(db, id)
  if (!staff?.active || !staff.roles.includes('planner'))
    throw new ORPCError('NOT_A_PLANNER')
  return { staff, conflicts: (await readConflicts(db)).get(id) ?? new Set() }
}
