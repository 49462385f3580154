/** A window and a browser get the same answers and the same refusals. */
import type { Client } from '#core/contract'
import type { TestServer } from '../support/open-test-server.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, password, people } from '../support/open-test-server.ts'
import { scratchFolder } from '../support/scratch.ts'

const scratch = scratchFolder()
let server: TestServer
beforeAll(async () => {
  server = await openTestServer({
    folder: scratch('office'),
  })
})
afterAll(() => server.close())

/** What a page would see of a call: the answer, or code and data of the refusal. */
async function seen(work: Promise<unknown>): Promise<unknown> {
  try {
    return { answer: await work }
  }
  catch (error) {
    const { code, data, defined } = error as { code: string, data: unknown, defined: boolean }
    return { code, data, defined }
  }
}

const unknownVisit = '01900000-0000-7000-8000-00000000dead' as never
const calls: Record<string, (client: Client) => Promise<unknown>> = {
  'a plain answer': client => client.center.settings(),
  'a list': client => client.staff.list(),
  'holidays of a year': client => client.center.holidays({ year: 2026 }),
  'who is signed in': client => client.staff.current(),
  'a defined refusal': client => client.intake.page({ visitId: unknownVisit }),
  'a refusal of the door': client => client.audit.list({ limit: 10 }),
  'malformed input': client => client.intake.open({ event: 'picnic' as never, channel: 'counter' }),
  'input that is missing': client => client.intake.open(undefined as never),
  'a day that does not exist': client => client.center.addHoliday({ date: '2026-02-30' as never, name: '표본', basis: '표본' }),
  'a text of ten thousand characters': client => client.households.search({
    text: '가'.repeat(10_000),
  }),
}

describe.each(Object.entries(calls))('%s', (_, call) => {
  it('is the same over HTTP and over a port', async () => {
    const overHttp = await seen(call(await server.signedIn('planner', 'http')))
    const overPort = await seen(call(await server.signedIn('planner', 'port')))
    expect(overPort).toEqual(overHttp)
    expect(JSON.stringify(overHttp)).not.toContain('INTERNAL_SERVER_ERROR')
  })
})

it('a planner hears at once of a case, in a window and in a browser', async () => {
  const heard = async (over: 'http' | 'port') => {
    const client = await server.signedIn('planner', over)
    const stop = new AbortController()
    const news = await client.cases.watch(undefined, { signal: stop.signal })
    const first = news.next()
    await new Promise(resolve => setTimeout(resolve, 50))
    server.host.news.publish('case', { caseId: unknownVisit, plannerId: unknownVisit, change: 'opened' })
    const { value } = await first
    stop.abort()
    return value
  }
  expect(await heard('port')).toEqual(await heard('http'))
})

it('a window that closes takes its session along', async () => {
  const { client, close } = server.window()
  await client.staff.signIn({ name: people.clerk, password })
  expect(await client.staff.current()).not.toBeNull()
  close()
  const again = server.window()
  expect(await again.client.staff.current()).toBeNull()
})
