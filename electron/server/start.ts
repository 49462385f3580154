/**
 * `npm start`: builds where needed and opens Maji in a window; where there is none to be had, at an address for the
 * browser. The same server, the same page, the same data.
 */
import type { CommandIo } from './commands/command-io.ts'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { buildPage, isBuilt } from './build-page.ts'
import { endWith, terminal } from './cli.ts'
import { portOf } from './commands/serve.ts'
import { runServer } from './run-server.ts'
import { fetchElectron, findElectron, hasDisplay } from './start/find-electron.ts'
import { openBrowser } from './start/open-browser.ts'
import { openWindow } from './start/open-window.ts'
import { untilStopped } from './until-stopped.ts'
import { say, stopWith } from './words.ts'

const help = `npm start -- [--browser] [--sample] [--data DIR] [--port N]

  Opens Maji (맞이).
  --browser   in the system's browser instead of a window
  --sample    the made-up sample center, kept apart from real data
  --data DIR  data folder
  --port N    port for the browser; any that is free unless told otherwise`

const neededNode = 22

interface Wishes {
  readonly browser: boolean
  readonly sample: boolean
  readonly data: string | undefined
  readonly port: number
}

async function start(args: readonly string[], io: CommandIo): Promise<number> {
  if (Number.parseInt(process.versions.node) < neededNode)
    throw stopWith('node-too-old', { needed: neededNode, found: process.versions.node })
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'boolean' },
      sample: { type: 'boolean' },
      data: { type: 'string' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    io.out(help)
    return 0
  }
  const wishes: Wishes = {
    browser: values.browser ?? false,
    sample: values.sample ?? false,
    data: values.data,
    port: portOf(values.port, 0),
  }
  if (!isBuilt())
    await buildPage(io).catch(() => { throw stopWith('building-failed') })
  const electron = wishes.browser
    ? undefined
    : await electronFor(io)
  if (electron !== undefined) {
    if (await openWindow({ electron, data: wishes.data, sample: wishes.sample }))
      return 0
    io.out(say('electron-failed'))
  }
  return inBrowser(wishes, io)
}

/** The binary, where a window can be had; else one sentence says why not. */
async function electronFor(io: CommandIo): Promise<string | undefined> {
  if (!hasDisplay()) {
    io.out(say('no-display'))
    return undefined
  }
  // Chromium keeps its sandbox, which it cannot for root.
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    io.out(say('electron-root'))
    return undefined
  }
  const found = findElectron() ?? await fetchElectron(io)
  if (found === undefined)
    io.out(say('electron-missing'))
  return found
}

async function inBrowser({ sample, data, port }: Wishes, io: CommandIo): Promise<number> {
  const server = await runServer({
    data,
    sample,
    address: '127.0.0.1',
    port,
    withOfficeKey: false,
    onMakingSample: () => io.out(say('sample-making')),
  })
  // Listening for the end comes before the address is told: whoever knows it may end it at once.
  const stopped = untilStopped(server.close)
  io.out(say('serving', { url: server.http.url }))
  if (sample)
    io.out(say('serving-sample'))
  io.out(say('stop-with'))
  openBrowser(server.http.url)
  await stopped
  io.out(say('stopped'))
  return 0
}

process.exitCode = await endWith(() => start(process.argv.slice(2), terminal), terminal)
