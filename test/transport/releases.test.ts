/** Where only one account keeps the catalogue, its password again stands for the second person. */
import type { TestServer } from '../support/open-test-server.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { putChanges } from '#core/catalogue/draft/put-changes'
import { aServiceLike, put } from '../support/catalogue-at-desk.ts'
import { openTestServer, password } from '../support/open-test-server.ts'
import { scratchFolder } from '../support/scratch.ts'

const scratch = scratchFolder()
let server: TestServer
beforeAll(async () => {
  server = await openTestServer({ folder: scratch('office') })
})
afterAll(() => server.close())

it('has its first release from the set-up on', async () => {
  const admin = await server.signedIn('admin')
  expect((await admin.catalogue.releases.list()).releases).toMatchObject([{ number: 1, origin: 'shipped' }])
})

it('releases and rolls back alone with the password, refuses a wrong one, and says so in the release', async () => {
  const admin = await server.signedIn('admin')
  const people = await admin.staff.list()
  const lead = people.find(({ roles }) => roles.includes('lead'))!
  const me = people.find(({ roles }) => roles.includes('admin'))!
  const [service] = server.host.catalogue().services.values()
  await server.host.inTurn(() => server.host.store()!.transaction().execute(db => putChanges(db, server.host, [put('service', aServiceLike(service!))], { origin: 'editor', staffId: me.id, at: server.host.now() })))
  const { version } = await admin.catalogue.draft.list({})
  const wanted = { title: '표본', why: '표본', seenVersion: version }

  await expect(admin.catalogue.releases.release({ ...wanted, password })).rejects.toMatchObject({ code: 'SECOND_PERSON_NEEDED' })
  await admin.staff.change({ staffId: lead.id, seenVersion: lead.version, roles: ['planner'], areas: [], phone: null, active: true })
  await expect(admin.catalogue.releases.release(wanted)).rejects.toMatchObject({ code: 'PASSWORD_AGAIN' })
  await expect(admin.catalogue.releases.release({ ...wanted, password: 'not the password' })).rejects.toMatchObject({ code: 'WRONG_PASSWORD', data: { triesLeft: expect.any(Number) as number } })
  expect((await admin.catalogue.releases.list()).releases).toHaveLength(1)
  server.pass(60)
  expect(await admin.catalogue.releases.release({ ...wanted, password })).toMatchObject({ number: 2, alone: true, preparedBy: [{ id: me.id }], releasedBy: { id: me.id } })

  await expect(admin.catalogue.releases.rollBack({ number: 1, seenRelease: 2, password })).rejects.toMatchObject({ code: 'ROLLBACK_WHY' })
  expect(await admin.catalogue.releases.rollBack({ number: 1, seenRelease: 2, why: '표본', password })).toMatchObject({ number: 3, origin: 'rollback', alone: true })
})

it('keeps its releases over a restart, and makes none anew', async () => {
  await server.restart()
  const admin = await server.signedIn('admin')
  expect((await admin.catalogue.releases.list()).releases.map(({ number }) => number)).toEqual([3, 2, 1])
})

it('makes the first release of a store that an older Maji left behind, at the first sign-in', async () => {
  const db = server.host.store()!
  for (const table of ['catalogue_event', 'catalogue_change', 'catalogue_item', 'catalogue_release', 'catalogue_text', 'catalogue_shipped'] as const)
    await db.deleteFrom(table).execute()
  await server.restart()
  const admin = await server.signedIn('admin')
  const { releases } = await admin.catalogue.releases.list()
  expect(releases).toMatchObject([{ number: 1, origin: 'shipped' }])
  expect(releases[0]!.counts.new).toBeGreaterThan(200)
})
