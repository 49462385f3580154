/** Reading the directory of agencies, with how many families each has from us. */
import type { Selectable } from 'kysely'
import type { Store } from '../host.ts'
import type { AgencyTable } from '../store/schema.ts'
import { initialsOf, nameKey } from '../households/name-search-key.ts'
import { readSearchText } from '../households/read-search-text.ts'
import { AgencyView } from './agency.ts'
import { runningReferrals } from './model.ts'

const agencyOf = (row: Selectable<AgencyTable>, families: number): AgencyView => AgencyView.parse({
  id: row.id,
  name: row.name,
  fields: JSON.parse(row.fields),
  sector: row.sector,
  area: row.area,
  contact: row.contact ?? '',
  phone: row.phone,
  fax: row.fax,
  address: row.address ?? '',
  directions: row.directions ?? '',
  note: row.note ?? '',
  capacity: row.capacity,
  active: row.active === 1,
  families,
  version: row.version,
})

/** By name; those no longer used come last. */
export async function readAgencies(db: Store): Promise<AgencyView[]> {
  const counted = await db.selectFrom('referral').select(['agency_id', ({ fn }) => fn.count('case_id').distinct().as('families')])
    .where('status', 'in', [...runningReferrals])
    .groupBy('agency_id')
    .execute()
  const families = new Map(counted.map(row => [row.agency_id, Number(row.families)]))
  const rows = await db.selectFrom('agency').selectAll().execute()
  return rows.map(row => agencyOf(row, families.get(row.id) ?? 0))
    .toSorted((one, other) => Number(other.active) - Number(one.active) || one.name.localeCompare(other.name, 'ko'))
}

export async function findAgency(db: Store, id: string): Promise<AgencyView | undefined> {
  return (await readAgencies(db)).find(agency => agency.id === id)
}

/** By part of the name, the area or the contact, by 초성, by phone, also typed in the wrong keyboard mode. */
export function matchesAgency(agency: AgencyView, text: string): boolean {
  const words = [agency.name, agency.area, agency.contact, agency.note].map(nameKey)
  const digits = `${agency.phone ?? ''} ${agency.fax ?? ''}`.replace(/[^\d ]/g, '')
  return text.trim() === '' || readSearchText(text).some((reading) => {
    switch (reading.by) {
      case 'initials': return initialsOf(agency.name).includes(reading.initials)
      case 'phone': return digits.includes(reading.digits)
      case 'birth': return false
      default: return words.some(word => word.includes(reading.key))
    }
  })
}
