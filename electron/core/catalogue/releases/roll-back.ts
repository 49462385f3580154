/**
 * Going back to an older release. One keeper asks and another confirms; whoever keeps the catalogue alone does it
 * with the password. It is a release of its own, so that nothing that ever was in force is lost; the draft stays.
 */
import type { Desk } from '../../door.ts'
import type { Store } from '../../host.ts'
import type { ItemChange } from './write-release.ts'
import { ORPCError } from '@orpc/server'
import { door } from '../../door.ts'
import { catalogueInForce, readContents } from '../read-in-force.ts'
import { keyOf, readItems } from '../read-items.ts'
import { findAsked, olderRelease, rightTo } from './ask-roll-back.ts'
import { findBlocks } from './find-blocks.ts'
import { findRelease } from './find-release.ts'
import { readRelease } from './read-releases.ts'
import { checkSecondPerson, checkStillRight } from './second-password.ts'
import { writeRelease } from './write-release.ts'

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
