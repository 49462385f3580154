/**
 * Takes away what an import left in the store: one that was cancelled, and one that a crash cut off.
 *
 * One that was already going over into the draft is not taken away but brought to its end: half of it stands there.
 * What cannot be taken away is reported and left for the next time: nobody is kept from beginning another.
 */
import type { Host, Store } from '../../host.ts'
import type { ImportId } from './model.ts'
import { storeTrouble } from '../../door-refusals.ts'
import { giveUp } from './give-up.ts'
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

/** Whatever nobody holds. Costs two short queries where there is nothing. */
export function sweepImports(db: Store, host: Host): Promise<void> {
  const under = sweeping.get(host) ?? sweep(db, host).finally(() => sweeping.delete(host))
  sweeping.set(host, under)
  return under
}

async function sweep(db: Store, host: Host): Promise<void> {
  const left = await db.selectFrom('catalogue_import').select(['id', 'status']).where('status', '!=', 'done').execute()
  const staged = await db.selectFrom('catalogue_staged').select('import_id').distinct().execute()
  // Asked only now: one that was begun while the rows were read is held already.
  const held = findRunning(host)?.id
  for (const { id, status } of left.filter(row => row.id !== held))
    await (status === 'switching' ? bringToItsEnd(db, host, id as ImportId) : discardImport(db, host, id)).catch(error => host.report(`import left over ${id}`, error))
  for (const { import_id: id } of staged.filter(row => row.import_id !== held && left.every(other => other.id !== row.import_id)))
    await clearStaged(db, host, id).catch(error => host.report(`import left over ${id}`, error))
}

/** Given up where it fails twice and not for want of a store to write to. */
async function bringToItsEnd(db: Store, host: Host, importId: ImportId): Promise<void> {
  const bring = async (): Promise<void> => {
    const reader = host.official.openReader()
    await switchOver(db, host, { importId, reader, tell: () => undefined }).finally(() => reader.close())
  }
  await bring().catch(bring).catch(async (error: unknown) => {
    if (storeTrouble(error) === undefined)
      await giveUp(db, host, importId)
    throw error
  })
}
