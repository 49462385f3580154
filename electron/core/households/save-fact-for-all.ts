/**
 * One answer for the whole family, in one transaction: "모두 대한민국 국적인가요?".
 *
 * It fills in what is not known and never overrules what was told of one member.
 */
import { ORPCError } from '@orpc/server'
import { door } from '../door.ts'
import { facts, fitsFact } from '../eligibility/facts.ts'
import { holdWithConsent } from '../intake/hold-visit.ts'
import { visitPage } from '../intake/visit-page.ts'
import { readHousehold } from './read-household.ts'

export const saveFactForAll = door.households.saveFactForAll.handler(async ({ input, errors, context }) => {
  const { db, today, now, caller, about } = context
  const { fact } = input
  const visit = await holdWithConsent(db, input.visitId, input.seenVersion)
  about('household', visit.household_id)
  if (facts[fact].about !== 'person' || !fitsFact(fact, input.value))
    throw errors.VALUE_DOES_NOT_FIT({ data: { fact } })
  const household = await readHousehold(db, visit.household_id, today)
  const willing = household?.members.filter(({ consent, diedOn }) => diedOn === null && consent !== 'refused' && consent !== 'withdrawn') ?? []
  if (willing.length === 0)
    throw new ORPCError('CONSENT_MISSING')
  const open = willing.filter(member => (member.facts[fact]?.value ?? null) === null)
  if ('sensitive' in facts[fact] && open.some(({ sensitiveAllowed }) => !sensitiveAllowed))
    throw errors.SENSITIVE_NOT_CONSENTED()
  const answer = { value: JSON.stringify(input.value), said_by: input.saidBy, at: now, staff_id: caller.staffId }
  if (open.length > 0) {
    await db.insertInto('fact')
      .values(open.map(({ id }) => ({ household_id: visit.household_id, person_id: id, name: fact, ...answer })))
      .onConflict(conflict => conflict.columns(['household_id', 'person_id', 'name']).doUpdateSet(answer))
      .execute()
  }
  return visitPage(context, input.visitId)
})
