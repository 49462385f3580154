/** Looking up the household of a visit today, and remembering what was looked up with which release. */
import type { Host, Store } from '../host.ts'
import type { VisitRow } from '../intake/find-visit.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { HouseholdFacts } from './household-facts.ts'
import type { OfficialAnswer } from './model.ts'
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
import { lookUpRecords } from './official/look-up-records.ts'
import { officialWords } from './official/words.ts'
import { serviceCards } from './service-card.ts'
import { eligibilityTexts } from './texts-of-host.ts'
import { Lookup } from './verdict.ts'

export const lookUpVisit = door.eligibility.lookup.handler(async ({ input, errors, context }) => {
  const { db, host, now, about } = context
  about('visit', input.visitId)
  const visit = await findVisitRow(db, input.visitId)
  if (!visit)
    throw errors.VISIT_NOT_FOUND()
  const catalogue = await catalogueInForce(db, host)
  const household = await factsOfHousehold(context, visit)
  const lookup = lookUp(household, catalogue, context.today, eligibilityTexts(host.texts))
  const official = lookUpRecords(household, catalogue, context.today, officialWords(host.texts))
  await db.deleteFrom('lookup').where('visit_id', '=', visit.id).execute()
  await db.insertInto('lookup').values({
    id: host.newId(),
    visit_id: visit.id,
    household_id: withConsent(visit).household_id,
    at: now,
    release: lookup.release,
    answer: JSON.stringify({ ...lookup, shownRecords: shownOf(official) } satisfies Lookup),
  }).execute()
  const ids = lookup.verdicts.map(({ serviceId }) => serviceId)
  return { lookup: lookupForPage(lookup), services: serviceCards(catalogue, ids, officialWords(host.texts)), official }
})

/** Remembered are ids alone; the release says what stood behind them. */
const shownOf = ({ evaluated, related }: OfficialAnswer): Lookup['shownRecords'] =>
  ({ evaluated: evaluated.records.map(({ id }) => id), related: related.records.map(({ id }) => id) })

interface At { readonly host: Host, readonly db: Store, readonly today: PlainDate }

/** @throws {ORPCError} CONSENT_MISSING, also once the consent to collect was withdrawn */
export async function factsOfHousehold({ db, host, today }: At, visit: VisitRow): Promise<HouseholdFacts> {
  const { household_id } = withConsent(visit)
  const household = await readHousehold(db, household_id, today)
  const withdrawn = await db.selectFrom('household').select('destroy_on').where('id', '=', household_id).executeTakeFirst()
  if (!household || withdrawn?.destroy_on)
    throw new ORPCError('CONSENT_MISSING')
  return factsOfVisit(household, paperworkOf(host, visit))
}

/** @throws {ORPCError} as `factsOfHousehold` */
export async function lookupOf(at: At, visit: VisitRow): Promise<Lookup> {
  const household = await factsOfHousehold(at, visit)
  return lookUp(household, await catalogueInForce(at.db, at.host), at.today, eligibilityTexts(at.host.texts))
}

/** What was looked up last for a visit. */
export async function readLookup(db: Store, visitId: string): Promise<Lookup | undefined> {
  const row = await db.selectFrom('lookup').select('answer').where('visit_id', '=', visitId).orderBy('at', 'desc').limit(1).executeTakeFirst()
  return row ? Lookup.parse(JSON.parse(row.answer)) : undefined
}
