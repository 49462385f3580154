/** A real office on the disk behind both transports, with a cheaper key derivation and a clock that can be set. */
import type { Client } from '#core/contract'
import type { Host } from '#core/host'
import type { Role } from '#core/kernel/contract'
import type { HttpServer } from '#server/http'
import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { Instant } from '#core/kernel/dates'
import { router } from '#core/router'
import { serveHttp } from '#server/http'
import { makeHost } from '#server/make-host'
import { servePort } from '#server/message-port'
import { openOffice } from '#server/open-office'

export const password = 'correct horse'
export const people = {
  clerk: '표본창구',
  planner: '표본플래너',
  lead: '표본팀장',
  admin: '표본관리',
  outside: '표본위원',
} as const satisfies Record<Role, string>

/** A browser's worth of state: its cookie. */
export interface Browser {
  readonly client: Client
  readonly cookie: () => string | undefined
  readonly setCookie: (cookie: string | undefined) => void
}

export interface TestServer {
  readonly host: Host
  readonly http: HttpServer
  readonly folder: string
  readonly browser: () => Browser
  /** A window's worth: a port of its own. */
  readonly window: () => { readonly client: Client, readonly close: () => void }
  readonly signedIn: (role: Role, over?: 'http' | 'port') => Promise<Client>
  /** Lets time pass, in seconds. */
  readonly pass: (seconds: number) => void
  readonly recoveryKey: string
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface TestServerOptions {
  readonly folder: string
  /** The built page, or a folder that stands for it. */
  readonly page?: string
  /** Leaves the center to be set up by the test. */
  readonly fresh?: boolean
}

export async function openTestServer({ folder, page = folder, fresh = false }: TestServerOptions): Promise<TestServer> {
  let now = Date.parse('2026-11-23T01:00:00Z')
  const open = async () => {
    const office = openOffice({
      folder,
      cost: { memory: 64, passes: 1 },
      now: () => now,
    })
    const running = await makeHost({
      office,
      sample: false,
      openSampleOffice: async () => office,
      now: () => Instant.parse(new Date(now).toISOString()),
    })
    return { running, http: await serveHttp({
      router,
      host: running.host,
      page,
      address: '127.0.0.1',
      port: 0,
    }) }
  }
  let current = await open()
  const ports: MessagePort[] = []

  const browser = (): Browser => {
    let cookie: string | undefined
    const link = new HttpLink({
      url: () => new URL('/rpc', current.http.url),
      fetch: async (request, init) => {
        if (cookie)
          request.headers.set('cookie', cookie)
        const response = await fetch(request, init as RequestInit)
        const [kept] = response.headers.getSetCookie()
        if (kept !== undefined) {
          cookie = kept.includes('Max-Age=0')
            ? undefined
            : kept.split(';')[0]
        }
        return response
      },
    })
    return {
      client: createORPCClient(link),
      cookie: () => cookie,
      setCookie: (next) => { cookie = next },
    }
  }
  const window = () => {
    const { port1, port2 } = new MessageChannel()
    servePort(port1 as never, router, current.running.host)
    port2.start()
    ports.push(port1, port2)
    return {
      client: createORPCClient<Client>(new PortLink({ port: port2 as never })),
      close: () => port2.close(),
    }
  }
  const signedIn: TestServer['signedIn'] = async (role, over = 'http') => {
    const { client } = over === 'http'
      ? browser()
      : window()
    await client.staff.signIn({ name: people[role], password })
    return client
  }

  let recoveryKey = ''
  if (!fresh) {
    const { client } = browser()
    recoveryKey = (await client.setup.create({
      center: { province: '서울특별시', district: '동작구', dong: '표본동' },
      administrator: { name: people.admin, password },
    })).recoveryKey
    const admin = await signedIn('admin')
    for (const role of ['clerk', 'planner', 'lead', 'outside'] as const) {
      await admin.staff.add({
        name: people[role],
        roles: [role],
        areas: [],
        phone: null,
        password,
      })
    }
  }
  const stop = async () => {
    ports.splice(0).forEach(port => port.close())
    await current.http.close()
    await current.running.close()
  }
  return {
    get host() { return current.running.host },
    get http() { return current.http },
    folder,
    browser,
    window,
    signedIn,
    pass: (seconds) => { now += seconds * 1000 },
    recoveryKey,
    restart: async () => {
      await stop()
      current = await open()
    },
    close: stop,
  }
}
