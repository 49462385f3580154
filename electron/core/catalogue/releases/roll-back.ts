/**
 * Going back to an older release. One keeper asks and another confirms; whoever keeps the catalogue alone does it
 * with the password. It is a release of its own, so that nothing that ever was in force is lost; the draft stays.
 */
import type { Desk } from '../../door.ts'
import type { Store } from '../../host.ts'
import type { StaffId } from '../../kernel/ids.ts'
import type { AskedRollBack, ReleaseRight } from '../model.ts'
import type { ReleaseRow } from './find-release.ts'
import type { ItemChange } from './write-release.ts'
import { ORPCError } from '@orpc/server'
import { door } from '../../door.ts'
import { Instant } from '../../kernel/dates.ts'
import { StaffId as Id } from '../../kernel/ids.ts'
import { readStaff } from '../../staff/read-staff.ts'
import { catalogueInForce, readContents } from '../read-in-force.ts'
import { keyOf, readItems } from '../read-items.ts'
import { findBlocks } from './find-blocks.ts'
import { findRelease } from './find-release.ts'
import { readRelease } from './read-releases.ts'
import { readKeepers } from './release-right.ts'
import { checkSecondPerson, checkStillRight } from './second-password.ts'
import { writeRelease } from './write-release.ts'

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

export const rollBack = door.catalogue.releases.rollBack.handler(async ({ input, errors, context }) => {
  const { host, db, caller, now, about, afterwards, transact } = context
  const before = await findAsked(db, caller.staffId)
  const withPassword = await checkSecondPerson(context, await rightTo(db, caller.staffId, input.number), input.password)
  if (before?.number !== input.number && input.why === undefined)
    throw errors.ROLLBACK_WHY()
  const changes = await backTo(context, db, input.number)
  return transact(async (db) => {
    const { title } = await olderRelease(db, input.number)
    if ((await findRelease(db))?.number !== input.seenRelease)
      throw errors.RELEASED_MEANWHILE()
    const asked = await findAsked(db, caller.staffId)
    const request = asked?.number === input.number ? asked : undefined
    const why = request?.why ?? input.why
    if (why === undefined)
      throw errors.ROLLBACK_NOT_ASKED()
    const alone = checkStillRight(await rightTo(db, caller.staffId, input.number), withPassword)
    const { number, id } = await writeRelease(db, host, {
      origin: 'rollback',
      title,
      why,
      preparedBy: [request?.by.id ?? caller.staffId],
      releasedBy: caller.staffId,
      at: now,
      alone,
      rolledBackTo: input.number,
    }, changes)
    about('release', id)
    afterwards(() => host.news.publish('catalogue', { release: id }))
    return readRelease(db, number)
  })
})

/** Alone where nobody else has the right; else only what a colleague asked for. */
async function rightTo(db: Store, staffId: StaffId, number: number): Promise<ReleaseRight> {
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
async function olderRelease(db: Store, number: number): Promise<ReleaseRow> {
  const release = await db.selectFrom('catalogue_release').selectAll().where('number', '=', number).executeTakeFirst()
  if (!release)
    throw new ORPCError('RELEASE_NOT_FOUND')
  if (number === (await findRelease(db))?.number)
    throw new ORPCError('RELEASE_IN_FORCE')
  return release
}

/**
 * What differs from the release in force. Read beforehand, as for a release: it is right as long as that is in force.
 *
 * @throws {ORPCError} RELEASE_DOES_NOT_HOLD, when an old service names a paper that no longer ships
 */
async function backTo({ host }: Pick<Desk, 'host'>, db: Store, number: number): Promise<ItemChange[]> {
  const older = await readItems(db, number)
  const blocks = findBlocks({ ...await catalogueInForce(db, host), ...await readContents(db, host, older.filter(({ kind }) => kind !== 'record')) }, host)
  if (blocks.length > 0)
    throw new ORPCError('RELEASE_DOES_NOT_HOLD', { data: { count: blocks.length, blocks: blocks.slice(0, 100) } })
  const inForce = new Map((await readItems(db)).map(item => [keyOf(item), item]))
  const known = new Set(older.map(keyOf))
  const ended = [...inForce.values()].filter(item => !known.has(keyOf(item))).map(({ kind, itemId }) => ({ kind, itemId, hash: null }))
  return [...older.filter(item => inForce.get(keyOf(item))?.hash !== item.hash), ...ended]
}
