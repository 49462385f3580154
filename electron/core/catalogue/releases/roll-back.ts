/**
 * Going back to an older release. One keeper asks and another confirms; whoever keeps the catalogue alone does it
 * with the password. It is a release of its own, so that nothing that ever was in force is lost; the draft stays.
 */
import type { Desk } from '../../door.ts'
import type { Store } from '../../host.ts'
import type { StaffId } from '../../kernel/ids.ts'
import type { AskedRollBack, ReleaseRight } from '../model.ts'
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
import { checkSecondPerson } from './second-password.ts'
import { writeRelease } from './write-release.ts'

export const askRollBack = door.catalogue.releases.askRollBack.handler(async ({ input, errors, context: { db, caller, now, about } }) => {
  about('release', String(input.number))
  await checkNumber(db, input.number)
  if (await findAsked(db, caller.staffId))
    throw errors.ROLLBACK_ASKED()
  await db.insertInto('catalogue_rollback').values({ id: 1, to_release: input.number, staff_id: caller.staffId, at: now, why: input.why }).execute()
  const asked = await findAsked(db, caller.staffId)
  return asked!
})

export const dropRollBack = door.catalogue.releases.dropRollBack.handler(async ({ errors, context: { db } }) => {
  if (!await db.deleteFrom('catalogue_rollback').returning('id').executeTakeFirst())
    throw errors.ROLLBACK_NOT_ASKED()
})

export const rollBack = door.catalogue.releases.rollBack.handler(async ({ input, errors, context }) => {
  const { host, db, caller, now, about, afterwards, transact } = context
  const alone = await checkSecondPerson(context, await rightTo(db, caller.staffId, input.number), input.password)
  const request = await findAsked(db, caller.staffId)
  const why = request?.number === input.number ? request.why : input.why
  if (why === undefined)
    throw errors.ROLLBACK_WHY()
  return transact(async (db) => {
    await checkNumber(db, input.number)
    if ((await findRelease(db))?.number !== input.seenRelease)
      throw errors.RELEASED_MEANWHILE()
    const asked = await findAsked(db, caller.staffId)
    if (!alone && asked?.number !== input.number)
      throw errors.ROLLBACK_NOT_ASKED()
    const changes = await backTo(context, db, input.number)
    const { number, id } = await writeRelease(db, host, {
      origin: 'rollback',
      title: (await readRelease(db, input.number)).title,
      why,
      preparedBy: [asked?.number === input.number ? asked.by.id : caller.staffId],
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
  await checkNumber(db, number)
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
async function checkNumber(db: Store, number: number): Promise<void> {
  const newest = await findRelease(db)
  if (!newest || number > newest.number)
    throw new ORPCError('RELEASE_NOT_FOUND')
  if (number === newest.number)
    throw new ORPCError('RELEASE_IN_FORCE')
}

/** @throws {ORPCError} RELEASE_DOES_NOT_HOLD, when an old service names a paper that no longer ships */
async function backTo({ host }: Pick<Desk, 'host'>, db: Store, number: number): Promise<ItemChange[]> {
  const older = await readItems(db, number)
  const blocks = findBlocks({ ...await catalogueInForce(db, host), ...await readContents(db, host, older) }, host)
  if (blocks.length > 0)
    throw new ORPCError('RELEASE_DOES_NOT_HOLD', { data: { count: blocks.length, blocks: blocks.slice(0, 100) } })
  const inForce = new Map((await readItems(db)).map(item => [keyOf(item), item]))
  const known = new Set(older.map(keyOf))
  const ended = [...inForce.values()].filter(item => !known.has(keyOf(item))).map(({ kind, itemId }) => ({ kind, itemId, hash: null }))
  return [...older.filter(item => inForce.get(keyOf(item))?.hash !== item.hash), ...ended]
}
