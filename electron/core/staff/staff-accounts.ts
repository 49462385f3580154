/** The accounts of the office: adding, changing rights. The last administrator stays one. */
import { door } from '../door.ts'
import { StaffId } from '../kernel/ids.ts'
import { readStaff, staffOf } from './read-staff.ts'
import { mustStandIn } from './stand-in.ts'
import { countAdministrators, findStaffRow, insertStaff, insertStaffEvent, teamworkColumns } from './write-staff.ts'

export const list = door.staff.list.handler(({ context: { db } }) => readStaff(db))

export const add = door.staff.add.handler(async ({ input, errors, context: { host, db, caller, now, about, transact } }) => {
  const name = input.name.normalize('NFC')
  const isTaken = async () => host.accounts.findStaffId(name) !== undefined
    || await db.selectFrom('staff').select('id').where('name', '=', name).executeTakeFirst() !== undefined
  if (await isTaken())
    throw errors.NAME_TAKEN()
  if (input.deputyId)
    await mustStandIn(db, input.deputyId)
  const staffId = StaffId.parse(host.newId())
  about('staff', staffId)
  const prepared = await host.accounts.prepare({ staffId, name, password: input.password })
  const row = await transact(async (db) => {
    // Somebody may have added the same name while the key was derived.
    if (await db.selectFrom('staff').select('id').where('name', '=', name).executeTakeFirst())
      throw errors.NAME_TAKEN()
    const made = await insertStaff(db, {
      id: staffId,
      name,
      roles: input.roles,
      areas: input.areas,
      phone: input.phone,
      teamwork: teamworkColumns(input),
    })
    await insertStaffEvent(db, {
      id: host.newId(),
      staffId,
      by: caller.staffId,
      at: now,
      kind: 'created',
      detail: { roles: input.roles },
    })
    return made
  })
  prepared.keep()
  return staffOf(row)
})

export const change = door.staff.change.handler(async ({ input, errors, context: { host, db, caller, now, about } }) => {
  const { staffId, seenVersion, roles, areas, phone, active } = input
  about('staff', staffId)
  const before = await findStaffRow(db, staffId)
  if (!before)
    throw errors.STAFF_NOT_FOUND()
  if (!(active && roles.includes('admin')) && await countAdministrators(db, staffId) === 0)
    throw errors.LAST_ADMINISTRATOR()
  if (input.deputyId && input.deputyId !== before.deputy_id)
    await mustStandIn(db, input.deputyId, staffId)
  const saved = await db.updateTable('staff')
    .set({
      roles: JSON.stringify(roles),
      areas: JSON.stringify(areas),
      phone,
      active: active ? 1 : 0,
      ...teamworkColumns(input),
      version: seenVersion + 1,
    })
    .where('id', '=', staffId)
    .where('version', '=', seenVersion)
    .returningAll()
    .executeTakeFirst()
  if (!saved)
    throw errors.CHANGED_MEANWHILE()
  if (saved.roles !== before.roles || saved.active !== before.active) {
    const rights = (row: { roles: string, active: number }) => ({
      roles: JSON.parse(row.roles),
      active: row.active === 1,
    })
    await insertStaffEvent(db, {
      id: host.newId(),
      staffId,
      by: caller.staffId,
      at: now,
      kind: 'rights-changed',
      detail: {
        from: rights(before),
        to: rights(saved),
      },
    })
  }
  return staffOf(saved)
})
