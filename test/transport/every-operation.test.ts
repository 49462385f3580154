/** Every operation of the contract, for every role and for nobody, over both transports: denied as the contract says. */
import type { OperationMeta, Role } from '#core/kernel/contract'
import type { TestServer } from '../support/open-test-server.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '#core/contract'
import { staffRoles } from '#core/kernel/contract'
import { openTestServer } from '../support/open-test-server.ts'
import { scratchFolder } from '../support/scratch.ts'

interface Operation { readonly feature: string, readonly name: string, readonly meta: OperationMeta, readonly takesInput: boolean }
interface Described { readonly '~orpc': { readonly meta: OperationMeta, readonly inputSchema?: unknown } }

const operations: Operation[] = Object.entries(contract).flatMap(([feature, procedures]) =>
  Object.entries(procedures as Record<string, Described>).map(([name, { '~orpc': { meta, inputSchema } }]) =>
    ({
      feature,
      name,
      meta,
      takesInput: inputSchema !== undefined,
    })))
const forStaff = operations.filter(({ meta }) => meta.roles !== 'anyone')

type Anything = Record<string, Record<string, (input?: unknown) => Promise<unknown>>>
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
    : server.window()).client as unknown as Anything

  it('nobody who is not signed in gets further than the door', async () => {
    const client = nobody()
    for (const { feature, name } of forStaff)
      expect(await codeOf(client[feature]![name]!(nonsense)), `${feature}.${name}`).toBe('NOT_SIGNED_IN')
  })

  it.each(staffRoles)('%s is let in where the contract says so, and nowhere else', async (role: Role) => {
    const client = await server.signedIn(role, over) as unknown as Anything
    for (const { feature, name, meta, takesInput } of forStaff) {
      const permitted = (meta.roles as readonly Role[]).includes(role)
      if (!permitted)
        expect(await codeOf(client[feature]![name]!(nonsense)), `${role}: ${feature}.${name}`).toBe('NOT_PERMITTED')
      else if (takesInput)
        expect(await codeOf(client[feature]![name]!(nonsense)), `${role}: ${feature}.${name}`).toBe('MALFORMED')
    }
  })

  it('a locked screen answers only to unlocking and signing out', async () => {
    const client = await server.signedIn('lead', over) as unknown as Anything
    await client.staff!.lock!()
    for (const { feature, name, meta } of forStaff.filter(({ meta }) => !meta.whileLocked))
      expect(await codeOf(client[feature]![name]!(nonsense)), `${feature}.${name} (${meta.access})`).toBe('SCREEN_LOCKED')
    expect(await codeOf(client.staff!.unlock!(nonsense))).toBe('MALFORMED')
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
