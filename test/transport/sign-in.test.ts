/** Set-up, sign-in, the slow-down, the paper key, accounts: through the door of a running server. */
import type { TestServer } from '../support/open-test-server.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { openTestServer, password, people } from '../support/open-test-server.ts'
import { scratchFolder } from '../support/scratch.ts'

const scratch = scratchFolder()
let count = 0
let server: TestServer
async function open(options: { fresh?: boolean } = {}) {
  server = await openTestServer({
    folder: scratch(String(count++)),
    ...options,
  })
  return server
}
afterEach(() => server.close())

const center = { province: '서울특별시', district: '동작구', dong: '표본동' }
const wrong = 'wrong horse!'

describe('the first set-up', () => {
  it('makes center, administrator and paper key, once', async () => {
    await open({ fresh: true })
    const { client } = server.browser()
    expect(await client.setup.status()).toMatchObject({
      state: 'fresh',
      center: null,
      sample: false,
      sampleAccounts: [],
    })
    const { recoveryKey } = await client.setup.create({
      center,
      administrator: { name: people.admin, password },
    })
    expect(recoveryKey).toHaveLength(39)
    expect(await client.setup.status()).toMatchObject({ state: 'open', center })
    await expect(client.setup.create({
      center,
      administrator: { name: '다른이름', password },
    })).rejects.toMatchObject({ code: 'ALREADY_SET_UP' })
    expect((await client.staff.signIn({ name: people.admin, password })).staff.roles).toEqual(['admin'])
  })

  it('of two at once makes one', async () => {
    await open({ fresh: true })
    const { client } = server.browser()
    const tries = await Promise.allSettled(['하나', '둘'].map(name => client.setup.create({
      center,
      administrator: { name, password },
    })))
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('refuses a short password and an empty center, and changes nothing', async () => {
    await open({ fresh: true })
    const { client } = server.browser()
    await expect(client.setup.create({
      center: { ...center, dong: ' ' },
      administrator: { name: people.admin, password: 'short' },
    }))
      .rejects
      .toMatchObject({
        code: 'MALFORMED',
        data: {
          fields: ['center.dong', 'administrator.password'],
        },
      })
    expect((await client.setup.status()).state).toBe('fresh')
  })

  it('from another machine needs the code that the start printed', async () => {
    await open({ fresh: true })
    const { host } = server
    const far = {
      place: '192.0.2.7',
      local: false,
      token: () => undefined,
      keepToken: () => {},
    }
    expect(host.setupNeedsCode(far)).toBe(true)
    expect(host.maySetUp(far, undefined)).toBe(false)
    expect(host.maySetUp(far, 'ANYTHING')).toBe(false)
    expect(host.maySetUp({ ...far, local: true }, undefined)).toBe(true)
  })
})

describe('signing in', () => {
  it('opens the store that is closed after a start', async () => {
    await open()
    await server.restart()
    const { client } = server.browser()
    expect(await client.setup.status()).toMatchObject({ state: 'locked', center: null })
    await expect(client.staff.list()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
    await expect(client.staff.signIn({ name: people.clerk, password: wrong })).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    expect((await client.setup.status()).state).toBe('locked')
    await client.staff.signIn({ name: people.clerk, password })
    expect((await client.setup.status()).state).toBe('open')
    // The failed try before the store was open stands in the log all the same.
    const admin = await server.signedIn('admin')
    const tries = (await admin.audit.list({ limit: 50 })).filter(({ operation }) => operation === 'staff.signIn').map(({ outcome, staffName }) => ({ outcome, staffName }))
    expect(tries).toEqual(expect.arrayContaining([
      { outcome: 'WRONG_PASSWORD', staffName: people.clerk },
      { outcome: 'done', staffName: people.clerk },
    ]))
  })

  it('slows down, then locks; a new password from the administrator lets in again', async () => {
    await open()
    const { client } = server.browser()
    const tryOnce = (secret: string) => client.staff.signIn({ name: people.clerk, password: secret }).then(() => 'in', (error: { code: string, data?: { waitSeconds?: number } }) => ({ code: error.code, wait: error.data?.waitSeconds }))
    expect(await tryOnce(wrong)).toEqual({ code: 'WRONG_PASSWORD', wait: 0 })
    expect(await tryOnce(wrong)).toEqual({ code: 'WRONG_PASSWORD', wait: 0 })
    expect(await tryOnce(wrong)).toEqual({ code: 'WRONG_PASSWORD', wait: 8 })
    expect(await tryOnce(password)).toEqual({ code: 'WAIT_FIRST', wait: 8 })
    for (let more = 0; more < 7; more++) {
      server.pass(300)
      await tryOnce(wrong)
    }
    server.pass(3600)
    expect(await tryOnce(password)).toEqual({ code: 'ACCOUNT_LOCKED', wait: undefined })
    const admin = await server.signedIn('admin')
    const clerk = (await admin.staff.list()).find(({ name }) => name === people.clerk)!
    await admin.staff.setPassword({ staffId: clerk.id, newPassword: 'another horse' })
    expect(await tryOnce('another horse')).toBe('in')
  })

  it('answers alike to a name that does not exist and to an account that was switched off', async () => {
    await open()
    const admin = await server.signedIn('admin')
    const clerk = (await admin.staff.list()).find(({ name }) => name === people.clerk)!
    await admin.staff.change({
      staffId: clerk.id,
      seenVersion: clerk.version,
      roles: ['clerk'],
      areas: [],
      phone: null,
      active: false,
    })
    const answerTo = (name: string, secret: string) => server.browser().client.staff.signIn({ name, password: secret }).catch((error: { code: string, data: unknown }) => ({ code: error.code, data: error.data }))
    const refused = {
      code: 'WRONG_PASSWORD',
      data: { triesLeft: 9, waitSeconds: 0 },
    }
    expect(await answerTo(people.clerk, password)).toEqual(refused)
    expect(await answerTo('없는사람', password)).toEqual(refused)
    expect(await answerTo(people.planner, wrong)).toEqual(refused)
  })
})

describe('the paper key', () => {
  it('opens the store and gives an account a new password', async () => {
    await open()
    await server.restart()
    const { client } = server.browser()
    await expect(client.setup.recover({ recoveryKey: `${'0'.repeat(31)}1`, name: people.admin, newPassword: 'a new password' })).rejects.toMatchObject({
      code: 'WRONG_RECOVERY_KEY',
      data: { waitSeconds: 0 },
    })
    await expect(client.setup.recover({ recoveryKey: server.recoveryKey, name: '없는사람', newPassword: 'a new password' })).rejects.toMatchObject({ code: 'NO_SUCH_ACCOUNT' })
    await client.setup.recover({ recoveryKey: server.recoveryKey, name: people.admin, newPassword: 'a new password' })
    await expect(client.staff.signIn({ name: people.admin, password })).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    expect((await client.staff.signIn({ name: people.admin, password: 'a new password' })).staff.name).toBe(people.admin)
  })
})

describe('the accounts of the office', () => {
  it('keep at least one administrator', async () => {
    await open()
    const admin = await server.signedIn('admin')
    const me = (await admin.staff.current())!.staff
    const change = {
      staffId: me.id,
      seenVersion: me.version,
      areas: [],
      phone: null,
    }
    await expect(admin.staff.change({
      ...change,
      roles: ['clerk'],
      active: true,
    })).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' })
    await expect(admin.staff.change({
      ...change,
      roles: ['admin'],
      active: false,
    })).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' })
    const other = await admin.staff.add({
      name: '표본관리둘',
      roles: ['admin', 'lead'],
      areas: [],
      phone: null,
      password,
    })
    expect((await admin.staff.change({
      ...change,
      roles: ['clerk'],
      active: true,
    })).roles).toEqual(['clerk'])
    await expect(server.signedIn('admin').then(client => client.audit.verify())).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    expect(other.roles).toEqual(['admin', 'lead'])
  })

  it('have each name once, and keep what was granted to whom', async () => {
    await open()
    const admin = await server.signedIn('admin')
    await expect(admin.staff.add({
      name: people.clerk,
      roles: ['clerk'],
      areas: [],
      phone: null,
      password,
    })).rejects.toMatchObject({ code: 'NAME_TAKEN' })
    const planner = (await admin.staff.list()).find(({ name }) => name === people.planner)!
    await admin.staff.change({
      staffId: planner.id,
      seenVersion: planner.version,
      roles: ['planner', 'lead'],
      areas: ['표본로'],
      phone: '02-000-0001',
      active: true,
    })
    await expect(admin.staff.change({
      staffId: planner.id,
      seenVersion: planner.version,
      roles: ['clerk'],
      areas: [],
      phone: null,
      active: true,
    })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    const events = await server.host.store()!.selectFrom('staff_event').select(['kind', 'detail']).where('staff_id', '=', planner.id).orderBy('id').execute()
    expect(events.map(({ kind }) => kind)).toEqual(['created', 'rights-changed'])
    expect(JSON.parse(events[1]!.detail)).toEqual({
      from: {
        roles: ['planner'],
        active: true,
      },
      to: {
        roles: ['planner', 'lead'],
        active: true,
      },
    })
  })

  it('lose their open screens when they are switched off', async () => {
    await open()
    const admin = await server.signedIn('admin')
    const clerk = await server.signedIn('clerk')
    const row = (await clerk.staff.current())!.staff
    await admin.staff.change({
      staffId: row.id,
      seenVersion: row.version,
      roles: ['clerk'],
      areas: [],
      phone: null,
      active: false,
    })
    await expect(clerk.intake.home()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
  })

  it('change their own password by the old one, and only their own absence', async () => {
    await open()
    const planner = await server.signedIn('planner')
    await expect(planner.staff.changeOwnPassword({ oldPassword: wrong, newPassword: 'another horse' })).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    await planner.staff.changeOwnPassword({ oldPassword: password, newPassword: 'another horse' })
    await expect(server.signedIn('planner')).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    const staff = await planner.staff.list()
    const idOf = (name: string) => staff.find(member => member.name === name)!.id
    const absence = { from: '2026-12-01', until: '2026-12-03' } as never
    expect((await planner.staff.setAbsence({
      staffId: idOf(people.planner),
      absence,
    })).absence).toEqual(absence)
    await expect(planner.staff.setAbsence({
      staffId: idOf(people.clerk),
      absence,
    })).rejects.toMatchObject({ code: 'NOT_PERMITTED' })
    await expect(planner.staff.setAbsence({
      staffId: idOf(people.planner),
      absence: { from: '2026-12-03', until: '2026-12-01' } as never,
    })).rejects.toMatchObject({ code: 'END_BEFORE_START' })
  })
})

describe('the settings of the office', () => {
  it('are kept once from the same version, and take holidays that the government declares', async () => {
    await open()
    const lead = await server.signedIn('lead')
    const { version, center: _, ...settings } = await lead.center.settings()
    expect((await lead.center.change({
      ...settings,
      seenVersion: version,
      idleMinutes: 5,
      recipients: ['표본복지관'],
    })).idleMinutes).toBe(5)
    await expect(lead.center.change({ ...settings, seenVersion: version })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' })
    const holiday = { date: '2026-12-24' as never, name: '표본 임시공휴일', basis: '표본' }
    await lead.center.addHoliday(holiday)
    await expect(lead.center.addHoliday(holiday)).rejects.toMatchObject({ code: 'HOLIDAY_EXISTS' })
    await expect(lead.center.addHoliday({ ...holiday, date: '2026-12-25' as never })).rejects.toMatchObject({ code: 'HOLIDAY_EXISTS' })
    expect(await lead.center.holidays({ year: 2026 })).toContainEqual({ ...holiday, added: true })
    await lead.center.removeHoliday({ date: holiday.date })
    await expect(lead.center.removeHoliday({ date: holiday.date })).rejects.toMatchObject({ code: 'HOLIDAY_NOT_FOUND' })
    await expect(lead.audit.list({ from: '2026-12-02' as never, until: '2026-12-01' as never })).rejects.toMatchObject({ code: 'END_BEFORE_START' })
  })
})
