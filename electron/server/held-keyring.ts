/** The keyring of a data folder as this process holds it: on the disk first, then in memory. */
import type { DataFiles } from './data-folder.ts'
import type { Keyring } from './keyring/keyring-file.ts'
import { existsSync, rmSync } from 'node:fs'
import { readKeyring, writeKeyring } from './keyring/keyring-file.ts'

export class KeyringMissing extends Error {
  override readonly name = 'KeyringMissing'
}

export interface HeldKeyring {
  readonly find: () => Keyring | undefined
  /** Only once the center is set up. */
  readonly read: () => Keyring
  readonly keep: (changed: Keyring) => void
}

/** @throws {KeyringDamaged} {KeyringMissing}: a store without its keyring is never taken for a fresh folder */
export function holdKeyring(files: DataFiles): HeldKeyring {
  let keyring = readKeyring(files.keyring)
  if (keyring)
    rmSync(files.settingUp, { force: true })
  else if (existsSync(files.store) && !existsSync(files.settingUp))
    throw new KeyringMissing('There is a store, but no keyring to open it with.')
  return {
    find: () => keyring,
    read: () => {
      if (!keyring)
        throw new Error('There is no keyring yet: the center is not set up.')
      return keyring
    },
    keep: (changed) => {
      writeKeyring(files.keyring, changed)
      keyring = changed
    },
  }
}
