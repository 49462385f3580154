/** Looking the stored households up again over both transports: progress comes through, and stopping reaches the server. */
import type { LookingAgain } from '#core/eligibility/rescreen/model'
import type { TestServer } from '../support/open-test-server.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PlainDate } from '#core/kernel/dates'
import { openTestServer } from '../support/open-test-server.ts'
import { scratchFolder } from '../support/scratch.ts'
import { consentedVisit } from '../support/visit-at-desk'

const scratch = scratchFolder()
let server: TestServer
beforeAll(async () => {
  server = await openTestServer({ folder: scratch('office') })
  const clerk = await server.signedIn('clerk')
  for (const name of ['표본일', '표본이', '표본삼'])
    await consentedVisit(clerk, 'move-in', name)
})
afterAll(() => server.close())

const newYear = { with: 'day', on: PlainDate.parse('2027-01-01') } as const

describe.each(['http', 'port'] as const)('over %s', (over) => {
  it('tells how far it is and what came of it', async () => {
    const lead = await server.signedIn('lead', over)
    const events: LookingAgain[] = []
    for await (const event of await lead.eligibility.rescreen.look(newYear))
      events.push(event)
    expect(events[0]).toEqual({ phase: 'looking', done: 0, of: 3 })
    expect(events.at(-1)).toMatchObject({ phase: 'done', looked: 3, leftOut: 0 })
  })

  it('ends at the server when the page stops listening, so that a colleague can begin', async () => {
    const [lead, admin] = [await server.signedIn('lead', over), await server.signedIn('admin', over)]
    const line = new AbortController()
    const events = await lead.eligibility.rescreen.look(newYear, { signal: line.signal })
    await events.next()
    line.abort()
    const again = async (): Promise<LookingAgain | undefined> => {
      for (let tries = 0; tries < 40; tries++) {
        try {
          const last: LookingAgain[] = []
          for await (const event of await admin.eligibility.rescreen.look(newYear))
            last.push(event)
          return last.at(-1)
        }
        catch (error) {
          expect(error).toMatchObject({ code: 'LOOKING_AGAIN_ALREADY' })
          await pause(100)
        }
      }
      return undefined
    }
    expect(await again()).toMatchObject({ phase: 'done', looked: 3 })
  })
})
