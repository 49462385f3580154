/** Reading a household whole, with what each person consented to. */
import type { Selectable } from 'kysely'
import type { Store } from '../host.ts'
import type { FactTable, PersonTable, ReceivesTable } from '../store/schema.ts'
import type { KnownFact, MemberView } from './model.ts'
import { readConsents } from '../consent/read-consents.ts'
import { PlainDate } from '../kernel/dates.ts'
import { consentStateOf } from './consent-states.ts'
import { HouseholdView } from './model.ts'

type PersonRow = Selectable<PersonTable>
type FactRow = Selectable<FactTable>
type ReceivesRow = Selectable<ReceivesTable>

/** `undefined` when there is none of that id any more. */
export async function readHousehold(db: Store, id: string, today: PlainDate): Promise<HouseholdView | undefined> {
  const row = await db.selectFrom('household').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row)
    return undefined
  const [persons, known, received, consents] = [
    await db.selectFrom('person').selectAll().where('household_id', '=', id).orderBy('place').execute(),
    await db.selectFrom('fact').selectAll().where('household_id', '=', id).execute(),
    await db.selectFrom('receives').selectAll().where('household_id', '=', id).execute(),
    await readConsents(db, id),
  ]
  return HouseholdView.parse({
    id: row.id,
    address: { province: row.province, district: row.district, dong: row.dong, road: row.road, detail: row.detail },
    inDistrictSince: row.in_district_since,
    inProvinceSince: row.in_province_since,
    phone: row.phone,
    callWhen: row.call_when,
    members: persons.map(person => memberOf(person, known, received, consentStateOf(
      { id: person.id, birth: dayOrNull(person.birth), diedOn: dayOrNull(person.died_on) },
      consents,
      today,
    ))),
    facts: factsOf(known, ''),
    receives: receivesOf(received, ''),
    version: row.version,
  })
}

const dayOrNull = (day: string | null): PlainDate | null => day === null ? null : PlainDate.parse(day)

const memberOf = (row: PersonRow, known: readonly FactRow[], received: readonly ReceivesRow[], consent: ReturnType<typeof consentStateOf>): Omit<MemberView, 'id' | 'relation' | 'sex'> & { id: string, relation: string, sex: string | null } => ({
  id: row.id,
  name: row.name,
  relation: row.relation,
  birth: dayOrNull(row.birth),
  sex: row.sex,
  livingTogether: row.living_together === null ? null : row.living_together === 1,
  diedOn: dayOrNull(row.died_on),
  visitor: row.visitor === 1,
  consent: consent.state,
  sensitiveAllowed: consent.sensitiveAllowed,
  facts: factsOf(known, row.id),
  receives: receivesOf(received, row.id),
})

const factsOf = (rows: readonly FactRow[], personId: string): Record<string, KnownFact> =>
  Object.fromEntries(rows.filter(row => row.person_id === personId).map(row => [
    row.name,
    { value: JSON.parse(row.value), saidBy: row.said_by, at: row.at } as KnownFact,
  ]))

const receivesOf = (rows: readonly ReceivesRow[], personId: string): Record<string, boolean> =>
  Object.fromEntries(rows.filter(row => row.person_id === personId).map(row => [row.service_id, row.receives === 1]))
