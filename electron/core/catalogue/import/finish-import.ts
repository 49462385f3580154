/** The end of an import: over into the draft, or away without a trace. */
import type { Desk } from '../../door.ts'
import type { ImportLine, Whole } from './model.ts'
import type { RunningImport } from './running-imports.ts'
import { ORPCError } from '@orpc/server'
import { door } from '../../door.ts'
import { secondsBetween } from '../../kernel/moments.ts'
import { heldImport } from './begin-import.ts'
import { foundCatalogues } from './found-catalogues.ts'
import { readLines } from './read-imports.ts'
import { endRunning, findRunning, inItsTurn, tellProgress } from './running-imports.ts'
import { keepProblems } from './stage-portion.ts'
import { discardImport } from './sweep-imports.ts'
import { switchOver } from './switch-over.ts'

/** Only whoever began it: they are the author of what it proposes, and the one who may not release it. */
export const finish = door.catalogue.imports.finish.handler(async ({ input, errors, context }) => {
  const { host } = context
  const held = heldImport(context, input.importId)
  return inItsTurn(held, async () => {
    if (held.phase !== 'reading' && held.phase !== 'read')
      throw errors.IMPORT_NOT_FOUND()
    if (held.parts.size === 0)
      throw errors.IMPORT_EMPTY()
    if (!input.whole.every(whole => isOffered(held, whole)))
      throw errors.IMPORT_NOT_WHOLE()
    await keepProblems(context.db, host, held, [...held.open.keys()].map(file => ({ severity: 'broken', place: { file }, reason: { code: 'file-cut' } })))
    await beginSwitching(context, held, input)
    return bringOver(context, held)
  })
})

const isOffered = (held: RunningImport, whole: Whole): boolean => foundCatalogues(held).some(({ mayBeWhole, whole: offered }) =>
  mayBeWhole === 'yes' && offered.publisher === whole.publisher && offered.province === whole.province && offered.district === whole.district)

async function beginSwitching({ transact, about }: Desk, held: RunningImport, { dataDay, whole }: { readonly dataDay: string | null, readonly whole: readonly Whole[] }): Promise<void> {
  about('import', held.id)
  await transact(store => store.updateTable('catalogue_import').set({
    status: 'switching',
    publishers: JSON.stringify([...held.seen.keys()].sort()),
    data_day: dataDay,
    scope: JSON.stringify(whole),
    broken: held.broken,
  }).where('id', '=', held.id).execute())
  held.phase = 'switching'
  held.done = 0
  held.of = [...held.seen.values()].reduce((sum, { ids }) => sum + ids.size, 0)
  tellProgress(held)
}

/** Whatever breaks it off now, the next sign-in brings it to its end. */
async function bringOver({ db, host }: Desk, held: RunningImport): Promise<ImportLine> {
  const begun = host.now()
  try {
    await switchOver(db, host, {
      importId: held.id,
      reader: held.reader,
      tell: ({ done, taken, unchanged, broken }) => {
        held.done += done
        held.taken += taken
        held.unchanged += unchanged
        held.broken += broken
        held.secondsLeft = Math.round(secondsBetween(begun, host.now()) / Math.max(1, held.done) * ((held.of ?? held.done) - held.done))
        tellProgress(held)
      },
    })
  }
  catch (error) {
    endRunning(host, held, 'stopped')
    throw error
  }
  endRunning(host, held, 'done')
  const [line] = await readLines(db, held.id)
  if (!line)
    throw new ORPCError('IMPORT_NOT_FOUND')
  return line
}

/** Any keeper may: whoever began it may have gone home. */
export const cancel = door.catalogue.imports.cancel.handler(async ({ input, errors, context }) => {
  const { db, host, about } = context
  const held = findRunning(host)
  if (held?.id !== input.importId)
    throw errors.IMPORT_NOT_FOUND()
  if (held.phase === 'switching')
    throw errors.IMPORT_TOO_LATE()
  about('import', input.importId)
  held.phase = 'stopped'
  held.stop()
  await inItsTurn(held, () => discardImport(db, host, held.id))
  endRunning(host, held, 'stopped')
})
