/** `maji serve`: the office server without a window. */
import type { CommandIo } from './command-io.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPage } from '../build-page.ts'
import { pageFolder } from '../find-resources.ts'
import { runServer } from '../run-server.ts'
import { untilStopped } from '../until-stopped.ts'
import { ClearStop, say, stopWith } from '../words.ts'

export const serveHelp = `maji serve [--port N] [--host ADDRESS] [--data DIR] [--sample]
           [--tls-cert FILE --tls-key FILE] [--key-file FILE]

  Serves Maji to browsers, without a window.
  --port N         port, 8123 unless told otherwise; 0 for any that is free
  --host ADDRESS   address to bind to, 127.0.0.1 unless told otherwise;
                   any other than this machine's own needs TLS
  --data DIR       data folder
  --sample         the made-up sample center, kept apart from real data
  --tls-cert FILE  certificate (PEM)
  --tls-key FILE   its key (PEM)
  --key-file FILE  where the office server keeps the key of its store,
                   readable by its user alone; DIR/office.key unless told otherwise
`

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
  const { values } = parseArgs({ args: [...args], options, strict: true })
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
  })
  io.out(say('serving', { url: server.http.url }))
  if (values.sample)
    io.out(say('serving-sample'))
  io.out(say('data-folder', { folder: server.folder }))
  if (server.setupCode)
    io.out(say('setup-code', { code: server.setupCode }))
  if (server.state !== 'fresh')
    io.out(say(server.state === 'open' ? 'unlocked' : 'locked'))
  await untilStopped(server.close)
  return 0
}

/** @throws {ClearStop} */
export function portOf(text: string | undefined, usual: number): number {
  if (text === undefined)
    return usual
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535))
    throw stopWith('port-wrong') satisfies ClearStop
  return port
}
