/** All handlers of eligibility. */
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { door } from '../door.ts'
import { openVisit, withConsent } from '../intake/hold-visit.ts'
import { visitPage } from '../intake/visit-page.ts'
import { lookAheadVisit } from './look-ahead-visit.ts'
import { lookUpVisit } from './look-up-visit.ts'
import { find, markRecord, record, related, service } from './official-handlers.ts'
import { rescreenHandlers } from './rescreen/handlers.ts'

/** A mark is the clerk's and the family's choice; taking it back is `null`. "Already receives" also tells the engine. */
const mark = door.eligibility.mark.handler(async ({ input, errors, context }) => {
  const { db, host, now, caller, about } = context
  about('visit', input.visitId)
  const visit = withConsent(await openVisit(db, input.visitId))
  if (!(await catalogueInForce(db, host)).services.has(input.serviceId))
    throw errors.SERVICE_NOT_FOUND()
  const row = { visit_id: input.visitId, service_id: input.serviceId, person_id: input.personId ?? '' }
  const received = { household_id: visit.household_id, person_id: input.personId ?? '', service_id: input.serviceId }
  const before = await db.selectFrom('service_mark').select('mark').where(({ and }) => and(row)).executeTakeFirst()
  await db.deleteFrom('service_mark').where(({ and }) => and(row)).execute()
  if (input.mark !== null)
    await db.insertInto('service_mark').values({ ...row, mark: input.mark, at: now, staff_id: caller.staffId }).execute()
  if (input.mark === 'already-receives' || before?.mark === 'already-receives')
    await db.deleteFrom('receives').where(({ and }) => and(received)).execute()
  if (input.mark === 'already-receives')
    await db.insertInto('receives').values({ ...received, receives: 1, at: now }).execute()
  return visitPage(context, input.visitId)
})

export const eligibilityHandlers = { rescreen: rescreenHandlers, lookup: lookUpVisit, timeline: lookAheadVisit, mark, related, record, service, find, markRecord }
