/** The answers of the paperwork step, as they are typed. Before consent they stay in memory. */
import { ORPCError } from '@orpc/server'
import { door } from '../door.ts'
import { holdVisit } from './hold-visit.ts'
import { eventDay, eventDayField } from './paperwork.ts'
import { visitPage } from './visit-page.ts'

export const savePaperwork = door.intake.savePaperwork.handler(async ({ input, errors, context }) => {
  const { db, host, today, about } = context
  about('visit', input.visitId)
  const row = await holdVisit(db, input.visitId, input.seenVersion)
  if (row.event !== input.paperwork.event)
    throw new ORPCError('MALFORMED', { data: { fields: ['paperwork.event'] } })
  const day = eventDay(input.paperwork)
  if (day !== undefined && day > today)
    throw errors.DAY_IN_FUTURE({ data: { field: eventDayField[input.paperwork.event] } })

  if (input.dong !== undefined)
    await db.updateTable('visit').set({ dong: input.dong }).where('id', '=', input.visitId).execute()
  if (row.household_id === null)
    host.unkept.set(input.visitId, input.paperwork)
  else
    await db.updateTable('visit').set({ paperwork: JSON.stringify(input.paperwork) }).where('id', '=', input.visitId).execute()
  return visitPage(context, input.visitId)
})
