/**
 * The server as Electron's utility process: windows' ports come in by the parent port, the same router answers.
 *
 * Electron's types stay outside: what is used of the parent port is written down here.
 */
import type { ServedPort } from './message-port.ts'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { router } from '#core/router'
import { dataFolder, sampleFolderOf } from './data-folder.ts'
import { stopDrawing } from './documents/draw-sheet.ts'
import { explainTrouble } from './explain-trouble.ts'
import { makeHost } from './make-host.ts'
import { servePort } from './message-port.ts'
import { openOffice } from './open-office.ts'
import { report } from './report.ts'
import { openSampleOffice } from './sample/make-sample.ts'
import { ClearStop, say } from './words.ts'

interface ParentPort {
  readonly on: (event: 'message', listener: (message: { readonly data: unknown, readonly ports: readonly ServedPort[] }) => void) => void
  readonly postMessage: (message: ToMain) => void
}

/** What the server tells the process that owns the windows. */
export type ToMain
  = | { readonly kind: 'ready' }
    | { readonly kind: 'cannot-open', readonly sentence: string }
    | { readonly kind: 'stopped' }

const parentPort = (process as unknown as { readonly parentPort: ParentPort }).parentPort

async function open() {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: {
      data: { type: 'string' },
      sample: { type: 'boolean' },
    },
    strict: false,
  })
  const real = dataFolder(typeof values.data === 'string'
    ? values.data
    : undefined)
  const sample = values.sample === true
  const folder = sample
    ? sampleFolderOf(real)
    : real
  const openSample = () => openSampleOffice(sampleFolderOf(real))
  try {
    return await makeHost({
      office: sample
        ? await openSample()
        : openOffice({ folder }),
      sample,
      openSampleOffice: openSample,
    })
  }
  catch (error) {
    throw explainTrouble(error, folder)
  }
}

try {
  const running = await open()
  parentPort.on('message', ({ data, ports: [port] }) => {
    if (port)
      servePort(port, router, running.host)
    else if (data === 'stop')
      void stop(running.close)
  })
  parentPort.postMessage({ kind: 'ready' })
}
catch (error) {
  if (!(error instanceof ClearStop))
    report('start', error)
  const sentence = error instanceof ClearStop
    ? error.message
    : say('unexpected', {
        detail: error instanceof Error
          ? error.name
          : 'Error',
      })
  parentPort.postMessage({ kind: 'cannot-open', sentence })
}

async function stop(close: () => Promise<void>): Promise<void> {
  await close()
  await stopDrawing()
  parentPort.postMessage({ kind: 'stopped' })
}
