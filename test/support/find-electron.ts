/** Electron's binary where it already is; never fetched here, and `require('electron')` would start the download. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const names: Record<string, string> = { linux: 'electron', darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }

export function electronBinary(): string | undefined {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(import.meta.dirname, '../../node_modules/electron/dist')
  const path = join(folder, names[process.platform] ?? 'electron')
  return existsSync(path) ? path : undefined
}
