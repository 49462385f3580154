/** Where a center's data lies. The sample center lies beside it, never in it. */
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'

/** The folder of an operating system for the data of a program, ours in it. */
export function defaultDataFolder(platform: NodeJS.Platform = process.platform, environment: NodeJS.ProcessEnv = process.env, home: string = homedir()): string {
  if (platform === 'win32')
    return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Maji')
  if (platform === 'darwin')
    return join(home, 'Library', 'Application Support', 'Maji')
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'maji')
}

export function dataFolder(wished: string | undefined): string {
  return wished === undefined
    ? defaultDataFolder()
    : resolve(wished)
}

export const sampleFolderOf = (folder: string): string => `${folder}-sample`

/** The files of a data folder. None is named after anything in it. */
export function filesOf(folder: string) {
  return {
    store: join(folder, 'maji.db'),
    keyring: join(folder, 'keyring.json'),
    /** Held locked by the one process that owns the folder. */
    lock: join(folder, 'maji.lock'),
    /** Stands while a set-up is under way: what lies beside it without a keyring was never in use. */
    settingUp: join(folder, 'setting-up'),
    /** Only of the office server. */
    officeKey: join(folder, 'office.key'),
    backup: (version: string, stamp: string) => join(folder, `maji-before-${version}-${stamp}.db`),
  }
}
export type DataFiles = ReturnType<typeof filesOf>
