/** Every operation of the contract, for every role and for nobody, over both transports: denied as the contract says. */
import type { Role } from '#core/kernel/contract'
import type { TestServer } from '../support/open-test-server.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountRoles } from '#core/kernel/contract'
import { call, operations } from '../support/contract-operations.ts'
import { openTestServer } from '../support/open-test-server.ts'
import { scratchFolder } from '../support/scratch.ts'

const forStaff = operations.filter(({ meta }) => meta.roles !== 'anyone')

const nonsense = { zz: 'none of this belongs here' }
function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(() => 'answered', (error: { code?: unknown }) => error.code)
}

const scratch = scratchFolder()
let server: TestServer
beforeAll(async () => {
  server = await openTestServer({
    folder: scratch('office'),
  })
})
afterAll(() => server.close())

it('the contract has operations for everybody and for staff', () => {
  expect(forStaff.length).toBeGreaterThan(40)
  expect(operations.length).toBeGreaterThan(forStaff.length)
})

describe.each(['http', 'port'] as const)('over %s', (over) => {
  const nobody = () => (over === 'http'
    ? server.browser()
    : server.window()).client

  it('nobody who is not signed in gets further than the door', async () => {
    const client = nobody()
    for (const operation of forStaff)
      expect(await codeOf(call(client, operation, nonsense)), operation.name).toBe('NOT_SIGNED_IN')
  })

  it.each(accountRoles)('%s is let in where the contract says so, and nowhere else', async (role: Role) => {
    const client = await server.signedIn(role, over)
    for (const operation of forStaff) {
      const permitted = (operation.meta.roles as readonly Role[]).includes(role)
      if (!permitted)
        expect(await codeOf(call(client, operation, nonsense)), `${role}: ${operation.name}`).toBe('NOT_PERMITTED')
      else if (operation.takesInput)
        expect(await codeOf(call(client, operation, nonsense)), `${role}: ${operation.name}`).toBe('MALFORMED')
    }
  })

  it('a locked screen answers only to unlocking and signing out', async () => {
    const client = await server.signedIn('lead', over)
    await client.staff.lock()
    for (const operation of forStaff.filter(({ meta }) => !meta.whileLocked))
      expect(await codeOf(call(client, operation, nonsense)), `${operation.name} (${operation.meta.access})`).toBe('SCREEN_LOCKED')
    expect(await codeOf(client.staff.unlock(nonsense as never))).toBe('MALFORMED')
  })
})

it('every denial stands in the access log with who tried what', async () => {
  const clerk = await server.signedIn('clerk')
  await codeOf(clerk.audit.verify())
  const admin = await server.signedIn('admin')
  const [line] = (await admin.audit.list({ limit: 500 })).filter(({ operation }) => operation === 'audit.verify')
  expect(line).toMatchObject({ staffName: '표본창구', outcome: 'NOT_PERMITTED' })
  expect(await admin.audit.verify()).toMatchObject({ intact: true })
})
