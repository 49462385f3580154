/**
 * Giving a visit up: event, dong, time and ticket stay, whatever else was written under it alone is destroyed.
 *
 * A household that was known before, or has a case, stays as it was.
 */
import type { Store } from '../host.ts'
import { ORPCError } from '@orpc/server'
import { door } from '../door.ts'
import { destroyHousehold } from '../households/destroy-household.ts'
import { findVisitRow, visitOf } from './find-visit.ts'

export const giveUpVisit = door.intake.giveUp.handler(async ({ input, errors, context: { db, host, about } }) => {
  about('visit', input.visitId)
  const row = await findVisitRow(db, input.visitId)
  if (!row)
    throw errors.VISIT_NOT_FOUND()
  const hasCase = await db.selectFrom('welfare_case').select('id').where('visit_id', '=', input.visitId).executeTakeFirst()
  if ((row.status !== 'open' && row.status !== 'parked') || hasCase)
    throw errors.VISIT_NOT_OPEN()

  host.unkept.delete(input.visitId)
  await db.deleteFrom('callback').where('visit_id', '=', input.visitId).execute()
  await db.deleteFrom('service_mark').where('visit_id', '=', input.visitId).execute()
  await db.deleteFrom('lookup').where('visit_id', '=', input.visitId).execute()
  await db.updateTable('visit')
    .set({ status: 'given-up', household_id: null, paperwork: null, version: row.version + 1 })
    .where('id', '=', input.visitId)
    .execute()
  if (row.household_id !== null && !await isKnownElsewhere(db, row.household_id, input.visitId))
    await destroyHousehold(db, row.household_id)
  const left = await findVisitRow(db, input.visitId)
  if (!left)
    throw new ORPCError('VISIT_NOT_FOUND')
  return visitOf(left)
})

async function isKnownElsewhere(db: Store, householdId: string, visitId: string): Promise<boolean> {
  const visit = await db.selectFrom('visit').select('id').where('household_id', '=', householdId).where('id', '!=', visitId).executeTakeFirst()
  const found = visit ?? await db.selectFrom('welfare_case').select('id').where('household_id', '=', householdId).executeTakeFirst()
  return found !== undefined
}
