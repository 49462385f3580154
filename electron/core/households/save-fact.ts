/**
 * What is known about a person or the household.
 *
 * Health and disability need that person's own consent to sensitive data (개인정보 보호법 제23조); about the
 * household as a whole somebody in it must have given it.
 */
import type { Desk } from '../door.ts'
import type { FactName } from '../eligibility/facts.ts'
import { ORPCError } from '@orpc/server'
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { door } from '../door.ts'
import { facts, fitsFact } from '../eligibility/facts.ts'
import { holdWithConsent } from '../intake/hold-visit.ts'
import { visitPage } from '../intake/visit-page.ts'
import { readHousehold } from './read-household.ts'

export const saveFact = door.households.saveFact.handler(async ({ input, errors, context }) => {
  const { db, now, caller, about } = context
  const visit = await holdWithConsent(db, input.visitId, input.seenVersion)
  about(input.personId === null ? 'household' : 'person', input.personId ?? visit.household_id)
  if (!fitsFact(input.fact, input.value) || (facts[input.fact].about === 'person') !== (input.personId !== null))
    throw errors.VALUE_DOES_NOT_FIT({ data: { fact: input.fact } })
  await checkMayKnow(context, visit.household_id, input.personId, input.fact)
  const value = JSON.stringify(input.value)
  await db.insertInto('fact')
    .values({ household_id: visit.household_id, person_id: input.personId ?? '', name: input.fact, value, said_by: input.saidBy, at: now, staff_id: caller.staffId })
    .onConflict(conflict => conflict.columns(['household_id', 'person_id', 'name']).doUpdateSet({ value, said_by: input.saidBy, at: now, staff_id: caller.staffId }))
    .execute()
  return visitPage(context, input.visitId)
})

/** @throws {ORPCError} PERSON_NOT_FOUND, CONSENT_MISSING, SENSITIVE_NOT_CONSENTED */
async function checkMayKnow({ db, today }: Desk, householdId: string, personId: string | null, fact: FactName): Promise<void> {
  const household = await readHousehold(db, householdId, today)
  const person = household?.members.find(({ id }) => id === personId)
  if (!household || (personId !== null && !person))
    throw new ORPCError('PERSON_NOT_FOUND')
  if (person?.consent === 'refused' || person?.consent === 'withdrawn')
    throw new ORPCError('CONSENT_MISSING')
  if (!('sensitive' in facts[fact]))
    return
  if (!(person ? person.sensitiveAllowed : household.members.some(({ sensitiveAllowed }) => sensitiveAllowed)))
    throw new ORPCError('SENSITIVE_NOT_CONSENTED')
}

export const forgetFact = door.households.forgetFact.handler(async ({ input, context }) => {
  const { db, about } = context
  const visit = await holdWithConsent(db, input.visitId, input.seenVersion)
  about('household', visit.household_id)
  await db.deleteFrom('fact')
    .where('household_id', '=', visit.household_id)
    .where('person_id', '=', input.personId ?? '')
    .where('name', '=', input.fact)
    .execute()
  return visitPage(context, input.visitId)
})

export const saveReceives = door.households.saveReceives.handler(async ({ input, errors, context }) => {
  const { db, host, now, about } = context
  const visit = await holdWithConsent(db, input.visitId, input.seenVersion)
  about('household', visit.household_id)
  if (!(await catalogueInForce(db, host)).services.has(input.service))
    throw errors.SERVICE_NOT_FOUND()
  const household = await readHousehold(db, visit.household_id, context.today)
  if (input.personId !== null && !household?.members.some(({ id }) => id === input.personId))
    throw errors.PERSON_NOT_FOUND()
  const row = { household_id: visit.household_id, person_id: input.personId ?? '', service_id: input.service }
  if (input.receives === null) {
    await db.deleteFrom('receives').where(({ and }) => and(row)).execute()
  }
  else {
    const receives = Number(input.receives)
    await db.insertInto('receives').values({ ...row, receives, at: now })
      .onConflict(conflict => conflict.columns(['household_id', 'person_id', 'service_id']).doUpdateSet({ receives, at: now }))
      .execute()
  }
  return visitPage(context, input.visitId)
})
