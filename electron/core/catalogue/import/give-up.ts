/**
 * Gives up an import that cannot be brought to its end, whatever the reason in it: no other could begin beside it.
 *
 * What went over stays in the draft, and each record that did not is told by its id. Nothing ends by it: its records
 * were not all seen.
 */
import type { Host, Store } from '../../host.ts'
import type { ReadProblem } from '../formats/reading.ts'
import type { ImportId } from './model.ts'
import { endImport, nextStaged } from './switch-over.ts'
import { writeProblems } from './write-problems.ts'

export async function giveUp(db: Store, host: Host, importId: ImportId): Promise<void> {
  for (;;) {
    const ids = [...(await nextStaged(db, importId, '')).keys()]
    if (ids.length === 0)
      break
    await host.inTurn(() => db.transaction().execute(async (store) => {
      await writeProblems(store, importId, ids.map((id): ReadProblem => ({ severity: 'broken', place: { file: '', id }, reason: { code: 'left-over' } })))
      await store.updateTable('catalogue_staged').set({ body: '' }).where('import_id', '=', importId).where('item_id', 'in', ids).execute()
      await store.updateTable('catalogue_import').set(({ eb }) => ({ broken: eb('broken', '+', ids.length), scope: '[]' })).where('id', '=', importId).execute()
    }))
    await host.official.breathe()
  }
  await endImport(db, host, importId)
}
