/** Parking a visit to serve the next in line, taking it up again, going to a step, finishing. */
import type { Store } from '../host.ts'
import type { Visit } from './model.ts'
import { ORPCError } from '@orpc/server'
import { door } from '../door.ts'
import { findVisitRow, visitOf } from './find-visit.ts'
import { openVisit } from './hold-visit.ts'
import { visitPage } from './visit-page.ts'

async function changed(db: Store, id: string): Promise<Visit> {
  const row = await findVisitRow(db, id)
  if (!row)
    throw new ORPCError('VISIT_NOT_FOUND')
  return visitOf(row)
}

export const toStep = door.intake.toStep.handler(async ({ input, context }) => {
  await openVisit(context.db, input.visitId)
  await context.db.updateTable('visit').set({ step: input.step }).where('id', '=', input.visitId).execute()
  return visitPage(context, input.visitId)
})

export const parkVisit = door.intake.park.handler(async ({ input, context: { db, about } }) => {
  about('visit', input.visitId)
  await openVisit(db, input.visitId)
  await db.updateTable('visit').set({ status: 'parked' }).where('id', '=', input.visitId).execute()
  return changed(db, input.visitId)
})

export const resumeVisit = door.intake.resume.handler(async ({ input, errors, context }) => {
  const { db, caller, about } = context
  about('visit', input.visitId)
  const row = await findVisitRow(db, input.visitId)
  if (!row)
    throw errors.VISIT_NOT_FOUND()
  if (row.status !== 'parked')
    throw errors.VISIT_NOT_PARKED()
  await db.updateTable('visit').set({ status: 'open', staff_id: caller.staffId }).where('id', '=', input.visitId).execute()
  return visitPage(context, input.visitId)
})

export const finishVisit = door.intake.finish.handler(async ({ input, context: { db, host, about } }) => {
  about('visit', input.visitId)
  await openVisit(db, input.visitId)
  await db.updateTable('visit').set({ status: 'finished' }).where('id', '=', input.visitId).execute()
  host.unkept.delete(input.visitId)
  return changed(db, input.visitId)
})
