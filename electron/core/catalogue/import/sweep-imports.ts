/**
 * Takes away what an import left in the store: one that was cancelled, and one that a crash cut off.
 *
 * One that was already going over into the draft is not taken away but brought to its end: half of it stands there.
 */
import type { Host, Store } from '../../host.ts'
import type { ImportId } from './model.ts'
import { findRunning } from './running-imports.ts'
import { clearStaged } from './sweep-staged.ts'
import { switchOver } from './switch-over.ts'

/** Rows of one transaction. */
const rowsAtOnce = 500

export async function discardImport(db: Store, host: Host, importId: string): Promise<void> {
  await clearStaged(db, host, importId)
  for (;;) {
    const first = await db.selectFrom('catalogue_import_problem').select('seq').where('import_id', '=', importId).orderBy('seq').limit(1).executeTakeFirst()
    if (!first)
      break
    await host.inTurn(() => db.transaction().execute(store => store.deleteFrom('catalogue_import_problem')
      .where('import_id', '=', importId).where('seq', '<', first.seq + rowsAtOnce).execute()))
    await host.official.breathe()
  }
  await host.inTurn(() => db.transaction().execute(store => store.deleteFrom('catalogue_import').where('id', '=', importId).execute()))
}

/** Two sign-ins at once sweep together: twice the same end would be counted twice. */
const sweeping = new WeakMap<Host, Promise<void>>()

/** Whatever nobody holds. Costs one query where there is nothing. */
export function sweepImports(db: Store, host: Host): Promise<void> {
  const under = sweeping.get(host) ?? sweep(db, host).finally(() => sweeping.delete(host))
  sweeping.set(host, under)
  return under
}

async function sweep(db: Store, host: Host): Promise<void> {
  const left = await db.selectFrom('catalogue_import').select(['id', 'status']).where('status', '!=', 'done').execute()
  // Asked only now: one that was begun while the rows were read is held already.
  const held = findRunning(host)?.id
  for (const { id, status } of left.filter(row => row.id !== held)) {
    if (status !== 'switching') {
      await discardImport(db, host, id)
      continue
    }
    const reader = host.official.openReader()
    await switchOver(db, host, { importId: id as ImportId, reader, tell: () => undefined }).finally(() => reader.close())
  }
}
