/**
 * The office server's key file: the store's key, readable by the server's own user alone, so that it starts without
 * a person at the keyboard. Made at set-up; whoever can read it can open the store.
 */
import { Buffer } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import process from 'node:process'
import { replaceFile } from './replace-file.ts'

export class KeyFileOpenToOthers extends Error {
  override readonly name = 'KeyFileOpenToOthers'
}

export const writeOfficeKey = (path: string, key: Buffer): void => replaceFile(path, `${key.toString('hex')}\n`)

/**
 * @returns nothing when there is none
 * @throws {KeyFileOpenToOthers} when others than its owner may read it (Windows keeps that in its own lists)
 */
export function readOfficeKey(path: string): Buffer | undefined {
  try {
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
      throw new KeyFileOpenToOthers('The key file may be read by others than its owner.')
    const text = readFileSync(path, 'utf8').trim()
    return /^[0-9a-f]{64}$/.test(text)
      ? Buffer.from(text, 'hex')
      : undefined
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return undefined
    throw error
  }
}
