/** Looking up the household of a visit today, and remembering what was looked up with which release. */
import type { Host, Store } from '../host.ts'
import type { VisitRow } from '../intake/find-visit.ts'
import type { PlainDate } from '../kernel/dates.ts'
import { ORPCError } from '@orpc/server'
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { door } from '../door.ts'
import { readHousehold } from '../households/read-household.ts'
import { findVisitRow } from '../intake/find-visit.ts'
import { withConsent } from '../intake/hold-visit.ts'
import { paperworkOf } from '../intake/paperwork.ts'
import { factsOfVisit } from './facts-of-visit.ts'
import { lookUp } from './look-up.ts'
import { lookupForPage } from './lookup-for-page.ts'
import { serviceCards } from './service-card.ts'
import { eligibilityTexts } from './texts-of-host.ts'
import { Lookup } from './verdict.ts'

export const lookUpVisit = door.eligibility.lookup.handler(async ({ input, errors, context }) => {
  const { db, host, now, about } = context
  about('visit', input.visitId)
  const visit = await findVisitRow(db, input.visitId)
  if (!visit)
    throw errors.VISIT_NOT_FOUND()
  const lookup = await lookupOf(context, visit)
  await db.deleteFrom('lookup').where('visit_id', '=', visit.id).execute()
  await db.insertInto('lookup').values({
    id: host.newId(),
    visit_id: visit.id,
    household_id: withConsent(visit).household_id,
    at: now,
    release: lookup.release,
    answer: JSON.stringify(lookup),
  }).execute()
  return { lookup: lookupForPage(lookup), services: serviceCards(await catalogueInForce(db, host), lookup.verdicts.map(({ serviceId }) => serviceId)) }
})

interface At { readonly host: Host, readonly db: Store, readonly today: PlainDate }

/** @throws {ORPCError} CONSENT_MISSING, also once the consent to collect was withdrawn */
export async function lookupOf({ db, host, today }: At, visit: VisitRow): Promise<Lookup> {
  const { household_id } = withConsent(visit)
  const household = await readHousehold(db, household_id, today)
  const withdrawn = await db.selectFrom('household').select('destroy_on').where('id', '=', household_id).executeTakeFirst()
  if (!household || withdrawn?.destroy_on)
    throw new ORPCError('CONSENT_MISSING')
  return lookUp(factsOfVisit(household, paperworkOf(host, visit)), await catalogueInForce(db, host), today, eligibilityTexts(host.texts))
}

/** What was looked up last for a visit. */
export async function readLookup(db: Store, visitId: string): Promise<Lookup | undefined> {
  const row = await db.selectFrom('lookup').select('answer').where('visit_id', '=', visitId).orderBy('at', 'desc').limit(1).executeTakeFirst()
  return row ? Lookup.parse(JSON.parse(row.answer)) : undefined
}
