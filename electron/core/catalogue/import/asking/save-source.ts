/** The settings of asking a publisher. The key goes into the encrypted store and comes out only into a request. */
import { door } from '../../../door.ts'
import { SourceService } from '../model.ts'
import { isSafeAddress } from './addresses.ts'
import { findSource, readSource } from './read-source.ts'

export const sources = door.catalogue.imports.sources.handler(({ context: { db, today } }) =>
  Promise.all(SourceService.options.map(service => readSource(db, service, today))))

export const saveSource = door.catalogue.imports.saveSource.handler(async ({ input, errors, context: { db, today, about } }) => {
  const { service, key, seenVersion } = input
  about('source', service)
  if (!isSafeAddress(input.address))
    throw errors.SOURCE_ADDRESS_NOT_SAFE()
  const kept = await findSource(db, service)
  if ((kept?.version ?? 0) !== seenVersion)
    throw errors.CHANGED_MEANWHILE()
  // A key is given to one address: to another it would be told by mistake.
  const keptKey = kept?.address === input.address.replace(/\/+$/, '') ? kept.service_key : ''
  const serviceKey = key === undefined ? keptKey : key ?? ''
  if (input.enabled && serviceKey === '')
    throw errors.SOURCE_KEY_MISSING()
  const row = {
    address: input.address.replace(/\/+$/, ''),
    service_key: serviceKey,
    enabled: input.enabled ? 1 : 0,
    daily_calls: input.dailyCalls,
    version: seenVersion + 1,
  }
  await db.insertInto('catalogue_source').values({ service, ...row, called_on: null, called: 0 })
    .onConflict(conflict => conflict.column('service').doUpdateSet(row))
    .execute()
  return readSource(db, service, today)
})
