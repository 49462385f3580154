/** Writes what could not be read or brought over behind the problems that stand there already. In a transaction. */
import type { Store } from '../../host.ts'
import type { ReadProblem } from '../formats/reading.ts'
import type { ImportId } from './model.ts'

export async function writeProblems(db: Store, importId: ImportId, problems: readonly ReadProblem[]): Promise<void> {
  if (problems.length === 0)
    return
  const { last } = await db.selectFrom('catalogue_import_problem').select(({ fn }) => fn.max('seq').as('last')).where('import_id', '=', importId).executeTakeFirstOrThrow()
  const first = Number(last ?? -1) + 1
  await db.insertInto('catalogue_import_problem').values(problems.map(({ severity, place, reason }, index) => ({
    import_id: importId,
    seq: first + index,
    severity,
    place: JSON.stringify(place),
    reason: JSON.stringify(reason),
  }))).execute()
}
