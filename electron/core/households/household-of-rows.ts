/** A household put together from its rows, with what each person consented to. */
import type { Selectable } from 'kysely'
import type { PlainDate } from '../kernel/dates.ts'
import type { FactTable, HouseholdTable, PersonTable, ReceivesTable } from '../store/schema.ts'
import type { GivenConsent } from './consent-states.ts'
import type { KnownFact } from './model.ts'
import { consentStateOf } from './consent-states.ts'
import { HouseholdView } from './model.ts'

type HouseholdRow = Pick<Selectable<HouseholdTable>, 'id' | 'province' | 'district' | 'dong' | 'road' | 'detail' | 'in_district_since' | 'in_province_since' | 'phone' | 'call_when' | 'version'>
type PersonRow = Pick<Selectable<PersonTable>, 'id' | 'name' | 'relation' | 'birth' | 'sex' | 'living_together' | 'died_on' | 'visitor'>
type FactRow = Pick<Selectable<FactTable>, 'person_id' | 'name' | 'value' | 'said_by' | 'at'>
type ReceivesRow = Pick<Selectable<ReceivesTable>, 'person_id' | 'service_id' | 'receives'>

export interface HouseholdRows {
  readonly row: HouseholdRow
  /** In the order in which they were written down. */
  readonly persons: readonly PersonRow[]
  readonly known: readonly FactRow[]
  readonly received: readonly ReceivesRow[]
  /** Newest first. */
  readonly consents: readonly GivenConsent[]
}

export function householdOfRows({ row, persons, known, received, consents }: HouseholdRows, today: PlainDate): HouseholdView {
  return HouseholdView.parse({
    id: row.id,
    address: { province: row.province, district: row.district, dong: row.dong, road: row.road, detail: row.detail },
    inDistrictSince: row.in_district_since,
    inProvinceSince: row.in_province_since,
    phone: row.phone,
    callWhen: row.call_when,
    members: persons.map(person => ({
      id: person.id,
      name: person.name,
      relation: person.relation,
      birth: person.birth,
      sex: person.sex,
      livingTogether: person.living_together === null ? null : person.living_together === 1,
      diedOn: person.died_on,
      visitor: person.visitor === 1,
      ...consentOf(person, consents, today),
      facts: factsOf(known, person.id),
      receives: receivesOf(received, person.id),
    })),
    facts: factsOf(known, ''),
    receives: receivesOf(received, ''),
    version: row.version,
  })
}

function consentOf({ id, birth, died_on }: PersonRow, consents: readonly GivenConsent[], today: PlainDate) {
  const { state, sensitiveAllowed } = consentStateOf({ id, birth: birth as PlainDate | null, diedOn: died_on as PlainDate | null }, consents, today)
  return { consent: state, sensitiveAllowed }
}

const factsOf = (rows: readonly FactRow[], personId: string): Record<string, KnownFact> =>
  Object.fromEntries(rows.filter(row => row.person_id === personId).map(row => [
    row.name,
    { value: JSON.parse(row.value), saidBy: row.said_by, at: row.at } as KnownFact,
  ]))

const receivesOf = (rows: readonly ReceivesRow[], personId: string): Record<string, boolean> =>
  Object.fromEntries(rows.filter(row => row.person_id === personId).map(row => [row.service_id, row.receives === 1]))
