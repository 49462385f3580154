/** What an action would do to one case, or why it would not. Read by the preview and by the change itself. */
import type { CaseSummary } from '../../cases/model.ts'
import type { StaffMember } from '../../staff/model.ts'
import type { BulkAction, BulkRefusal } from '../model.ts'
import { allows } from '../../cases/model.ts'

export interface Judged { readonly from: string | null, readonly to: string | null, readonly refused: BulkRefusal | null }

export interface Taker {
  readonly staff: StaffMember | undefined
  /** Ids of households that this planner must not be given (이해충돌). */
  readonly conflicts: ReadonlySet<string>
}

export function judgeCase(found: CaseSummary, action: BulkAction, taker: Taker): Judged {
  const change = changeOf(found, action, taker)
  return { ...change, refused: refusalOf(found, action, taker, change) }
}

function changeOf(found: CaseSummary, action: BulkAction, { staff }: Taker): Pick<Judged, 'from' | 'to'> {
  switch (action.kind) {
    case 'reassign':
    case 'take':
      return { from: found.planner?.name ?? null, to: staff?.name ?? null }
    case 'urgency':
      return { from: found.urgency, to: action.urgency }
    case 'task':
    case 'postpone':
      return { from: found.nextOn, to: action.dueOn }
    case 'pause':
      return { from: found.pausedSince, to: action.reason }
  }
}

function refusalOf(found: CaseSummary, action: BulkAction, taker: Taker, { from, to }: Pick<Judged, 'from' | 'to'>): BulkRefusal | null {
  const conflict = taker.conflicts.has(found.householdId)
  switch (action.kind) {
    case 'reassign':
      return !allows(found.status, 'reassign') ? 'CASE_NOT_OPEN' : found.planner?.id === action.plannerId ? 'NOTHING_CHANGES' : conflict ? 'CONFLICT_OF_INTEREST' : null
    case 'take':
      return !allows(found.status, 'reassign') ? 'CASE_NOT_OPEN' : found.planner !== null ? 'HAS_A_PLANNER' : conflict ? 'CONFLICT_OF_INTEREST' : null
    case 'urgency':
      return !allows(found.status, 'write') ? 'CASE_NOT_OPEN' : from === to ? 'NOTHING_CHANGES' : null
    case 'task':
      return allows(found.status, 'write') || allows(found.status, 'follow-up') ? null : 'CASE_NOT_OPEN'
    case 'postpone':
      return !allows(found.status, 'record-contact') && !allows(found.status, 'follow-up') ? 'CASE_NOT_OPEN' : from === to ? 'NOTHING_CHANGES' : null
    case 'pause':
      return !allows(found.status, 'write') ? 'CASE_NOT_OPEN' : found.pausedSince !== null ? 'ALREADY_PAUSED' : null
  }
}
