/** Adding a dated value to a figure. What was in force on a day stays readable: an old value is never overwritten unseen. */
import type { Parameter } from '../../policy/parameter.ts'
import type { FigureValue } from './model.ts'
import { door } from '../../door.ts'
import { sayBoth } from '../../kernel/say.ts'
import { Parameter as ParameterSchema } from '../../policy/parameter.ts'
import { putChanges } from '../draft/put-changes.ts'
import { draftCatalogue } from '../draft/read-draft-catalogue.ts'
import { findFaster } from './changed-meanwhile.ts'
import { findItemView } from './read-item.ts'

export const saveFigure = door.catalogue.editor.saveFigure.handler(async ({ input, errors, context }) => {
  const { db, host, caller, now, today, about } = context
  const key = { kind: 'parameter', itemId: input.parameterId } as const
  const parameter = (await draftCatalogue(db, host)).parameters.get(input.parameterId)
  if (!parameter)
    throw errors.ITEM_NOT_FOUND()
  about('figure', parameter.id)
  const faster = await findFaster(db, host, key, { kind: 'parameter', content: parameter }, input.seenHash)
  if (faster)
    throw errors.CATALOGUE_CHANGED_MEANWHILE({ data: faster })
  if (!input.corrects && parameter.values.some(({ from }) => from === input.value.from))
    throw errors.FIGURE_HAS_VALUE({ data: { from: input.value.from } })
  const missing = missingKeys(parameter, input.value)
  if (missing.length > 0)
    throw errors.ENTRY_NOT_RIGHT({ data: { faults: missing.map(name => ({ path: ['value', ...name], says: sayBoth(host.texts, 'catalogue', 'faults.missing') })) } })
  const body = ParameterSchema.parse({ ...parameter, reviewBy: input.reviewBy, values: withValue(parameter.values, input.value) })
  await putChanges(db, host, [{ ...key, body }], { origin: 'editor', staffId: caller.staffId, at: now, why: input.why })
  return (await findItemView(db, host, key, today))!
})

const withValue = (values: Parameter['values'], value: FigureValue): Parameter['values'] =>
  [...values.filter(({ from }) => from !== value.from), value].toSorted((left, right) => left.from < right.from ? -1 : 1)

/** A new value has to speak of everything the last one spoke of, or verdicts would turn unknown unnoticed. */
function missingKeys({ values, by }: Parameter, { value }: FigureValue): readonly (readonly string[])[] {
  const last = values.at(-1)!.value
  if (by === 'nothing' || typeof last === 'number')
    return typeof value === 'number' ? [] : [[]]
  return typeof value === 'number' ? [[]] : Object.keys(last).filter(name => value[name] === undefined).map(name => [name])
}
