/** The office server for other machines: only with TLS, a set-up only with the code, a cookie only over TLS. */
import type { RunningServer } from '#server/run-server'
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import { hostname, networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runServer } from '#server/run-server'
import { scratchFolder } from '../support/scratch.ts'

const scratch = scratchFolder()
const hasOpenssl = spawnSync('openssl', ['version']).status === 0
const outside = Object.values(networkInterfaces()).flat().find(each => each && !each.internal && each.family === 'IPv4')?.address
if (!hasOpenssl || !outside)
  console.warn('There is no openssl, or no network address of this machine but its own: the tests of the office server for other machines did not run.')

interface Answer { readonly status: number, readonly cookie: string | undefined, readonly answer: Record<string, unknown> }

describe.runIf(hasOpenssl && outside)('an office server for other machines', () => {
  let server: RunningServer
  const ask = (address: string, path: string, input?: unknown, headers: Record<string, string> = {}): Promise<Answer> => new Promise((resolve, reject) => {
    const agent = new Agent({
      ca: readFileSync(scratch('certificate.pem')),
      checkServerIdentity: () => undefined,
    })
    const asked = request({
      host: address,
      port: server.http.port,
      path: `/rpc/${path}`,
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json', ...headers },
    }, (response) => {
      let text = ''
      response.on('data', part => text += part).on('end', () => resolve({
        status: response.statusCode ?? 0,
        cookie: response.headers['set-cookie']?.[0],
        answer: text.startsWith('{')
          ? JSON.parse(text).json
          : {},
      }))
    })
    asked.on('error', reject)
    asked.end(JSON.stringify({ json: input }))
  })

  beforeAll(async () => {
    execFileSync('openssl', [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=maji.office.example',
      '-addext',
      'subjectAltName=DNS:maji.office.example',
      '-keyout',
      scratch('key.pem'),
      '-out',
      scratch('certificate.pem'),
    ], { stdio: 'ignore' })
    server = await runServer({
      data: scratch('office'),
      sample: false,
      address: '0.0.0.0',
      port: 0,
      tlsCertificate: scratch('certificate.pem'),
      tlsKey: scratch('key.pem'),
      withOfficeKey: true,
    })
  })
  afterAll(() => server.close())

  const administrator = { name: '표본관리', password: 'correct horse' }
  const center = { province: '서울특별시', district: '동작구', dong: '표본동' }

  it('prints a code, without which another machine cannot set it up', async () => {
    expect(server.setupCode).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/)
    expect((await ask(outside!, 'setup/status')).answer).toMatchObject({ state: 'fresh', needsCode: true })
    expect((await ask('127.0.0.1', 'setup/status')).answer).toMatchObject({ needsCode: false })
    expect((await ask(outside!, 'setup/create', { center, administrator })).answer).toMatchObject({ code: 'SETUP_NOT_ALLOWED_FROM_HERE' })
    expect((await ask(outside!, 'setup/create', { center, administrator, code: 'WRONG234' })).status).toBe(403)
    expect((await ask(outside!, 'setup/openSample')).answer).toMatchObject({ code: 'SETUP_NOT_ALLOWED_FROM_HERE' })
    expect((await ask(outside!, 'setup/create', {
      center,
      administrator,
      code: server.setupCode!.toLowerCase(),
    })).status).toBe(200)
  })

  it('keeps the session in a cookie that never travels without TLS', async () => {
    const { cookie, status } = await ask(outside!, 'staff/signIn', administrator)
    expect(status).toBe(200)
    expect(cookie).toMatch(/^__Host-maji=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/)
  })

  it('answers to its addresses, its name and the names of its certificate, to no other', async () => {
    const statusFor = async (host: string) => (await ask(outside!, 'setup/status', undefined, { host: `${host}:${server.http.port}` })).status
    expect(await statusFor(outside!)).toBe(200)
    expect(await statusFor(hostname())).toBe(200)
    expect(await statusFor('maji.office.example')).toBe(200)
    expect(await statusFor('evil.example')).toBe(421)
  })
})
