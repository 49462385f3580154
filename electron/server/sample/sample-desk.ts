/** A counter for whoever makes the sample: the real router, a clock that is set, anybody of the staff at the desk. */
import type { Buffer } from 'node:buffer'
import type { Client } from '#core/contract'
import type { Host } from '#core/host'
import type { Instant } from '#core/kernel/dates'
import type { Office } from '../open-office.ts'
import { createHash } from 'node:crypto'
import { createRouterClient } from '@orpc/server'
import { StaffId } from '#core/kernel/ids'
import { router } from '#core/router'
import { makeHost } from '../make-host.ts'
import { makeIdMaker } from '../make-ids.ts'

export interface SampleDesk {
  readonly host: Host
  /** The client before anybody has signed in. */
  readonly anybody: Client
  /** The client of a member of staff, by name. */
  readonly as: (name: string) => Client
  readonly staffIdOf: (name: string) => StaffId
  /** Sets the clock. */
  readonly at: (moment: Instant) => void
}

export async function openSampleDesk(office: Office, start: Instant): Promise<SampleDesk> {
  let moment = start
  const { host } = await makeHost({
    office,
    sample: true,
    openSampleOffice: async () => office,
    now: () => moment,
    newId: makeIdMaker(() => Date.parse(moment), plainChance()),
  })
  const clientWith = (token: string | undefined): Client =>
    createRouterClient(router, {
      context: {
        host,
        connection: {
          place: 'sample',
          local: true,
          token: () => token,
          keepToken: () => {},
        },
      },
    })
  const staffIdOf = (name: string): StaffId => StaffId.parse(office.accounts.findStaffId(name))
  return {
    host,
    anybody: clientWith(undefined),
    staffIdOf,
    as: (name) => {
      const token = `sample ${name}`
      host.sessions.start(token, staffIdOf(name), moment)
      return clientWith(token)
    },
    at: (next) => { moment = next },
  }
}

/** The same bytes each time: ids of made-up people need not be guessed by nobody. */
function plainChance(): (bytes: number) => Buffer {
  let count = 0
  return bytes => createHash('sha256').update(`sample ${count++}`).digest().subarray(0, bytes)
}
