/** Taking changes out of the draft. What they said stays in the history of each item. */
import type { ItemKey } from '../model.ts'
import type { PendingChange } from './read-changes.ts'
import { door } from '../../door.ts'
import { keyOf } from '../read-items.ts'
import { eventOf } from './put-changes.ts'
import { readChanges } from './read-changes.ts'
import { dropChanges, writeEvents } from './write-changes.ts'

export const takeBack = door.catalogue.draft.takeBack.handler(async ({ input, errors, context: { db, host, caller, now, about } }) => {
  const { which, why } = input
  const pending = await readChanges(db, 'items' in which ? which.items : undefined)
  const changes: readonly PendingChange[] = 'items' in which
    ? which.items.flatMap((item: ItemKey) => pending.get(keyOf(item)) ?? [])
    : [...pending.values()].filter(({ import_id }) => import_id === which.importId)
  if (changes.length === 0)
    throw errors.CHANGE_NOT_FOUND()
  if ('importId' in which)
    about('import', which.importId)
  await dropChanges(db, changes)
  await writeEvents(db, changes.map(change => ({
    ...eventOf(host, change, 'taken-back', { staffId: caller.staffId, at: now, why, ...(change.import_id === null ? {} : { importId: change.import_id }) }),
    hash_before: change.hash,
    hash_after: change.base_hash,
  })))
  return { takenBack: changes.length }
})
