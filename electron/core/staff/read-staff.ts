/** Reading members of staff. */
import type { Selectable } from 'kysely'
import type { Store } from '../host.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { StaffTable } from '../store/schema.ts'
import * as z from 'zod'
import { StaffMember } from './model.ts'

export function staffOf(row: Selectable<StaffTable>): StaffMember {
  return StaffMember.parse({
    id: row.id,
    name: row.name,
    roles: JSON.parse(row.roles),
    areas: JSON.parse(row.areas),
    phone: row.phone,
    active: row.active === 1,
    absence: row.absent_from === null || row.absent_until === null
      ? null
      : { from: row.absent_from, until: row.absent_until },
    team: row.team,
    deputyId: row.deputy_id,
    languages: JSON.parse(row.languages ?? '[]'),
    specialities: JSON.parse(row.specialities ?? '[]'),
    agency: row.agency,
    leavesOn: row.leaves_on,
    version: row.version,
  })
}

export async function findStaff(db: Store, id: string): Promise<StaffMember | undefined> {
  const row = await db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()
  return row
    ? staffOf(row)
    : undefined
}

export async function readStaff(db: Store): Promise<StaffMember[]> {
  const rows = await db.selectFrom('staff').selectAll().execute()
  return rows.map(staffOf).sort((one, other) => one.name < other.name
    ? -1
    : 1)
}

/** Who may be given a case: active, with the planner's role. */
export async function readPlanners(db: Store): Promise<StaffMember[]> {
  return (await readStaff(db)).filter(({ active, roles }) => active && roles.includes('planner'))
}

/** The families somebody must not be given (이해충돌), by staff id. Not part of `StaffMember`: it is nobody's business at the counter. */
export async function readConflicts(db: Store): Promise<ReadonlyMap<StaffId, ReadonlySet<string>>> {
  const rows = await db.selectFrom('staff').select(['id', 'conflicts']).where('conflicts', 'is not', null).execute()
  return new Map(rows.map(({ id, conflicts }) => [id as StaffId, new Set(z.array(z.string()).parse(JSON.parse(conflicts ?? '[]')))]))
}
