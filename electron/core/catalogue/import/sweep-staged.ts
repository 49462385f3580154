/** Takes away what an import has read, a portion at a time. */
import type { Host, Store } from '../../host.ts'

/** Rows of one transaction. */
const rowsAtOnce = 300

export async function clearStaged(db: Store, host: Host, importId: string): Promise<void> {
  for (;;) {
    const last = await db.selectFrom('catalogue_staged').select('item_id').where('import_id', '=', importId).orderBy('item_id').offset(rowsAtOnce).limit(1).executeTakeFirst()
    await host.inTurn(() => db.transaction().execute(store => store.deleteFrom('catalogue_staged')
      .where('import_id', '=', importId)
      .$if(last !== undefined, rows => rows.where('item_id', '<', last?.item_id ?? ''))
      .execute()))
    if (!last)
      return
    await host.official.breathe()
  }
}
