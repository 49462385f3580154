/**
 * Brings an import over into the draft: what it read is put together, held against what is known, and what differs is
 * proposed, forty records a transaction. A record that went over is emptied where it was staged, so that after a
 * crash the rest follows and nothing goes over twice. It is `done` before the first staged row is cleared away: which
 * records have ended is told by the staged ones, and must never be asked again when some of them are gone.
 *
 * Not one transaction for all: with eleven thousand records it would keep every counter waiting for seconds.
 */
import type { Host, Store } from '../../host.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { ProposedText } from '../draft/put-changes.ts'
import type { ReadProblem } from '../formats/reading.ts'
import type { ImportId, Whole } from './model.ts'
import type { MergeAnswer, OfficialReader } from './official-port.ts'
import { putTexts } from '../draft/put-changes.ts'
import { inChunks } from '../in-chunks.ts'
import { endedRecords } from './ended-records.ts'
import { knownRecords } from './known-records.ts'
import { clearStaged } from './sweep-staged.ts'
import { writeProblems } from './write-problems.ts'

export interface Switching {
  readonly importId: ImportId
  readonly reader: OfficialReader
  /** Called after each portion with what it came to. */
  readonly tell: (portion: { readonly done: number, readonly taken: number, readonly unchanged: number, readonly broken: number }) => void
}

/** Records of one transaction: about 15 ms on an encrypted disk, in which other counters wait. */
const recordsAtOnce = 40

export async function switchOver(db: Store, host: Host, switching: Switching): Promise<void> {
  const { importId } = switching
  const row = await db.selectFrom('catalogue_import').select(['staff_id', 'started_at', 'scope']).where('id', '=', importId).where('status', '=', 'switching').executeTakeFirst()
  if (!row) // somebody else has brought it to its end meanwhile
    return
  const by = { origin: 'import', staffId: row.staff_id, at: row.started_at as Instant, importId } as const
  const propose = async (records: readonly ProposedText[], problems: readonly ReadProblem[], emptied: readonly string[]): Promise<void> => {
    const put = await host.inTurn(() => db.transaction().execute(async (store) => {
      const { changed, unchanged } = await putTexts(store, host, records, by)
      await writeProblems(store, importId, problems)
      if (emptied.length > 0)
        await store.updateTable('catalogue_staged').set({ body: '' }).where('import_id', '=', importId).where('item_id', 'in', emptied).execute()
      await store.updateTable('catalogue_import')
        .set(({ eb }) => ({ taken: eb('taken', '+', changed), unchanged: eb('unchanged', '+', unchanged), broken: eb('broken', '+', problems.length) }))
        .where('id', '=', importId)
        .execute()
      return { changed, unchanged }
    }))
    await host.official.breathe()
    switching.tell({ done: emptied.length, taken: put.changed, unchanged: put.unchanged, broken: problems.length })
  }

  for (let after = ''; ;) {
    const staged = await nextStaged(db, importId, after)
    if (staged.size === 0)
      break
    const ids = [...staged.keys()]
    after = ids.at(-1) ?? after
    const known = await knownRecords(db, ids)
    const answers = await switching.reader.merge(ids.map(id => ({ parts: staged.get(id) ?? [], known: known.get(id) })))
    await propose(ids.flatMap((id, index) => proposed(id, answers[index])), ids.flatMap((id, index) => problem(id, answers[index])), ids)
  }
  const whole = JSON.parse(row.scope ?? '[]') as readonly Whole[]
  for (const chunk of inChunks(await endedRecords(db, host, importId, whole), recordsAtOnce))
    await propose(chunk.map(itemId => ({ kind: 'record', itemId, text: null })), [], [])
  await endImport(db, host, importId)
}

/** It is over whatever becomes of what it read: a row that stays behind goes with the next sweep. */
export async function endImport(db: Store, host: Host, importId: ImportId): Promise<void> {
  await host.inTurn(() => db.transaction().execute(store => store.updateTable('catalogue_import').set({ status: 'done', ended_at: host.now() }).where('id', '=', importId).execute()))
  await clearStaged(db, host, importId).catch(error => host.report('an import left over', error))
}

/** The next records that have not gone over, each with its parts. */
export async function nextStaged(db: Store, importId: ImportId, after: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = await db.selectFrom('catalogue_staged').select('item_id').distinct()
    .where('import_id', '=', importId).where('item_id', '>', after).where('body', '!=', '')
    .orderBy('item_id')
    .limit(recordsAtOnce)
    .execute()
  if (ids.length === 0)
    return new Map()
  const rows = await db.selectFrom('catalogue_staged').select(['item_id', 'body'])
    .where('import_id', '=', importId).where('item_id', 'in', ids.map(({ item_id }) => item_id))
    .orderBy('item_id').orderBy('part')
    .execute()
  const byId = Map.groupBy(rows, ({ item_id }) => item_id)
  return new Map([...byId].map(([id, parts]) => [id, parts.map(({ body }) => body)]))
}

const proposed = (itemId: string, answer: MergeAnswer | undefined): ProposedText[] =>
  answer && 'text' in answer ? [{ kind: 'record', itemId, text: answer.text }] : []

const problem = (id: string, answer: MergeAnswer | undefined): ReadProblem[] =>
  answer && 'broken' in answer ? [{ severity: 'broken', place: { file: '', id, ...answer.field === undefined ? {} : { field: answer.field } }, reason: answer.broken }] : []
