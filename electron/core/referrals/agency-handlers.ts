/** The directory at the desk: looking, writing, bringing a list. */
import { door } from '../door.ts'
import { nameKey } from '../households/name-search-key.ts'
import { matchesAgency, readAgencies } from './read-agencies.ts'
import { readAgencyList } from './read-list.ts'
import { addAgency, changeAgency } from './save-agency.ts'

export const agencies = door.referrals.agencies.handler(async ({ input, context: { db } }) =>
  (await readAgencies(db)).filter(agency => (agency.active || input.includeInactive) && matchesAgency(agency, input.text)))

export const addOne = door.referrals.addAgency.handler(async ({ input, context }) => {
  const added = await addAgency(context, input.agency)
  context.about('agency', added.id)
  return added
})

export const changeOne = door.referrals.changeAgency.handler(({ input, context }) => {
  context.about('agency', input.agencyId)
  return changeAgency(context, input.agencyId, input.seenVersion, input.agency, input.active)
})

export const readList = door.referrals.readAgencies.handler(async ({ input, context: { db } }) =>
  readAgencyList(input.text, await readAgencies(db)))

/** Reads the list again: between the preview and here somebody may have changed the directory. */
export const importAgencies = door.referrals.importAgencies.handler(async ({ input, errors, context }) => {
  const known = await readAgencies(context.db)
  const list = readAgencyList(input.text, known)
  if (list.rows.length === 0)
    throw errors.AGENCY_LIST_EMPTY()
  const byName = new Map(known.map(agency => [nameKey(agency.name), agency]))
  for (const { becomes, agency } of list.rows) {
    const before = byName.get(nameKey(agency.name))
    if (!before)
      await addAgency(context, agency)
    else if (becomes === 'changed')
      await changeAgency(context, before.id, before.version, agency, before.active)
  }
  const count = (what: typeof list.rows[number]['becomes']): number => list.rows.filter(({ becomes }) => becomes === what).length
  return { added: count('new'), changed: count('changed'), same: count('same'), leftOut: list.troubles.length }
})
