/** A counter for whoever makes the sample: the real router, a clock that is set, a signed-in caller. */
import type { Client } from '#core/contract'
import type { Host } from '#core/host'
import type { Office } from '../open-office.ts'
import type { SampleAccount } from './sample-accounts.ts'
import { Instant } from '#core/kernel/dates'
import { router } from '#core/router'
import { createRouterClient } from '@orpc/server'
import { makeHost } from '../make-host.ts'

export interface SampleDesk {
  readonly client: Client
  readonly signIn: (account: Pick<SampleAccount, 'name' | 'password'>) => Promise<void>
  /** Sets the clock. */
  readonly at: (moment: Instant) => void
  readonly host: Host
}

export async function openSampleDesk(office: Office): Promise<SampleDesk> {
  let moment = Instant.parse(new Date().toISOString())
  const { host } = await makeHost({
    office,
    sample: true,
    openSampleOffice: async () => office,
    now: () => moment,
  })
  let token: string | undefined
  const connection = { place: 'sample', local: true, token: () => token, keepToken: (kept: string | undefined) => { token = kept } }
  const client: Client = createRouterClient(router, { context: { host, connection } })
  return {
    client,
    host,
    signIn: async ({ name, password }) => {
      await client.staff.signIn({ name, password })
    },
    at: (next) => { moment = next },
  }
}
