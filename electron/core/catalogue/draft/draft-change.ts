/** One line of the draft, field by field. */
import { door } from '../../door.ts'
import { fieldChanges } from '../differences/field-changes.ts'
import { versionIn } from '../differences/version-in.ts'
import { catalogueInForce } from '../read-in-force.ts'
import { keyOf } from '../read-items.ts'
import { readDraft } from './draft-list.ts'

export const draftChange = door.catalogue.draft.change.handler(async ({ input, errors, context }) => {
  const { db, host, today } = context
  const { lines, catalogue } = await readDraft(context, [input])
  const line = lines.find(({ change }) => keyOf(change) === keyOf(input))
  if (!line)
    throw errors.CHANGE_NOT_FOUND()
  const before = versionIn(await catalogueInForce(db, host), input, host, today)
  return { change: line.change, fields: fieldChanges(input.kind, before, versionIn(catalogue, input, host, today)) }
})
