/** Runs Maji in Electron's window until it is closed. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { dataFolder, sampleFolderOf } from '../data-folder.ts'
import { root } from '../find-resources.ts'

export interface WindowOptions {
  readonly electron: string
  readonly data: string | undefined
  readonly sample: boolean
}

/** A window that ends with an error within this time never opened: libraries are missing, or the display refused. */
const openedAfter = 8000

/** @returns whether a window opened; comes back when it is closed */
export async function openWindow({ electron, data, sample }: WindowOptions): Promise<boolean> {
  const folder = dataFolder(data)
  const args = [
    root,
    // Preferences of the page; the real office and the sample each have their own.
    `--user-data-dir=${join(sample
      ? sampleFolderOf(folder)
      : folder, 'window')}`,
    `--data=${folder}`,
    ...(sample
      ? ['--sample']
      : []),
  ]
  const began = Date.now()
  const child = spawn(electron, args, { stdio: 'inherit' })
  const code = await new Promise<number>((resolve) => {
    child.once('exit', code => resolve(code ?? 0))
    child.once('error', () => resolve(1))
  })
  return code === 0 || Date.now() - began > openedAfter
}
