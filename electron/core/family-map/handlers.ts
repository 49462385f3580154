/** All handlers of the family map. */
import { ownCase } from '../cases/hold-case.ts'
import { door } from '../door.ts'
import { familyMapOf, picturesOf } from './pictures.ts'

const draw = door.familyMap.draw.handler(async ({ input, context }) =>
  picturesOf(context, await ownCase(context, input.caseId), input.body, input.language, true))

const ofCase = door.familyMap.ofCase.handler(async ({ input, context }) => {
  const found = await ownCase(context, input.caseId)
  const { body, drawn } = await familyMapOf(context, found)
  return picturesOf(context, found, body, input.language, drawn)
})

export const familyMapHandlers = { draw, ofCase }
