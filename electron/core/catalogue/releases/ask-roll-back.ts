/** Asking to go back to an older release, withdrawing that, and who may confirm it. */
import type { Store } from '../../host.ts'
import type { StaffId } from '../../kernel/ids.ts'
import type { AskedRollBack, ReleaseRight } from '../model.ts'
import type { ReleaseRow } from './find-release.ts'
import { ORPCError } from '@orpc/server'
import { door } from '../../door.ts'
import { Instant } from '../../kernel/dates.ts'
import { StaffId as Id } from '../../kernel/ids.ts'
import { readStaff } from '../../staff/read-staff.ts'
import { findRelease } from './find-release.ts'
import { readKeepers } from './release-right.ts'

export const askRollBack = door.catalogue.releases.askRollBack.handler(async ({ input, errors, context: { db, caller, now, about } }) => {
  about('release', (await olderRelease(db, input.number)).id)
  if (await findAsked(db, caller.staffId))
    throw errors.ROLLBACK_ASKED()
  await db.insertInto('catalogue_rollback').values({ id: 1, to_release: input.number, staff_id: caller.staffId, at: now, why: input.why }).execute()
  const asked = await findAsked(db, caller.staffId)
  return asked!
})

export const dropRollBack = door.catalogue.releases.dropRollBack.handler(async ({ errors, context: { db, about } }) => {
  const dropped = await db.deleteFrom('catalogue_rollback').returning('to_release').executeTakeFirst()
  if (!dropped)
    throw errors.ROLLBACK_NOT_ASKED()
  about('release', (await olderRelease(db, dropped.to_release)).id)
})

/** Alone where nobody else has the right; else only what a colleague asked for. */
export async function rightTo(db: Store, staffId: StaffId, number: number): Promise<ReleaseRight> {
  await olderRelease(db, number)
  const asked = await findAsked(db, staffId)
  if (!asked || asked.number !== number)
    return rollBackRight(db, staffId, undefined)
  return asked.right
}

/** @param askedBy whoever asked for it */
export async function rollBackRight(db: Store, staffId: StaffId, askedBy: string | undefined): Promise<ReleaseRight> {
  const others = (await readKeepers(db)).filter(({ id }) => id !== staffId)
  return { may: others.length === 0 ? 'with-password' : askedBy !== undefined && askedBy !== staffId ? 'freely' : 'not', others }
}

export async function findAsked(db: Store, staffId: StaffId): Promise<AskedRollBack | undefined> {
  const row = await db.selectFrom('catalogue_rollback').selectAll().executeTakeFirst()
  if (!row)
    return undefined
  const by = (await readStaff(db)).find(({ id }) => id === row.staff_id)
  return {
    number: row.to_release,
    by: { id: Id.parse(row.staff_id), name: by?.name ?? '' },
    at: Instant.parse(row.at),
    why: row.why,
    right: await rollBackRight(db, staffId, row.staff_id),
  }
}

/** @throws {ORPCError} RELEASE_NOT_FOUND, RELEASE_IN_FORCE */
export async function olderRelease(db: Store, number: number): Promise<ReleaseRow> {
  const release = await db.selectFrom('catalogue_release').selectAll().where('number', '=', number).executeTakeFirst()
  if (!release)
    throw new ORPCError('RELEASE_NOT_FOUND')
  if (number === (await findRelease(db))?.number)
    throw new ORPCError('RELEASE_IN_FORCE')
  return release
}
