/** The office server as an administrator starts it, on the sample center: a process of its own, a client over HTTP. */
import type { ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { Client } from '#core/contract'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { nodeFlags } from '#server/node-flags'
import { sampleAccounts } from '#server/sample/sample-accounts'

const cli = join(import.meta.dirname, '../../electron/server/cli.ts')

export interface ServingSample {
  readonly process: number
  readonly url: string
  readonly client: Client
  readonly close: () => Promise<void>
}

let folder: Promise<string> | undefined

/** The sample center made once a run, so that no figure pays for making it; gone when the run ends. */
export const sampleFolder = (): Promise<string> => folder ??= makeSample()

async function makeSample(): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), 'maji-bench-'))
  process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
  // Broken off, a run still cleans up after itself.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => process.exit(2))
  const data = join(scratch, 'data')
  await (await serveSample(data)).close()
  return data
}

/** Starts `serve --sample` on any free port and waits until it says where it listens. */
export async function serveSample(data: string, program = cli): Promise<ServingSample> {
  const child = spawn(process.execPath, [...nodeFlags, program, 'serve', '--sample', '--port', '0', '--data', data], { stdio: ['ignore', 'pipe', 'inherit'] })
  // A figure that fails must not leave a server behind.
  const kill = (): void => void child.kill('SIGKILL')
  process.once('exit', kill)
  const url = await addressSaidBy(child)
  return {
    process: child.pid!,
    url,
    client: anotherClient({ url }),
    close: async () => {
      child.kill('SIGINT')
      await once(child, 'close')
      process.off('exit', kill)
    },
  }
}

/** Another browser at the same server, with a cookie of its own. */
export function anotherClient({ url }: Pick<ServingSample, 'url'>): Client {
  let cookie = ''
  return createORPCClient(new RPCLink({
    url: new URL('/rpc', url),
    fetch: async (request, init) => {
      if (cookie !== '')
        request.headers.set('cookie', cookie)
      const response = await fetch(request, init as RequestInit)
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
      return response
    },
  }))
}

async function addressSaidBy(child: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  let said = ''
  for await (const piece of child.stdout.iterator({ destroyOnReturn: false })) {
    said += String(piece)
    const url = /http:\/\/\S+\/(?=\s)/.exec(said)?.[0]
    if (url) {
      child.stdout.resume()
      return url
    }
  }
  throw new Error('The server ended before it listened.')
}

/** Signs in as a clerk of the sample center and looks up the last visit that has a household. */
export async function lookUpAVisit({ client }: ServingSample) {
  const { name, password } = sampleAccounts.find(({ role }) => role === 'clerk')!
  await client.staff.signIn({ name, password })
  const { today } = await client.intake.home()
  for (const { id } of today) {
    const { household } = await client.intake.page({ visitId: id })
    if (household && household.members.length > 0)
      return { visitId: id, lookup: await client.eligibility.lookup({ visitId: id }) }
  }
  throw new Error('No visit of the sample has a household today.')
}
