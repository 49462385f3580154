/** Reading the catalogue at the desk: further records for a household, one entry whole, anything by its name; marking a record. */
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { door } from '../door.ts'
import { findVisitRow } from '../intake/find-visit.ts'
import { openVisit, withConsent } from '../intake/hold-visit.ts'
import { visitPage } from '../intake/visit-page.ts'
import { factsOfHousehold } from './look-up-visit.ts'
import { findEntries } from './official/find-entries.ts'
import { searchRecords } from './official/look-up-records.ts'
import { recordDetails } from './official/record-details.ts'
import { officialWords } from './official/words.ts'
import { serviceCard } from './service-card.ts'

export const related = door.eligibility.related.handler(async ({ input, errors, context }) => {
  const { db, host, today, about } = context
  const { visitId, ...asked } = input
  about('visit', visitId)
  const visit = await findVisitRow(db, visitId)
  if (!visit)
    throw errors.VISIT_NOT_FOUND()
  const household = await factsOfHousehold(context, visit)
  return searchRecords(household, await catalogueInForce(db, host), today, officialWords(host.texts), asked)
})

export const record = door.eligibility.record.handler(async ({ input, errors, context: { db, host } }) => {
  const found = recordDetails(await catalogueInForce(db, host), input.recordId, officialWords(host.texts))
  if (!found)
    throw errors.RECORD_NOT_FOUND()
  return found
})

export const service = door.eligibility.service.handler(async ({ input, errors, context: { db, host } }) => {
  const found = serviceCard(await catalogueInForce(db, host), input.serviceId, officialWords(host.texts))
  if (!found)
    throw errors.SERVICE_NOT_FOUND()
  return found
})

export const find = door.eligibility.find.handler(async ({ input, context: { db, host } }) =>
  findEntries(await catalogueInForce(db, host), input.text, input.limit, officialWords(host.texts)))

/** A record concerns the family, not one of them; the mark stands among those of the services, under the record's id. */
export const markRecord = door.eligibility.markRecord.handler(async ({ input, errors, context }) => {
  const { db, host, now, caller, about } = context
  about('visit', input.visitId)
  withConsent(await openVisit(db, input.visitId))
  if (input.mark !== null && !(await catalogueInForce(db, host)).records.has(input.recordId))
    throw errors.RECORD_NOT_FOUND()
  const row = { visit_id: input.visitId, service_id: input.recordId, person_id: '' }
  await db.deleteFrom('service_mark').where(({ and }) => and(row)).execute()
  if (input.mark !== null)
    await db.insertInto('service_mark').values({ ...row, mark: input.mark, at: now, staff_id: caller.staffId }).execute()
  return visitPage(context, input.visitId)
})
