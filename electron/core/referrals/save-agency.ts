/** Writing an agency into the directory, or changing it; what was sent before keeps the name of its day. */
import type { Desk } from '../door.ts'
import type { AgencyDetails, AgencyView } from './agency.ts'
import { ORPCError } from '@orpc/server'
import { nameKey } from '../households/name-search-key.ts'
import { findAgency, readAgencies } from './read-agencies.ts'

type Writing = Pick<Desk, 'db' | 'host'>

const rowOf = (details: AgencyDetails) => ({
  name: details.name,
  fields: JSON.stringify(details.fields),
  sector: details.sector,
  area: details.area,
  phone: details.phone,
  fax: details.fax,
  address: details.address || null,
  directions: details.directions || null,
  contact: details.contact || null,
  note: details.note || null,
  capacity: details.capacity,
})

/** @throws {ORPCError} AGENCY_EXISTS */
export async function addAgency({ db, host }: Writing, details: AgencyDetails): Promise<AgencyView> {
  await refuseDouble({ db }, details.name)
  const id = host.newId()
  await db.insertInto('agency').values({ id, ...rowOf(details), active: 1, version: 1 }).execute()
  return present(await findAgency(db, id))
}

/** @throws {ORPCError} AGENCY_NOT_FOUND, AGENCY_EXISTS, CHANGED_MEANWHILE */
export async function changeAgency({ db }: Pick<Desk, 'db'>, id: string, seenVersion: number, details: AgencyDetails, active: boolean): Promise<AgencyView> {
  present(await findAgency(db, id))
  await refuseDouble({ db }, details.name, id)
  const changed = await db.updateTable('agency').set({ ...rowOf(details), active: active ? 1 : 0, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .returning('id')
    .executeTakeFirst()
  if (!changed)
    throw new ORPCError('CHANGED_MEANWHILE')
  return present(await findAgency(db, id))
}

async function refuseDouble({ db }: Pick<Desk, 'db'>, name: string, exceptId?: string): Promise<void> {
  if ((await readAgencies(db)).some(agency => agency.id !== exceptId && nameKey(agency.name) === nameKey(name)))
    throw new ORPCError('AGENCY_EXISTS')
}

function present(agency: AgencyView | undefined): AgencyView {
  if (!agency)
    throw new ORPCError('AGENCY_NOT_FOUND')
  return agency
}
