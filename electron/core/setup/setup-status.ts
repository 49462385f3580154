/** What the page must know before anybody signs in. Says nothing of staff or residents, but in the sample. */
import type { Connection, Host } from '../host.ts'
import type { SetupStatus } from './contract.ts'
import { frontDoor } from '../door.ts'

export async function setupStatus(host: Host, connection: Connection): Promise<SetupStatus> {
  const state = host.accounts.state()
  const center = await host.store()?.selectFrom('center').select(['province', 'district', 'dong']).executeTakeFirst()
  return {
    state,
    sample: host.sample,
    sampleAccounts: host.sample
      ? [...host.sampleAccounts]
      : [],
    center: center ?? null,
    needsCode: state === 'fresh' && host.setupNeedsCode(connection),
    version: host.version,
  }
}

export const status = frontDoor.setup.status.handler(({ context: { host, connection } }) => setupStatus(host, connection))

export const places = frontDoor.setup.places.handler(({ context: { host } }) => {
  const { provinces, districts, dongs } = host.places()
  const copied = (lists: Readonly<Record<string, readonly string[]>>) =>
    Object.fromEntries(Object.entries(lists).map(([name, list]) => [
      name,
      [...list],
    ]))
  return {
    provinces: [...provinces],
    districts: copied(districts),
    dongs: copied(dongs),
  }
})
