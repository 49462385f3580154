/** Looking ten years ahead for the household of a visit, from what is known of it today. Nothing is kept of it. */
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { door } from '../door.ts'
import { findVisitRow } from '../intake/find-visit.ts'
import { factsOfHousehold } from './look-up-visit.ts'
import { eligibilityTexts } from './texts-of-host.ts'
import { lookAhead } from './timeline/look-ahead.ts'

export const lookAheadVisit = door.eligibility.timeline.handler(async ({ input, errors, context }) => {
  const { db, host, today, about } = context
  about('visit', input.visitId)
  const visit = await findVisitRow(db, input.visitId)
  if (!visit)
    throw errors.VISIT_NOT_FOUND()
  const household = await factsOfHousehold(context, visit)
  return lookAhead(household, await catalogueInForce(db, host), today, eligibilityTexts(host.texts))
})
