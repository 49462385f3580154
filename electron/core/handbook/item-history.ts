import type { Store } from '../host.ts'
import type { Item } from './model.ts'
import { Instant } from '../kernel/dates.ts'
import { OfficeHandbook } from './model.ts'

export interface ItemVersion { readonly version: number, readonly at: Instant, readonly by: string, readonly why: string, readonly item: Item | null }

/** The office's versions of one item, newest first; versions in which only others changed are left out. */
export async function itemHistory(db: Store, itemId: string): Promise<ItemVersion[]> {
  const rows = await db.selectFrom('office_text').leftJoin('staff', 'staff.id', 'office_text.staff_id')
    .select(['office_text.version', 'office_text.body', 'office_text.at', 'office_text.why', 'staff.name as by'])
    .where('office_text.name', '=', 'handbook')
    .orderBy('office_text.version')
    .execute()
  let last: Item | null = null
  const versions: ItemVersion[] = []
  for (const row of rows) {
    const item: Item | null = OfficeHandbook.parse(JSON.parse(row.body)).items[itemId]?.item ?? null
    if (JSON.stringify(item) !== JSON.stringify(last))
      versions.push({ version: row.version, at: Instant.parse(row.at), by: row.by ?? '', why: row.why ?? '', item })
    last = item
  }
  return versions.reverse()
}
