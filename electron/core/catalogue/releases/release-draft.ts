/**
 * Releasing the draft: by a second person, on the version that person saw, and only what holds together.
 *
 * Reading eleven thousand records and checking them is done beforehand, so that no other counter waits for it; what
 * was read is what is released, because the transaction begins with the version of the draft. The right is looked at
 * twice: before, so that a password is tried only where it decides something, and in the transaction, because while
 * a key was derived a second person may have come.
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
import { checkSecondPerson, checkStillRight } from './second-password.ts'
import { writeRelease } from './write-release.ts'

interface Wanted { readonly seenVersion: number, readonly items?: readonly ItemKey[], readonly withoutOwn: boolean }

export const releaseDraft = door.catalogue.releases.release.handler(async ({ input, context }) => {
  const { host, db, caller, now, about, afterwards, transact } = context
  await checkThatItStands(db, input)
  const changes = await chosenChanges(db, input, caller.staffId)
  const rightNow = async (db: Store) => releaseRight(changes, caller.staffId, await readKeepers(db))
  const withPassword = await checkSecondPerson(context, await rightNow(db), input.password)
  await checkThatItHolds(context, db, changes)
  return transact(async (db) => {
    await checkThatItStands(db, input)
    const alone = checkStillRight(await rightNow(db), withPassword)
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

/**
 * The draft is the one that was seen, and no import is going over into it: half of one would be released.
 *
 * @throws {ORPCError} IMPORT_GOING_OVER, DRAFT_CHANGED_MEANWHILE
 */
async function checkThatItStands(db: Store, { seenVersion }: Pick<Wanted, 'seenVersion'>): Promise<void> {
  if (await db.selectFrom('catalogue_import').select('id').where('status', '=', 'switching').executeTakeFirst())
    throw new ORPCError('IMPORT_GOING_OVER')
  if ((await readDraftVersion(db)).version !== seenVersion)
    throw new ORPCError('DRAFT_CHANGED_MEANWHILE')
}

/** @throws {ORPCError} DRAFT_EMPTY, CHANGE_NOT_FOUND */
async function chosenChanges(db: Store, { items, withoutOwn }: Wanted, staffId: StaffId): Promise<PendingChange[]> {
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
