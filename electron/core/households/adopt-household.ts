/**
 * Going on with a household that is known already: today's consent joins it, what was begun anew goes.
 *
 * The person who consented today must be among its members by name, or is added to it.
 */
import type { Store } from '../host.ts'
import { door } from '../door.ts'
import { holdWithConsent } from '../intake/hold-visit.ts'
import { visitPage } from '../intake/visit-page.ts'
import { destroyHousehold } from './destroy-household.ts'
import { nameKey } from './name-search-key.ts'

export const adoptHousehold = door.households.adopt.handler(async ({ input, errors, context }) => {
  const { db, about } = context
  const visit = await holdWithConsent(db, input.visitId, input.seenVersion)
  about('household', input.householdId)
  const known = await db.selectFrom('household').select('id').where('id', '=', input.householdId).where('destroy_on', 'is', null).executeTakeFirst()
  if (!known || known.id === visit.household_id)
    throw errors.HOUSEHOLD_NOT_FOUND()

  const personOf = await moveVisitor(db, visit.household_id, known.id)
  await db.updateTable('consent')
    .set(personOf ? { household_id: known.id, person_id: personOf } : { household_id: known.id })
    .where('visit_id', '=', visit.id)
    .where('household_id', '=', visit.household_id)
    .execute()
  await db.deleteFrom('service_mark').where('visit_id', '=', visit.id).execute()
  await db.updateTable('visit').set({ household_id: known.id }).where('id', '=', visit.id).execute()
  const elsewhere = await db.selectFrom('visit').select('id').where('household_id', '=', visit.household_id).executeTakeFirst()
  if (!elsewhere)
    await destroyHousehold(db, visit.household_id)
  return visitPage(context, input.visitId)
})

/**
 * Makes today's visitor the visitor of the known household too.
 *
 * @returns the person there with the same name, or nothing when today's person moved over
 */
async function moveVisitor(db: Store, from: string, to: string): Promise<string | undefined> {
  const visitor = await db.selectFrom('person').selectAll().where('household_id', '=', from).where('visitor', '=', 1).executeTakeFirstOrThrow()
  const members = await db.selectFrom('person').select(['id', 'name', 'birth']).where('household_id', '=', to).execute()
  const same = members.find(({ name, birth }) => nameKey(name) === nameKey(visitor.name) && (birth === null || visitor.birth === null || birth === visitor.birth))
  await db.updateTable('person').set({ visitor: 0 }).where('household_id', '=', to).execute()
  if (same) {
    await db.updateTable('person').set({ visitor: 1 }).where('id', '=', same.id).execute()
    return same.id
  }
  await db.updateTable('person').set({ household_id: to, visitor: 1, place: members.length + 1, relation: 'other-relative' }).where('id', '=', visitor.id).execute()
  return undefined
}
