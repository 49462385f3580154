/** Reading and writing staff. Queries only: what may happen is decided in the handlers. */
import type { Store } from '../host.ts'
import type { Role } from '../kernel/contract.ts'
import type { Instant } from '../kernel/dates.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { StaffTable } from '../store/schema.ts'
import type { Selectable } from 'kysely'
import * as z from 'zod'
import { StaffMember } from './model.ts'

export type StaffRow = Selectable<StaffTable>

export const memberOf = (row: StaffRow): StaffMember => StaffMember.parse({
  id: row.id,
  name: row.name,
  roles: JSON.parse(row.roles),
  areas: JSON.parse(row.areas),
  phone: row.phone,
  active: row.active === 1,
  absence: row.absent_from !== null && row.absent_until !== null ? { from: row.absent_from, until: row.absent_until } : null,
  version: row.version,
})

export const findStaffRow = (db: Store, id: StaffId): Promise<StaffRow | undefined> =>
  db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()

export async function listStaff(db: Store): Promise<StaffMember[]> {
  const rows = await db.selectFrom('staff').selectAll().orderBy('id').execute()
  return rows.map(memberOf)
}

/** The accounts in use that may administer (관리자), `except` one. */
export async function countAdministrators(db: Store, except: StaffId): Promise<number> {
  const others = await db.selectFrom('staff').select('roles').where('active', '=', 1).where('id', '!=', except).execute()
  return others.filter(({ roles }) => z.array(z.string()).parse(JSON.parse(roles)).includes('admin')).length
}

export interface NewStaff {
  readonly id: StaffId
  readonly name: string
  readonly roles: readonly Role[]
  readonly areas: readonly string[]
  readonly phone: string | null
}

export const insertStaff = (db: Store, { id, name, roles, areas, phone }: NewStaff): Promise<StaffRow> =>
  db.insertInto('staff').values({
    id,
    name,
    roles: JSON.stringify(roles),
    areas: JSON.stringify(areas),
    phone,
    active: 1,
    absent_from: null,
    absent_until: null,
    version: 1,
  }).returningAll().executeTakeFirstOrThrow()

/** What happened to an account's rights; kept at least three years (개인정보의 안전성 확보조치 기준 제5조 ③). */
export type StaffEventKind = 'created' | 'rights-changed' | 'password-changed' | 'password-set' | 'recovered'

export interface NewStaffEvent {
  readonly id: string
  readonly staffId: StaffId
  readonly by: StaffId | null
  readonly at: Instant
  readonly kind: StaffEventKind
  readonly detail?: object
}

export async function insertStaffEvent(db: Store, { id, staffId, by, at, kind, detail = {} }: NewStaffEvent): Promise<void> {
  await db.insertInto('staff_event').values({ id, staff_id: staffId, by_staff_id: by, at, kind, detail: JSON.stringify(detail) }).execute()
}
