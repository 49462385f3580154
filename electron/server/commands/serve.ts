/** `maji serve`: the office server without a window. */
import type { CommandIo } from './command-io.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPage } from '../build-page.ts'
import { pageFolder } from '../find-resources.ts'
import { runServer } from '../run-server.ts'
import { untilStopped } from '../until-stopped.ts'
import { say, stopWith } from '../words.ts'

const options = {
  'port': { type: 'string' },
  'host': { type: 'string' },
  'data': { type: 'string' },
  'sample': { type: 'boolean' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
  'key-file': { type: 'string' },
} as const

export async function runServe(args: readonly string[], io: CommandIo): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options,
    strict: true,
  })
  if (!existsSync(join(pageFolder, 'index.html')))
    await buildPage(io).catch(() => io.err(say('building-failed')))
  const server = await runServer({
    data: values.data,
    sample: values.sample ?? false,
    address: values.host ?? '127.0.0.1',
    port: portOf(values.port, 8123),
    tlsCertificate: values['tls-cert'],
    tlsKey: values['tls-key'],
    officeKey: values['key-file'],
    withOfficeKey: values.sample !== true,
    onMakingSample: () => io.out(say('sample-making')),
  })
  const stopped = untilStopped(server.close)
  io.out(say('serving', { url: server.http.url }))
  if (values.sample)
    io.out(say('serving-sample'))
  io.out(say('data-folder', { folder: server.folder }))
  if (server.setupCode)
    io.out(say('setup-code', { code: server.setupCode }))
  if (server.state !== 'fresh') {
    io.out(say(server.state === 'open'
      ? 'unlocked'
      : 'locked'))
  }
  await stopped
  return 0
}

/** @throws {ClearStop} */
export function portOf(text: string | undefined, usual: number): number {
  if (text === undefined)
    return usual
  const port = /^\d{1,5}$/.test(text)
    ? Number(text)
    : Number.NaN
  if (!(port <= 65_535))
    throw stopWith('port-wrong')
  return port
}
