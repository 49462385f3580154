/** Opens the system's browser at an address, where there is one. Whether it worked does not matter: the address is printed. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { hasDisplay } from './find-electron.ts'

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, program)))
}

/** The program that opens an address here; none without a display, and none on Debian without `xdg-open`. */
function opener(url: string): readonly [string, ...string[]] | undefined {
  if (process.platform === 'win32')
    return ['cmd', '/c', 'start', '""', url]
  if (process.platform === 'darwin')
    return ['open', url]
  return hasDisplay() && isOnPath('xdg-open')
    ? ['xdg-open', url]
    : undefined
}

export function openBrowser(url: string): void {
  const command = opener(url)
  if (!command)
    return
  const [program, ...args] = command
  spawn(program, args, { stdio: 'ignore', detached: true }).once('error', () => {}).unref()
}
