/** Absence (부재) and who stands in (대직). A deputy is a planner who is here; a deputy has no deputy of their own for it. */
import type { Store } from '../host.ts'
import type { StaffMember } from './model.ts'
import { ORPCError } from '@orpc/server'
import { door } from '../door.ts'
import { findStaff, staffOf } from './read-staff.ts'

type Days = StaffMember['absence']
export const overlap = (one: Days, other: Days): boolean => one !== null && other !== null && one.from <= other.until && other.from <= one.until

/**
 * Checks who shall stand in, for certain days where there are some.
 *
 * @throws {ORPCError} DEPUTY_NOT_AVAILABLE: not a planner in use, the person themselves, or away on those days too
 */
export async function mustStandIn(db: Store, deputyId: string, forId?: string, days: Days = null): Promise<void> {
  const deputy = await findStaff(db, deputyId)
  if (!deputy?.active || !deputy.roles.includes('planner') || deputyId === forId || overlap(days, deputy.absence))
    throw new ORPCError('DEPUTY_NOT_AVAILABLE')
}

/** Planners write down their own absence, leads and administrators everybody's. */
export const setAbsence = door.staff.setAbsence.handler(async ({ input: { staffId, absence, deputyId }, errors, context: { db, caller, about } }) => {
  about('staff', staffId)
  if (staffId !== caller.staffId && !caller.roles.some(role => role === 'lead' || role === 'admin'))
    throw errors.NOT_PERMITTED()
  if (absence && absence.until < absence.from)
    throw errors.END_BEFORE_START()
  const before = await findStaff(db, staffId)
  if (!before)
    throw errors.STAFF_NOT_FOUND()
  const deputy = deputyId === undefined ? before.deputyId : deputyId
  if (deputy !== null && (absence || deputyId))
    await mustStandIn(db, deputy, staffId, absence)
  // Standing in for somebody oneself is no reason to write down less than the truth: the team page shows who is left alone.
  const saved = await db.updateTable('staff')
    .set(({ eb }) => ({
      absent_from: absence?.from ?? null,
      absent_until: absence?.until ?? null,
      deputy_id: deputy,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', staffId)
    .returningAll()
    .executeTakeFirst()
  if (!saved)
    throw errors.STAFF_NOT_FOUND()
  return staffOf(saved)
})
