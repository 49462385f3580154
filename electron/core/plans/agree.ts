/** The resident's agreement to the plan (서비스 제공계획 동의): what stood in the plan that day, and how they said yes. */
import type { Desk } from '../door.ts'
import type { PersonId } from '../kernel/ids.ts'
import { ORPCError } from '@orpc/server'
import { allows } from '../cases/model.ts'
import { tellCase } from '../cases/tell-case.ts'
import { writeEvent } from '../cases/write-event.ts'
import { door } from '../door.ts'
import { Plan } from '../records/bodies/plan.ts'
import { missingInPlan } from '../records/kinds/plan.ts'
import { writeVersion } from '../records/write-record.ts'
import { holdPlan } from './hold-plan.ts'
import { standsInForce, takeEffect } from './take-effect.ts'

export const agree = door.plans.agree.handler(async ({ input, errors, context }) => {
  const { now } = context
  const { record, found, plan } = await holdPlan(context, input)
  if (!allows(found.status, 'write'))
    throw errors.CASE_NOT_OPEN()
  const missing = missingInPlan(plan)
  if (missing.length > 0)
    throw errors.RECORD_INCOMPLETE({ data: { fields: missing } })
  if (input.method === 'screen' && !input.strokes)
    throw errors.SIGNATURE_MISSING()
  if (input.method === 'spoken' && input.why === '')
    throw errors.SPOKEN_WHY_MISSING()
  const name = input.personId === null ? input.name : await nameOf(context, found.householdId, input.personId)
  if (name === null)
    throw errors.SIGNER_NAME_MISSING()

  const stoodBefore = await standsInForce(context, found, record, plan)
  const strokes = input.method === 'screen' ? input.strokes : null
  const body = Plan.parse({ ...plan, agreed: { at: now, personId: input.personId, name, method: input.method, strokes, why: input.why } })
  const signed = await writeVersion(context, { record, found }, body)
  await writeEvent(context, { caseId: found.id, kind: 'plan-agreed', note: `plan:agreed-${input.method}`, subject: record.id })
  if (!stoodBefore && await standsInForce(context, found, signed, body))
    await takeEffect(context, found, signed, body)
  tellCase(context, found)
  return signed
})

async function nameOf({ db }: Pick<Desk, 'db'>, householdId: string, personId: PersonId): Promise<string> {
  const person = await db.selectFrom('person').select('name').where('id', '=', personId).where('household_id', '=', householdId).executeTakeFirst()
  if (!person)
    throw new ORPCError('PERSON_NOT_FOUND')
  return person.name
}
