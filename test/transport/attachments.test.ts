/** Files over both transports, and their end at the first sign-in after their day. */
import type { TestServer } from '../support/open-test-server.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPhoto, asBase64 } from '../support/made-up-files'
import { openTestServer } from '../support/open-test-server.ts'
import { scratchFolder } from '../support/scratch.ts'
import { consentedVisit } from '../support/visit-at-desk'

const scratch = scratchFolder()
let server: TestServer
beforeAll(async () => {
  server = await openTestServer({ folder: scratch('office') })
})
afterAll(() => server.close())

const large = aPhoto(5 * 1024 * 1024)
const day = 86_400

it('of five megabytes go through the window and the network, and are destroyed once their day is over', async () => {
  const clerk = await server.signedIn('clerk')
  const visit = await consentedVisit(clerk)
  const planner = await server.signedIn('planner')
  const plannerId = (await planner.staff.current())!.staff.id
  const page = await clerk.cases.assign({ ...visit.seen(), urgency: 'normal', kind: 'counselling', plannerId, why: '표본' })
  const caseId = page.case!.id
  for (const over of ['http', 'port'] as const) {
    const client = await server.signedIn('planner', over)
    const { id } = await client.attachments.add({ caseId, mediaType: 'image/jpeg', purpose: 'home', title: over, base64: asBase64(large) })
    expect((await client.attachments.look({ attachmentId: id })).base64 === asBase64(large)).toBe(true)
  }
  server.pass(364 * day)
  expect(await (await server.signedIn('planner')).attachments.list({ caseId })).toHaveLength(2)
  server.pass(3 * day)
  const later = await server.signedIn('planner')
  expect(await later.attachments.list({ caseId })).toEqual([])
  const lines = await (await server.signedIn('admin')).audit.list({ limit: 50 })
  expect(lines.filter(({ operation }) => operation === 'attachments.destroyDue').map(({ outcome, staffName }) => [outcome, staffName])).toEqual([['2', null]])
}, 120_000)
