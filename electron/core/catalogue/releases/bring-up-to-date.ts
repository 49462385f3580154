/**
 * A newer Maji brings newer services, figures and records. At the first sign-in after it was installed they become a
 * release of their own, except where the office has another version than the one that shipped before: the office's
 * stays, and the shipped one waits in the draft for somebody to look at.
 *
 * Two things are held back. What somebody is changing just now is asked about at a later sign-in, once that is
 * released or taken back. A figure that no longer ships stays as long as a service in force names it, and is looked
 * at again with the next newer Maji: without it, that service could not be looked up.
 */
import type { HostContext } from '../../door.ts'
import type { Host, Store } from '../../host.ts'
import type { Instant } from '../../kernel/dates.ts'
import { leaveLine } from '../../audit/leave-line.ts'
import { putTexts } from '../draft/put-changes.ts'
import { keepTexts } from '../draft/write-changes.ts'
import { ensureRelease, noteSeen, saveShipped } from './ensure-release.ts'
import { findRelease } from './find-release.ts'
import { shippedChanges } from './shipped-changes.ts'
import { writeRelease } from './write-release.ts'

/** Costs one query where nothing is to be done. Opens its own transaction, and leaves a line where it did something. */
export async function bringUpToDate(context: HostContext, store: Store): Promise<void> {
  const { host } = context
  if ((await findRelease(store))?.shipped === host.catalogue().release)
    return
  if (await host.inTurn(() => store.transaction().execute(db => takeShipped(db, host, host.now()))))
    await leaveLine(context, 'catalogue.releases.bringUpToDate', 'done', null)
}

/** @returns whether there was anything to do */
async function takeShipped(db: Store, host: Host, at: Instant): Promise<boolean> {
  const isFirst = await findRelease(db) === undefined
  const { shipped } = await ensureRelease(db, host, at)
  if (shipped === host.catalogue().release)
    return isFirst
  const { taken, forReview, waiting, seen } = await shippedChanges(db, host)
  if (taken.length > 0) {
    await keepTexts(db, taken.flatMap(({ text }) => text ?? []))
    await writeRelease(db, host, { origin: 'shipped', title: host.version, why: null, preparedBy: [], releasedBy: null, at }, taken)
  }
  await saveShipped(db, seen)
  await putTexts(db, host, forReview, { origin: 'shipped', staffId: null, at })
  if (waiting.length === 0)
    await noteSeen(db, host.catalogue().release)
  return taken.length > 0 || forReview.length > 0 || waiting.length === 0
}
