/** First run: the center, its first administrator, the recovery key; or one click to the made-up sample center. */
import type { HostContext } from '../door.ts'
import type { Host, Store } from '../host.ts'
import type { Instant } from '../kernel/dates.ts'
import type { CenterName } from './contract.ts'
import { ORPCError } from '@orpc/server'
import { leaveLine } from '../audit/leave-line.ts'
import { bringUpToDate } from '../catalogue/releases/bring-up-to-date.ts'
import { defaultSettings } from '../center/read-settings.ts'
import { frontDoor } from '../door.ts'
import { StaffId } from '../kernel/ids.ts'
import { insertStaff, insertStaffEvent } from '../staff/write-staff.ts'
import { setupStatus } from './setup-status.ts'

/** Two set-ups at once would make two keys: the second is told that it came too late. */
const underWay = new WeakSet<Host>()

export const create = frontDoor.setup.create.handler(async ({ input, errors, context }) => {
  const { host, connection } = context
  if (host.accounts.state() !== 'fresh' || underWay.has(host))
    throw errors.ALREADY_SET_UP()
  if (!host.maySetUp(connection, input.code))
    throw errors.SETUP_NOT_ALLOWED_FROM_HERE()
  underWay.add(host)
  try {
    return await setUp(context, input)
  }
  finally {
    underWay.delete(host)
  }
})

interface Wished {
  readonly center: CenterName
  readonly administrator: { readonly name: string, readonly password: string }
}

async function setUp(context: HostContext, input: Wished): Promise<{ recoveryKey: string }> {
  const { host } = context
  const name = input.administrator.name.normalize('NFC')
  const staffId = StaffId.parse(host.newId())
  const { recoveryKey, keep } = await host.accounts.create({ staffId, name, password: input.administrator.password })
  const store = host.store()
  if (!store)
    throw new ORPCError('STORE_NOT_OPEN')
  const now = host.now()
  await host.inTurn(() => store.transaction().execute(db => beginCenter(db, {
    center: input.center,
    sample: host.sample,
    staffId,
    name,
    eventId: host.newId(),
    now,
  })))
  await leaveLine(context, 'setup.create', 'done', staffId)
  await bringUpToDate(context, store)
  keep?.()
  return { recoveryKey }
}

interface Beginning {
  readonly center: CenterName
  readonly sample: boolean
  readonly staffId: StaffId
  readonly name: string
  readonly eventId: string
  readonly now: Instant
}

async function beginCenter(db: Store, { center, sample, staffId, name, eventId, now }: Beginning): Promise<void> {
  await db.insertInto('center').values({
    id: 1,
    ...center,
    sample: sample ? 1 : 0,
    settings: JSON.stringify(defaultSettings),
    version: 1,
  }).execute()
  await insertStaff(db, {
    id: staffId,
    name,
    roles: ['admin'],
    areas: [],
    phone: null,
  })
  await insertStaffEvent(db, {
    id: eventId,
    staffId,
    by: null,
    at: now,
    kind: 'created',
    detail: {
      roles: ['admin'],
    },
  })
}

export const openSample = frontDoor.setup.openSample.handler(async ({ errors, context: { host, connection } }) => {
  if (!host.sample) {
    if (host.accounts.state() !== 'fresh')
      throw errors.ALREADY_SET_UP()
    if (!host.maySetUp(connection, undefined))
      throw errors.SETUP_NOT_ALLOWED_FROM_HERE()
    await host.openSample()
  }
  return setupStatus(host, connection)
})
