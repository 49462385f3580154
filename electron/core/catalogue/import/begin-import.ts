/** Beginning an import, and taking in the portions of its files. */
import type { Desk } from '../../door.ts'
import type { ImportId as Id, ImportWay } from './model.ts'
import type { RunningImport } from './running-imports.ts'
import { ORPCError } from '@orpc/server'
import { door } from '../../door.ts'
import { findStaff } from '../../staff/read-staff.ts'
import { ImportId } from './model.ts'
import { endRunning, findRunning, findRunningById, inItsTurn, startRunning, tellProgress } from './running-imports.ts'
import { keepProblems, stagePortion } from './stage-portion.ts'
import { sweepImports } from './sweep-imports.ts'

/** Characters of one import; the whole of 정부24 has about 50 million. */
const mostCharacters = 400_000_000

/** @throws {ORPCError} IMPORT_RUNNING while another one is under way */
export async function beginImport({ db, host, caller, now, about, transact }: Desk, way: ImportWay): Promise<RunningImport> {
  const other = findRunning(host)
  if (other?.phase === 'failed')
    endRunning(host, other, 'stopped')
  else if (other)
    throw new ORPCError('IMPORT_RUNNING', { data: { by: (await findStaff(db, other.staffId))?.name ?? '' } })
  const id = ImportId.parse(host.newId())
  const begun = startRunning(host, { id, staffId: caller.staffId, way })
  try {
    about('import', id)
    await sweepImports(db, host)
    await transact(store => store.insertInto('catalogue_import').values({
      id,
      publishers: '[]',
      way,
      status: 'reading',
      started_at: now,
      ended_at: null,
      data_day: null,
      scope: null,
      staff_id: caller.staffId,
      taken: 0,
      unchanged: 0,
      broken: 0,
    }).execute())
    return begun
  }
  catch (error) {
    endRunning(host, begun, 'stopped')
    throw error
  }
}

export const begin = door.catalogue.imports.begin.handler(async ({ context }) => ({ importId: (await beginImport(context, 'file')).id }))

/** Only whoever began it adds to it. @throws {ORPCError} IMPORT_NOT_FOUND */
export function heldImport({ host, caller }: Pick<Desk, 'host' | 'caller'>, importId: Id): RunningImport {
  const held = findRunningById(host, importId)
  if (!held || held.staffId !== caller.staffId)
    throw new ORPCError('IMPORT_NOT_FOUND')
  return held
}

export const add = door.catalogue.imports.add.handler(async ({ input, errors, context }) => {
  const { db, host } = context
  const held = heldImport(context, input.importId)
  return inItsTurn(held, async () => {
    if (held.phase !== 'reading')
      throw errors.IMPORT_NOT_FOUND()
    const before = held.files.length
    for (const { file, text, first, last, unreadable } of input.pieces) {
      held.characters += text.length
      if (held.characters > mostCharacters)
        throw errors.IMPORT_TOO_LARGE()
      if (unreadable) {
        await keepProblems(db, host, held, [{ severity: 'broken', place: { file }, reason: { code: 'not-utf8' } }])
        held.files.push({ file, found: [], broken: 1, nameless: 1, total: undefined })
        held.nameless += 1
        continue
      }
      const portion = await held.reader.read({ file, text, first, last })
      held.open.set(file, [...first ? [] : held.open.get(file) ?? [], ...portion.parts.map(({ id, publisher, part }) => ({ id, publisher, part }))])
      // Cancelled while it was read or kept.
      if (!await stagePortion(db, host, held, portion))
        throw errors.IMPORT_NOT_FOUND()
      if (last)
        held.open.delete(file)
    }
    tellProgress(held)
    return { files: held.files.slice(before).map(({ file, found, broken }) => ({ file, found: [...found], broken })) }
  })
})
