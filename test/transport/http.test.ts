/** What only HTTP brings along: cookies, names, other sites, large bodies, files. */
import type { IncomingHttpHeaders, RequestOptions } from 'node:http'
import type { TestServer } from '../support/open-test-server.ts'
import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, password, people } from '../support/open-test-server.ts'
import { scratchFolder } from '../support/scratch.ts'

const scratch = scratchFolder()
let server: TestServer
beforeAll(async () => {
  mkdirSync(scratch('page', 'assets'), { recursive: true })
  writeFileSync(scratch('page', 'index.html'), '<!doctype html><title>맞이</title>')
  writeFileSync(scratch('page', 'assets', 'main.js'), 'export {}')
  writeFileSync(scratch('secret.txt'), 'outside of the page')
  server = await openTestServer({
    folder: scratch('office'),
    page: scratch('page'),
  })
})
afterAll(() => server.close())

interface Answer { readonly status: number, readonly headers: IncomingHttpHeaders, readonly body: string }

/** A request as a program makes it that may send any header. */
function ask(path: string, { body, ...options }: RequestOptions & { body?: string | Buffer } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({
      host: '127.0.0.1',
      port: server.http.port,
      path,
      method: body === undefined
        ? 'GET'
        : 'POST',
      ...options,
    }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', part => text += part).on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
function rpc(path: string, input: unknown, headers: Record<string, string> = {}) {
  return ask(`/rpc/${path}`, {
    body: JSON.stringify({ json: input }),
    headers: { 'content-type': 'application/json', ...headers },
  })
}
const signIn = { name: people.clerk, password }

describe('the cookie of a session', () => {
  it('is kept from scripts and from other sites, and goes with the browser', async () => {
    const { status, headers } = await rpc('staff/signIn', signIn)
    expect(status).toBe(200)
    const [cookie] = headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^maji-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  it('opens nothing when it is forged, cut or another one', async () => {
    const right = server.browser()
    await right.client.staff.signIn(signIn)
    const name = right.cookie()!.split('=')[0]
    for (const value of [
      '',
      'x'.repeat(43),
      `${right.cookie()!.split('=')[1]!.slice(0, -1)}_`,
      'admin',
      '../../etc',
    ])
      expect((await rpc('staff/list', undefined, { cookie: `${name}=${value}` })).status, value).toBe(401)
    expect((await rpc('staff/list', undefined, {
      cookie: right.cookie()!,
    })).status).toBe(200)
  })

  it('carries no role: what a browser claims of itself counts for nothing', async () => {
    const clerk = server.browser()
    await clerk.client.staff.signIn(signIn)
    const forged = await ask('/rpc/audit/verify', {
      body: JSON.stringify({
        json: {
          roles: ['admin'],
        },
        role: 'admin',
      }),
      headers: { 'content-type': 'application/json', 'cookie': `${clerk.cookie()}; role=admin`, 'x-role': 'admin' },
    })
    expect(forged.status).toBe(403)
    expect(forged.body).toContain('NOT_PERMITTED')
  })

  it('ends with signing out, with another sign-in and after a working day of twelve hours', async () => {
    const browser = server.browser()
    await browser.client.staff.signIn(signIn)
    const first = browser.cookie()
    await browser.client.staff.signIn(signIn)
    expect(browser.cookie()).not.toBe(first)
    expect((await rpc('staff/list', undefined, { cookie: first! })).status).toBe(401)
    const second = browser.cookie()!
    await browser.client.staff.signOut()
    expect(browser.cookie()).toBeUndefined()
    expect((await rpc('staff/list', undefined, { cookie: second })).status).toBe(401)

    await browser.client.staff.signIn(signIn)
    // Kept awake all day long, it still ends.
    for (let minutes = 0; minutes < 12 * 60; minutes += 9) {
      await browser.client.staff.touch().catch(() => {})
      server.pass(9 * 60)
    }
    await expect(browser.client.staff.list()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
  })

  it('locks the screen after the idle time, and the password opens it again', async () => {
    const { client } = server.browser()
    await client.staff.signIn(signIn)
    server.pass(10 * 60 + 1)
    await expect(client.intake.home()).rejects.toMatchObject({ code: 'SCREEN_LOCKED' })
    expect((await client.staff.current())?.locked).toBe(true)
    await expect(client.staff.unlock({ password: 'wrong horse!' })).rejects.toMatchObject({
      code: 'WRONG_PASSWORD',
      data: { triesLeft: 9 },
    })
    expect((await client.staff.unlock({ password })).locked).toBe(false)
    expect((await client.intake.home()).day).toBeTruthy()
  })
})

describe('another site or another name', () => {
  it.each([
    'http://evil.example',
    'null',
    'https://127.0.0.1',
    'http://127.0.0.1:1',
  ])('a page of %s may not ask', async (origin) => {
    expect((await rpc('setup/status', undefined, { origin })).status).toBe(403)
  })

  it('our own page may, and a program without a browser', async () => {
    expect((await rpc('setup/status', undefined, { 'origin': `http://127.0.0.1:${server.http.port}`, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    expect((await rpc('setup/status', undefined)).status).toBe(200)
    expect((await rpc('setup/status', undefined, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  it.each([
    'evil.example',
    'evil.example:80',
    'localhost.evil.example',
    '127.0.0.1:1',
    '127.0.0.1@evil.example',
  ])('a request for the name "%s" is not for us', async (host) => {
    expect((await rpc('setup/status', undefined, { host })).status).toBe(421)
    expect((await ask('/', {
      headers: { host },
    })).status).toBe(421)
  })
})

describe('a body', () => {
  it('of ten megabytes is refused, with nothing changed and the server still there', async () => {
    const before = await rpc('setup/status', undefined)
    const large = await rpc('staff/signIn', {
      name: 'ㄱ'.repeat(10_000_000 / 3),
      password,
    }).catch((error: Error) => error)
    // The connection may be cut before everything was sent, which no browser takes for success.
    if ('status' in large) {
      expect(large.status).toBe(413)
      expect(large.body).toContain('PAYLOAD_TOO_LARGE')
    }
    const after = await rpc('setup/status', undefined)
    expect(after.body).toBe(before.body)
  })

  it('that is malformed is answered with the names of its fields, never their values', async () => {
    const { status, body } = await rpc('staff/signIn', { 'name': '', 'password': 7, '주민번호800101-1234567': 'x' })
    expect(status).toBe(400)
    expect(JSON.parse(body).json).toMatchObject({
      code: 'MALFORMED',
      data: {
        fields: expect.arrayContaining(['name', 'password']),
      },
    })
    expect(body).not.toContain('"x"')
  })

  it('that is no JSON is refused', async () => {
    const { status } = await ask('/rpc/staff/signIn', {
      body: '{"json":',
      headers: { 'content-type': 'application/json' },
    })
    expect(status).toBe(400)
  })
})

describe('the page', () => {
  it('comes with headers that let nothing but itself run, frame it or be asked', async () => {
    const { status, headers, body } = await ask('/visits/01900000-0000-7000-8000-000000000001')
    expect(status).toBe(200)
    expect(body).toContain('맞이')
    const policy = headers['content-security-policy'] ?? ''
    for (const part of [
      `default-src 'none'`,
      `script-src 'self';`,
      `connect-src 'self'`,
      `frame-ancestors 'none'`,
      `base-uri 'none'`,
      `form-action 'none'`,
    ])
      expect(policy).toContain(part)
    expect(policy).not.toContain('unsafe-eval')
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin' })
  })

  it('gives its files and nothing outside of them', async () => {
    expect((await ask('/assets/main.js')).headers['content-type']).toContain('text/javascript')
    expect((await ask('/assets/missing.js')).status).toBe(404)
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/%00',
      '/..%5csecret.txt',
    ])
      expect((await ask(path)).body, path).not.toContain('outside of the page')
    expect((await ask('/', { method: 'DELETE' })).status).toBe(405)
  })

  it('is described for other programs in OpenAPI, which answer the same', async () => {
    const document = JSON.parse((await ask('/openapi.json')).body)
    expect(document.openapi).toMatch(/^3\.1/)
    expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/staff/signIn', '/intake/open', '/cases/assign']))
    const plain = await ask('/api/setup/status', { body: '', method: 'POST' })
    expect(JSON.parse(plain.body)).toEqual(JSON.parse((await rpc('setup/status', undefined)).body).json)
  })
})
