/** Builds the window's parts and the page with electron-vite, where they are missing or older than their sources. */
import type { CommandIo } from './commands/command-io.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { root } from './find-resources.ts'
import { say } from './words.ts'

const built = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const sources = [
  'electron',
  'renderer',
  'resources/texts',
  'electron.vite.config.ts',
  'package.json',
]

/** Whether what was built is there and newer than every source. A package carries no sources: then it is as it is. */
export function isBuilt(): boolean {
  if (!built.every(path => existsSync(join(root, path))))
    return false
  const oldest = Math.min(...built.map(path => statSync(join(root, path)).mtimeMs))
  return sources.every(path => newestIn(join(root, path)) <= oldest)
}

function newestIn(path: string): number {
  if (!existsSync(path))
    return 0
  const stats = statSync(path)
  return stats.isDirectory()
    ? Math.max(0, ...readdirSync(path).filter(name => name !== 'node_modules').map(name => newestIn(join(path, name))))
    : stats.mtimeMs
}

/** @throws when electron-vite does not end well; what it said has gone to standard error */
export async function buildPage(io: CommandIo): Promise<void> {
  io.out(say('building'))
  const child = spawn(process.execPath, [
    join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'),
    'build',
    '--logLevel',
    'warn',
  ], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(child, 'exit') as [number | null]
  if (code !== 0)
    throw new Error('electron-vite build did not end well')
}
