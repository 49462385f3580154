/** Who may take a case, and what everybody has in hand. */
import type { Hand } from '../cases/read-loads.ts'
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { Load, Taker } from './model.ts'
import { ORPCError } from '@orpc/server'
import { isAbsent, isLeaving } from '../cases/order-planners.ts'
import { emptyHand, readLoads } from '../cases/read-loads.ts'
import { readConflicts, readPlanners } from '../staff/read-staff.ts'

export const loadOf = ({ cases, weight }: Hand = emptyHand): Load => ({ cases, weight })

export async function readTakers({ db, today }: Pick<Desk, 'db' | 'today'>, householdId: string): Promise<Taker[]> {
  const hands = await readLoads({ db, today })
  const conflicts = await readConflicts(db)
  return (await readPlanners(db)).map(staff => ({
    id: staff.id,
    name: staff.name,
    load: loadOf(hands.get(staff.id)),
    absent: isAbsent(staff, today),
    leaving: isLeaving(staff),
    conflict: conflicts.get(staff.id)?.has(householdId) ?? false,
  }))
}

/** @throws {ORPCError} NOT_A_PLANNER, CONFLICT_OF_INTEREST */
export async function mustBeTaker(db: Store, staffId: StaffId, householdId: string): Promise<void> {
  if (!(await readPlanners(db)).some(({ id }) => id === staffId))
    throw new ORPCError('NOT_A_PLANNER')
  if ((await readConflicts(db)).get(staffId)?.has(householdId))
    throw new ORPCError('CONFLICT_OF_INTEREST')
}
