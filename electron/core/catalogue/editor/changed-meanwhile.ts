/** Whether somebody else saved the item since a screen read it; of two editors the second is told, with who it was. */
import type { Host, Store } from '../../host.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { ItemKey } from '../model.ts'
import type { Item } from './item-rows.ts'
import { readChanges } from '../draft/read-changes.ts'
import { keyOf } from '../read-items.ts'
import { hashOfItem } from './read-item.ts'

export async function findFaster(db: Store, host: Host, key: ItemKey, item: Item | undefined, seenHash: string | null): Promise<{ readonly by: string | null, readonly at: Instant | null } | undefined> {
  if (hashOfItem(host, item) === seenHash)
    return undefined
  const change = (await readChanges(db, [key])).get(keyOf(key))
  const staff = change?.staff_id ? await db.selectFrom('staff').select('name').where('id', '=', change.staff_id).executeTakeFirst() : undefined
  return { by: staff?.name ?? null, at: (change?.at ?? null) as Instant | null }
}
