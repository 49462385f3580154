/** Where Electron's binary lies, if anywhere; fetched once where it can be had. Never by `require('electron')`: that fetches unasked. */
import type { CommandIo } from '../commands/command-io.ts'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { root } from '../find-resources.ts'
import { say } from '../words.ts'

const electronFolder = join(root, 'node_modules', 'electron')
const failedFile = join(root, 'node_modules', '.cache', 'maji', 'electron-not-had')
/** Longest time for fetching, in milliseconds. */
const fetchWithin = 3 * 60_000

const binaryName = process.platform === 'win32'
  ? 'electron.exe'
  : process.platform === 'darwin'
    ? 'Electron.app/Contents/MacOS/Electron'
    : 'electron'

export function findElectron(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return [
    environment.ELECTRON_OVERRIDE_DIST_PATH,
    join(electronFolder, 'dist'),
  ]
    .flatMap(folder => folder
      ? [
          join(folder, binaryName),
        ]
      : [])
    .find(existsSync)
}

/** Whether a window could be shown at all. */
export function hasDisplay(environment: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY)
}

const today = (): string => new Date().toISOString().slice(0, 10)
const failedToday = (): boolean => existsSync(failedFile) && readFileSync(failedFile, 'utf8') === today()

/** Fetches the binary with Electron's own installer; at most once a day where it cannot be had. */
export async function fetchElectron(io: CommandIo): Promise<string | undefined> {
  const installer = join(electronFolder, 'install.js')
  if (failedToday() || !existsSync(installer))
    return undefined
  io.out(say('electron-fetching'))
  const began = Date.now()
  const child = spawn(process.execPath, [installer], {
    stdio: ['ignore', 'inherit', 'ignore'],
  })
  const progress = setInterval(() => io.out(say('electron-waiting', {
    seconds: Math.round((Date.now() - began) / 1000),
  })), 10_000)
  const limit = setTimeout(() => child.kill(), fetchWithin)
  await new Promise(resolve => child.once('close', resolve).once('error', resolve))
  clearInterval(progress)
  clearTimeout(limit)
  const found = findElectron()
  if (!found)
    rememberFailure()
  return found
}

/** Where the checkout belongs to somebody else, it is simply tried again at the next start. */
function rememberFailure(): void {
  try {
    mkdirSync(dirname(failedFile), { recursive: true })
    writeFileSync(failedFile, today())
  }
  catch {}
}
