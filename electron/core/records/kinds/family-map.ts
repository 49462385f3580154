/** Genogram and ecomap: begun from the household and from the agencies that help already. */
import type { CaseSummary } from '../../cases/model.ts'
import type { Desk } from '../../door.ts'
import type { FamilyMap, Helper } from '../bodies/family-map.ts'
import type { KindOfRecord } from '../record-kind.ts'
import { knownFamily, notKept } from '../../family-map/known-family.ts'
import { readHousehold } from '../../households/read-household.ts'
import { FamilyMap as FamilyMapSchema, Helper as HelperSchema } from '../bodies/family-map.ts'

export async function beginFamilyMap(context: Pick<Desk, 'db' | 'today'>, found: CaseSummary): Promise<FamilyMap> {
  const household = await readHousehold(context.db, found.householdId, context.today)
  return FamilyMapSchema.parse({ ...(household ? knownFamily(household) : {}), helpers: await agenciesThatHelp(context, found.id) })
}

export const familyMap: KindOfRecord<'family-map'> = {
  begin: beginFamilyMap,
  // Who is related to whom is no health record; notes on people are kept short and say so.
  withoutSensitive: body => body,
  withoutPerson: ({ people, ties, helpers }, { id }) => {
    const gone = new Set(people.filter(({ personId }) => personId === id).map(person => person.id))
    return { people: people.filter(person => !gone.has(person.id)), ties: ties.filter(({ from, to }) => !gone.has(from) && !gone.has(to)), helpers }
  },
  // A member is named and dated by the household alone: a copy would outlive a correction, or the member's consent.
  keep: (_, next) => ({ ...next, people: next.people.map(person => person.personId === null ? person : { ...person, ...notKept }) }),
  missing: () => [],
  finish: async () => undefined,
}

async function agenciesThatHelp({ db }: Pick<Desk, 'db'>, caseId: string): Promise<Helper[]> {
  const rows = await db.selectFrom('referral').innerJoin('agency', 'agency.id', 'referral.agency_id')
    .select(['referral.id', 'agency.id as agencyId', 'agency.name', 'agency.sector'])
    .where('case_id', '=', caseId).where('referral.status', 'in', ['accepted', 'in-service']).execute()
  return rows.map(row => HelperSchema.parse({ id: `r${row.id.replaceAll('-', '').slice(-12)}`, kind: row.sector === 'public' ? 'public' : 'private', agencyId: row.agencyId, name: row.name }))
}
