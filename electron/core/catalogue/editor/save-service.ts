/** Saving a service into the draft: a new one of the office, or a change to one that is there. */
import { door } from '../../door.ts'
import { WelfareServiceId } from '../../kernel/ids.ts'
import { putChanges } from '../draft/put-changes.ts'
import { draftCatalogue } from '../draft/read-draft-catalogue.ts'
import { catalogueInForce } from '../read-in-force.ts'
import { findFaster } from './changed-meanwhile.ts'
import { readEntry } from './check-entry.ts'
import { forEverybodyFaults } from './for-everybody.ts'
import { findItem, findItemView } from './read-item.ts'

/** The system names what the office adds; nobody has to think of an id, and it says whose it is. */
export const newServiceId = (newId: () => string): WelfareServiceId => WelfareServiceId.parse(`office-${newId().replaceAll('-', '').slice(-12)}`)

export const saveService = door.catalogue.editor.saveService.handler(async ({ input, errors, context }) => {
  const { db, host, caller, now, today, about } = context
  const draft = await draftCatalogue(db, host)
  const serviceId = input.serviceId ?? newServiceId(host.newId)
  const key = { kind: 'service', itemId: serviceId } as const
  const current = findItem(draft, key)
  if (input.serviceId && !current && !findItem(await catalogueInForce(db, host), key))
    throw errors.ITEM_NOT_FOUND()
  about('service', serviceId)
  const faster = await findFaster(db, host, key, current, input.seenHash)
  if (faster)
    throw errors.CATALOGUE_CHANGED_MEANWHILE({ data: faster })
  const { entry, faults } = readEntry({ ...input.entry, id: serviceId }, { catalogue: draft, words: host.texts })
  const unmeant = forEverybodyFaults(input.entry, input.forEverybody, host.texts)
  if (!entry || unmeant.length > 0)
    throw errors.ENTRY_NOT_RIGHT({ data: { faults: [...faults, ...unmeant] } })
  await putChanges(db, host, [{ ...key, body: entry }], { origin: 'editor', staffId: caller.staffId, at: now, why: input.why })
  return (await findItemView(db, host, key, today))!
})
