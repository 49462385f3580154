/** Replaces a file in one piece: written beside it, forced to the disk, renamed over it. Readable by its user alone. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import process from 'node:process'

/** @throws what the disk says: full, read-only; the old file then still stands. */
export function replaceFile(path: string, text: string): void {
  const beside = `${path}.new`
  try {
    const file = openSync(beside, 'w', 0o600)
    try {
      writeSync(file, text)
      fsyncSync(file)
    }
    finally {
      closeSync(file)
    }
    renameSync(beside, path)
  }
  catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}

/** The rename itself must reach the disk too; Windows has no handle of a folder to force. */
function syncFolder(path: string): void {
  if (process.platform === 'win32')
    return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  }
  finally {
    closeSync(folder)
  }
}
