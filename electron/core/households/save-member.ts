/** Members of the household: written as typed, one at a time. */
import type { Store } from '../host.ts'
import { door } from '../door.ts'
import { holdWithConsent } from '../intake/hold-visit.ts'
import { visitPage } from '../intake/visit-page.ts'
import { PersonId } from '../kernel/ids.ts'
import { destroyPerson } from './destroy-household.ts'
import { addPerson, changePerson } from './write-person.ts'

export const saveMember = door.households.saveMember.handler(async ({ input, errors, context }) => {
  const { db, host, today, now, about } = context
  const visit = await holdWithConsent(db, input.visitId, input.seenVersion)
  for (const field of ['birth', 'diedOn'] as const) {
    const day = input[field]
    if (day !== null && day > today)
      throw errors.DAY_IN_FUTURE({ data: { field } })
  }
  if (input.birth !== null && input.diedOn !== null && input.diedOn < input.birth)
    throw errors.DEATH_BEFORE_BIRTH()
  if (input.personId !== undefined && !await isMember(db, input.personId, visit.household_id))
    throw errors.PERSON_NOT_FOUND()
  if (input.relation === 'head' && input.diedOn === null && await hasOtherHead(db, visit.household_id, input.personId))
    throw errors.TWO_HEADS()

  const personId = input.personId ?? PersonId.parse(host.newId())
  about('person', personId)
  if (input.personId === undefined)
    await addPerson(db, personId, visit.household_id, input, now, false)
  else
    await changePerson(db, personId, visit.household_id, input)
  return visitPage(context, input.visitId)
})

export const removeMember = door.households.removeMember.handler(async ({ input, errors, context }) => {
  const { db, about } = context
  about('person', input.personId)
  const visit = await holdWithConsent(db, input.visitId, input.seenVersion)
  const person = await db.selectFrom('person').select('visitor').where('id', '=', input.personId).where('household_id', '=', visit.household_id).executeTakeFirst()
  if (!person)
    throw errors.PERSON_NOT_FOUND()
  if (person.visitor === 1)
    throw errors.VISITOR_STAYS()
  await destroyPerson(db, input.personId)
  return visitPage(context, input.visitId)
})

export async function isMember(db: Store, personId: string, householdId: string): Promise<boolean> {
  const found = await db.selectFrom('person').select('id').where('id', '=', personId).where('household_id', '=', householdId).executeTakeFirst()
  return found !== undefined
}

/** A deceased head stays written down as such: the register is changed later. */
async function hasOtherHead(db: Store, householdId: string, personId: string | undefined): Promise<boolean> {
  const heads = await db.selectFrom('person').select('id')
    .where('household_id', '=', householdId)
    .where('relation', '=', 'head')
    .where('died_on', 'is', null)
    .execute()
  return heads.some(({ id }) => id !== personId)
}
