/** Who may take a case, and what everybody has in hand. */
import type { Desk } from '../door.ts'
import type { Store } from '../host.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { Load, Taker } from './model.ts'
import { ORPCError } from '@orpc/server'
import { endedStatuses } from '../cases/model.ts'
import { isAbsent, isLeaving } from '../cases/order-planners.ts'
import { readConflicts, readPlanners } from '../staff/read-staff.ts'

/** Open cases and the sum of their difficulties, by planner. */
export async function readLoads(db: Store): Promise<ReadonlyMap<string, Load>> {
  const rows = await db.selectFrom('welfare_case')
    .select(({ fn }) => ['planner_id', fn.countAll().as('cases'), fn.sum('difficulty').as('weight')])
    .where('status', 'not in', [...endedStatuses])
    .groupBy('planner_id')
    .execute()
  return new Map(rows.map(({ planner_id, cases, weight }) => [planner_id, { cases: Number(cases), weight: Number(weight) }]))
}

export async function readTakers({ db, today }: Pick<Desk, 'db' | 'today'>, householdId: string): Promise<Taker[]> {
  const loads = await readLoads(db)
  const conflicts = await readConflicts(db)
  return (await readPlanners(db)).map(staff => ({
    id: staff.id,
    name: staff.name,
    load: loads.get(staff.id) ?? { cases: 0, weight: 0 },
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
