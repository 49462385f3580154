/**
 * The keyring beside the store: the store's key, wrapped for each account and for the paper key.
 *
 * Holds no name in the clear and no key that opens anything by itself. Readable by its user alone; replaced in
 * one piece, so that a power cut leaves the old or the new one.
 */
import { Buffer } from 'node:buffer'
import { createHmac, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { StaffId } from '#core/kernel/ids'
import { replaceFile } from '../replace-file.ts'
import { Failures } from './slow-down.ts'
import { WrappedKey } from './wrap-key.ts'

export const KeyringAccount = z.strictObject({
  nameMark: z.string(),
  staffId: StaffId,
  wrapped: WrappedKey,
  failures: Failures,
})
export type KeyringAccount = z.infer<typeof KeyringAccount>

export const Keyring = z.strictObject({
  format: z.literal('maji-keyring-1'),
  nameSalt: z.base64(),
  accounts: z.array(KeyringAccount),
  recovery: z.strictObject({ wrapped: WrappedKey, failures: Failures }),
  /** Tries for names that do not exist, newest last: they slow down and lock like real ones. */
  strangers: z.array(z.strictObject({
    nameMark: z.string(),
    failures: Failures,
  })),
})
export type Keyring = z.infer<typeof Keyring>

export const newNameSalt = (): string => randomBytes(16).toString('base64')

/** Stands for a name in the keyring. */
export function markOf(nameSalt: string, name: string): string {
  return createHmac('sha256', Buffer.from(nameSalt, 'base64')).update(name.trim().normalize('NFC')).digest('hex')
}

export class KeyringDamaged extends Error {
  override readonly name = 'KeyringDamaged'
}

/** @returns nothing when there is none. @throws {KeyringDamaged} */
export function readKeyring(path: string): Keyring | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return undefined
    throw error
  }
  try {
    return Keyring.parse(JSON.parse(text))
  }
  catch {
    throw new KeyringDamaged('The keyring cannot be read. Put it back from a copy.')
  }
}

export function writeKeyring(path: string, keyring: Keyring): void {
  return replaceFile(path, `${JSON.stringify(keyring, null, 1)}\n`)
}
