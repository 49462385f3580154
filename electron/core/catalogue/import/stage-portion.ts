/** Keeps what a portion gave: parts of records and problems, in transactions short enough that no other counter waits. */
import type { Host, Store } from '../../host.ts'
import type { Publisher } from '../../policy/official-record.ts'
import type { ReadProblem } from '../formats/reading.ts'
import type { ReadPortion, StagedPart } from './official-port.ts'
import type { RunningImport, Seen } from './running-imports.ts'
import { inChunks } from '../in-chunks.ts'
import { countFile } from './count-lists.ts'

/** Rows of one transaction: a few milliseconds on an encrypted disk. */
const rowsAtOnce = 100
/** Problems kept for reading; beyond them they are only counted. */
const mostProblems = 20_000

/**
 * Call it in the import's turn: who cancels waits for it, and clears away what it wrote.
 *
 * @returns whether it was kept; not where somebody cancelled meanwhile
 */
export async function stagePortion(db: Store, host: Host, import_: RunningImport, portion: ReadPortion): Promise<boolean> {
  const twice = portion.parts.filter(part => import_.parts.has(keyOf(part)))
  for (const chunk of inChunks(lastOfEach(portion.parts), rowsAtOnce)) {
    if (import_.phase === 'stopped')
      return false
    await host.inTurn(() => db.transaction().execute(store => store.insertInto('catalogue_staged')
      .values(chunk.map(({ id, part, body }) => ({ import_id: import_.id, item_id: id, part, body })))
      .onConflict(conflict => conflict.columns(['import_id', 'item_id', 'part']).doUpdateSet(({ ref }) => ({ body: ref('excluded.body') })))
      .execute()))
    await host.official.breathe()
  }
  if (import_.phase === 'stopped')
    return false
  portion.parts.forEach(part => see(import_, part))
  await keepProblems(db, host, import_, [...portion.problems, ...twice.map(({ id }): ReadProblem => ({ severity: 'notice', place: { file: portion.summary?.file ?? '', id }, reason: { code: 'twice' } }))])
  if (portion.summary) {
    import_.files.push(portion.summary)
    import_.nameless += portion.summary.nameless
    const { summary } = portion
    for (const [publisher, parts] of Map.groupBy(import_.open.get(summary.file) ?? portion.parts, part => part.publisher))
      countFile(seenOf(import_, publisher).lists, summary, parts)
  }
  return true
}

const keyOf = ({ id, part }: StagedPart): string => `${id} ${part}`

const lastOfEach = (parts: readonly StagedPart[]): readonly StagedPart[] => [...new Map(parts.map(part => [keyOf(part), part])).values()]

function see(import_: RunningImport, { id, publisher, part, province, district, modifiedOn }: StagedPart): void {
  import_.parts.add(`${id} ${part}`)
  const seen = seenOf(import_, publisher)
  seen.ids.add(id)
  seen.hasList ||= part === 'list'
  if (province !== undefined || district !== undefined)
    seen.regions.set(`${province ?? ''} ${district ?? ''}`, { province, district })
  if (modifiedOn !== undefined && modifiedOn > (seen.newest ?? ''))
    seen.newest = modifiedOn
}

function seenOf(import_: RunningImport, publisher: Publisher): Seen {
  const known = import_.seen.get(publisher)
  if (known)
    return known
  const made: Seen = { ids: new Set(), hasList: false, lists: new Map(), newest: undefined, regions: new Map() }
  import_.seen.set(publisher, made)
  return made
}

export async function keepProblems(db: Store, host: Host, import_: RunningImport, problems: readonly ReadProblem[]): Promise<void> {
  const broken = problems.filter(({ severity }) => severity === 'broken').length
  import_.broken += broken
  import_.notices += problems.length - broken
  for (const chunk of inChunks(problems.slice(0, Math.max(0, mostProblems - import_.problems)), rowsAtOnce)) {
    const first = import_.problems
    import_.problems += chunk.length
    await host.inTurn(() => db.transaction().execute(store => store.insertInto('catalogue_import_problem')
      .values(chunk.map(({ severity, place, reason }, index) => ({ import_id: import_.id, seq: first + index, severity, place: JSON.stringify(place), reason: JSON.stringify(reason) })))
      .execute()))
    await host.official.breathe()
  }
}
