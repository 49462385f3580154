/**
 * One process owns a data folder.
 *
 * The lock is the operating system's, taken through an empty SQLite file: it goes with the process that held it,
 * however that ended, so that no stale lock is ever left to judge.
 */
import { mkdirSync } from 'node:fs'
import Database from 'better-sqlite3'
import { filesOf } from './data-folder.ts'

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

/**
 * Makes the folder where it is missing and takes it.
 *
 * @returns what gives it back
 * @throws {FolderInUse} when another process has it; else what the disk says
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = new Database(filesOf(folder).lock, { timeout: 0 })
  try {
    file.exec('begin exclusive')
  }
  catch (error) {
    file.close()
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      throw new FolderInUse('Another process uses this data folder.')
    throw error
  }
  return () => file.close()
}
