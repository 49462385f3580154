/** Imports as the screens list them, with what could not be read. */
import type { Store } from '../../host.ts'
import type { ImportLine } from './model.ts'
import { door } from '../../door.ts'
import { findStaff } from '../../staff/read-staff.ts'
import { ReadProblem } from '../formats/reading.ts'
import { foundCatalogues } from './found-catalogues.ts'
import { ImportLine as Line } from './model.ts'
import { findRunning, findRunningById, progressOf } from './running-imports.ts'

/** Imports of the list; older ones stay in the store. */
const mostListed = 100

/** @param id only this one */
export async function readLines(db: Store, id?: string): Promise<ImportLine[]> {
  const rows = await db.selectFrom('catalogue_import').selectAll()
    .$if(id !== undefined, imports => imports.where('id', '=', id ?? ''))
    .orderBy('started_at', 'desc').orderBy('id', 'desc')
    .limit(mostListed)
    .execute()
  return Promise.all(rows.map(async row => Line.parse({
    id: row.id,
    way: row.way,
    publishers: JSON.parse(row.publishers),
    phase: row.status,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    dataDay: row.data_day,
    by: { id: row.staff_id, name: (await findStaff(db, row.staff_id))?.name ?? '' },
    taken: row.taken,
    unchanged: row.unchanged,
    broken: row.broken,
  })))
}

export const list = door.catalogue.imports.list.handler(async ({ context: { db, host } }) => {
  const held = findRunning(host)
  // What a crash left of one that was still reading is no import: the next sign-in takes it away.
  return (await readLines(db)).filter(({ id, phase }) => id === held?.id || phase !== 'reading').map(line => line.id === held?.id
    ? { ...line, phase: held.phase, publishers: [...held.seen.keys()], broken: held.broken }
    : line)
})

/** Files named one by one; a folder of details has thousands. */
const mostFiles = 20

export const overview = door.catalogue.imports.overview.handler(({ input, errors, context: { host } }) => {
  const held = findRunningById(host, input.importId)
  if (!held)
    throw errors.IMPORT_NOT_FOUND()
  return {
    files: held.files.slice(0, mostFiles).map(({ file, found, broken }) => ({ file, found: [...found], broken })),
    fileCount: held.files.length,
    catalogues: foundCatalogues(held),
    progress: progressOf(held),
  }
})

/** Problems read at once: enough to see what is wrong; broken ones first. */
const mostShown = 2_000

export const problems = door.catalogue.imports.problems.handler(async ({ input, errors, context: { db, host } }) => {
  if (!findRunningById(host, input.importId) && (await readLines(db, input.importId)).length === 0)
    throw errors.IMPORT_NOT_FOUND()
  const of = db.selectFrom('catalogue_import_problem').where('import_id', '=', input.importId)
  const rows = await of.select(['severity', 'place', 'reason']).orderBy('severity').orderBy('seq').limit(mostShown).execute()
  const counts = await of.select(({ fn }) => ['severity', fn.countAll<number | string>().as('count')]).groupBy('severity').execute()
  const count = (severity: string): number => Number(counts.find(row => row.severity === severity)?.count ?? 0)
  return {
    problems: rows.map(({ severity, place, reason }) => ReadProblem.parse({ severity, place: JSON.parse(place), reason: JSON.parse(reason) })),
    broken: count('broken'),
    notices: count('notice'),
  }
})
