/** Starts the server as a process of its own and hands its ports to windows. */
import type { WebContents } from 'electron'
import { join } from 'node:path'
import { MessageChannelMain, utilityProcess } from 'electron'
import { nodeFlags } from '../server/node-flags.ts'
import { servePrinting } from './printing.ts'

export interface ServerHandle {
  /** One port for one page: its way to the server, and beside it one to the printers. */
  readonly givePort: (contents: WebContents) => void
  readonly onExit: (listener: () => void) => void
  readonly stop: () => Promise<void>
}

export interface ServerArguments {
  readonly data: string | undefined
  readonly sample: boolean
}

/** Longest time for closing the store in order, in milliseconds. */
const stopWithin = 5000

/** @returns the server once it is ready, or the sentence why it cannot be */
export function startServer({ data, sample }: ServerArguments): Promise<ServerHandle | { readonly sentence: string }> {
  const args = [
    ...(data === undefined
      ? []
      : ['--data', data]),
    ...(sample
      ? ['--sample']
      : []),
  ]
  const child = utilityProcess.fork(join(import.meta.dirname, 'server.js'), args, { serviceName: 'Maji server', stdio: 'inherit', execArgv: [...nodeFlags] })
  const exited = new Promise<void>(resolve => child.once('exit', () => resolve()))

  const handle: ServerHandle = {
    givePort: (contents) => {
      const { port1, port2 } = new MessageChannelMain()
      const printing = new MessageChannelMain()
      child.postMessage('port', [port1])
      servePrinting(contents, printing.port1)
      contents.postMessage('maji:port', null, [port2, printing.port2])
    },
    onExit: listener => void exited.then(listener),
    stop: async () => {
      child.postMessage('stop')
      const late = setTimeout(() => child.kill(), stopWithin)
      child.on('message', (message: { readonly kind?: string }) => {
        if (message.kind === 'stopped')
          child.kill()
      })
      await exited
      clearTimeout(late)
    },
  }

  return new Promise((resolve) => {
    child.on('message', (message: { readonly kind?: string, readonly sentence?: string }) => {
      if (message.kind === 'ready')
        resolve(handle)
      else if (message.kind === 'cannot-open')
        resolve({ sentence: message.sentence ?? '' })
    })
    void exited.then(() => resolve({ sentence: 'The server of Maji ended before it was ready.' }))
  })
}
