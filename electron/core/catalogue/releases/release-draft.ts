/**
 * Releasing the draft: by a second person, on the version that person saw, and only what holds together.
 *
 * Everything is checked twice: before, so that a password is tried only where it decides something, and in the
 * transaction, because a colleague may have been faster.
 */
import type { Desk } from '../../door.ts'
import type { Store } from '../../host.ts'
import type { StaffId } from '../../kernel/ids.ts'
import type { PendingChange } from '../draft/read-changes.ts'
import type { ItemKey } from '../model.ts'
import { ORPCError } from '@orpc/server'
import { door } from '../../door.ts'
import { readChanges, readDraftVersion } from '../draft/read-changes.ts'
import { withChanges } from '../draft/read-draft-catalogue.ts'
import { catalogueInForce } from '../read-in-force.ts'
import { keyOf } from '../read-items.ts'
import { findBlocks } from './find-blocks.ts'
import { readRelease } from './read-releases.ts'
import { authorsOf, isOwn, readKeepers, releaseRight } from './release-right.ts'
import { checkSecondPerson } from './second-password.ts'
import { writeRelease } from './write-release.ts'

interface Wanted { readonly seenVersion: number, readonly items?: readonly ItemKey[], readonly withoutOwn: boolean }

export const releaseDraft = door.catalogue.releases.release.handler(async ({ input, context }) => {
  const { host, db, caller, now, about, afterwards, transact } = context
  const right = releaseRight(await chosenChanges(db, input, caller.staffId), caller.staffId, await readKeepers(db))
  const alone = await checkSecondPerson(context, right, input.password)
  return transact(async (db) => {
    const changes = await chosenChanges(db, input, caller.staffId)
    await checkThatItHolds(context, db, changes)
    const { number, id } = await writeRelease(db, host, {
      origin: 'office',
      title: input.title,
      why: input.why,
      preparedBy: [...new Set(changes.flatMap(authorsOf))],
      releasedBy: caller.staffId,
      at: now,
      alone,
    }, changes)
    about('release', id)
    afterwards(() => host.news.publish('catalogue', { release: id }))
    return readRelease(db, number)
  })
})

/** @throws {ORPCError} DRAFT_CHANGED_MEANWHILE, DRAFT_EMPTY, CHANGE_NOT_FOUND */
async function chosenChanges(db: Store, { seenVersion, items, withoutOwn }: Wanted, staffId: StaffId): Promise<PendingChange[]> {
  if ((await readDraftVersion(db)).version !== seenVersion)
    throw new ORPCError('DRAFT_CHANGED_MEANWHILE')
  const pending = await readChanges(db)
  const named = items ? namedChanges(pending, items) : [...pending.values()]
  const keepers = withoutOwn ? await readKeepers(db) : []
  const chosen = withoutOwn ? named.filter(change => !isOwn(change, staffId, keepers)) : named
  if (chosen.length === 0)
    throw new ORPCError('DRAFT_EMPTY')
  return chosen
}

function namedChanges(pending: ReadonlyMap<string, PendingChange>, items: readonly ItemKey[]): PendingChange[] {
  return [...new Set(items.map(keyOf))].map((key) => {
    const change = pending.get(key)
    if (!change)
      throw new ORPCError('CHANGE_NOT_FOUND')
    return change
  })
}

/** @throws {ORPCError} RELEASE_DOES_NOT_HOLD */
async function checkThatItHolds({ host }: Pick<Desk, 'host'>, db: Store, changes: readonly PendingChange[]): Promise<void> {
  const blocks = findBlocks(await withChanges(db, host, await catalogueInForce(db, host), changes), host)
  if (blocks.length > 0)
    throw new ORPCError('RELEASE_DOES_NOT_HOLD', { data: { count: blocks.length, blocks: blocks.slice(0, 100) } })
}
