/** The office server as a process of its own, as `maji serve` starts it; it can be killed and started again. */
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { nodeFlags } from '#server/node-flags'

const root = join(import.meta.dirname, '../../..')

export interface ServedCounter {
  readonly url: string
  /** Ends it at once, without letting it close anything. */
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  readonly stop: () => Promise<void>
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')))
    })
  })
}

/** @param clock a file with the milliseconds that the server's clock is ahead */
export async function serveCounter(folder: string, sample: boolean, clock?: string): Promise<ServedCounter> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined

  async function start(): Promise<void> {
    const args = [...nodeFlags, ...clock ? ['--import', join(import.meta.dirname, 'moved-clock.ts')] : [], join(root, 'electron/server/cli.ts'), 'serve', '--data', folder, '--port', String(port), ...sample ? ['--sample'] : []]
    const started = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...clock ? { MAJI_TEST_CLOCK: clock } : {} } })
    child = started
    let said = ''
    started.stderr.on('data', (part: unknown) => said += String(part))
    await new Promise<void>((resolve, reject) => {
      started.stdout.on('data', (part: unknown) => {
        said += String(part)
        if (said.includes(url))
          resolve()
      })
      started.once('exit', code => reject(new Error(`the server ended with ${code}: ${said}`)))
    })
  }

  function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const ending = child
    if (!ending || ending.exitCode !== null || ending.signalCode !== null)
      return Promise.resolve()
    return new Promise((resolve) => {
      const late = setTimeout(() => ending.kill('SIGKILL'), 10_000)
      ending.once('exit', () => {
        clearTimeout(late)
        resolve()
      })
      ending.kill(signal)
    })
  }

  await start()
  return { url, start, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}
