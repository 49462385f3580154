/** Rows of staff as they are written, and what happened to their rights. Queries only: what may happen is decided in the handlers. */
import type { Selectable } from 'kysely'
import type { Store } from '../host.ts'
import type { Role } from '../kernel/contract.ts'
import type { Instant, PlainDate } from '../kernel/dates.ts'
import type { StaffId } from '../kernel/ids.ts'
import type { StaffTable } from '../store/schema.ts'
import * as z from 'zod'

export type StaffRow = Selectable<StaffTable>

export function findStaffRow(db: Store, id: StaffId): Promise<StaffRow | undefined> {
  return db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()
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
  readonly teamwork?: Partial<TeamworkColumns>
}

type TeamworkColumns = Pick<StaffRow, 'team' | 'deputy_id' | 'languages' | 'specialities' | 'agency' | 'leaves_on'>

export interface Teamwork {
  readonly team?: string | null | undefined
  readonly deputyId?: StaffId | null | undefined
  readonly languages?: readonly string[] | undefined
  readonly specialities?: readonly string[] | undefined
  readonly agency?: string | null | undefined
  readonly leavesOn?: PlainDate | null | undefined
}

/** The columns that were said; the others stay as they are. An empty text is none. */
export const teamworkColumns = ({ team, deputyId, languages, specialities, agency, leavesOn }: Teamwork): Partial<TeamworkColumns> => ({
  ...(team === undefined ? {} : { team: team || null }),
  ...(deputyId === undefined ? {} : { deputy_id: deputyId }),
  ...(languages === undefined ? {} : { languages: JSON.stringify(languages) }),
  ...(specialities === undefined ? {} : { specialities: JSON.stringify(specialities) }),
  ...(agency === undefined ? {} : { agency: agency || null }),
  ...(leavesOn === undefined ? {} : { leaves_on: leavesOn }),
})

export function insertStaff(db: Store, { id, name, roles, areas, phone, teamwork }: NewStaff): Promise<StaffRow> {
  return db.insertInto('staff').values({
    id,
    name,
    roles: JSON.stringify(roles),
    areas: JSON.stringify(areas),
    phone,
    active: 1,
    absent_from: null,
    absent_until: null,
    ...teamwork,
    version: 1,
  }).returningAll().executeTakeFirstOrThrow()
}

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
  await db.insertInto('staff_event').values({
    id,
    staff_id: staffId,
    by_staff_id: by,
    at,
    kind,
    detail: JSON.stringify(detail),
  }).execute()
}
