/**
 * A data folder taken by this process: its keyring, its store once a key has opened it, its accounts.
 *
 * Set-up is kept in this order: store and first rows, then the keyring. Broken off in between, the marker
 * `setting-up` says that what lies there was never in use.
 */
import type { Accounts, Opening, Store } from '#core/host'
import type { Cost } from './keyring/wrap-key.ts'
import { filesOf } from './data-folder.ts'
import { holdKeyring } from './held-keyring.ts'
import { holdStore } from './held-store.ts'
import { usualCost } from './keyring/wrap-key.ts'
import { lockFolder } from './lock-folder.ts'
import { makeAccounts } from './make-accounts.ts'
import { readOfficeKey } from './office-key.ts'

export interface Office {
  readonly folder: string
  readonly accounts: Accounts
  readonly store: () => Store | undefined
  /** Opens the store by the key file of the office server; nothing when there is none. */
  readonly unlockByFile: () => Promise<Opening | undefined>
  readonly close: () => Promise<void>
}

export interface OfficeOptions {
  readonly folder: string
  /** What deriving a key costs; tests take less. */
  readonly cost?: Cost
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** The office server's key file; made at set-up. */
  readonly officeKey?: string
}

/** @throws {FolderInUse} {KeyringDamaged} {KeyringMissing} and what the disk says */
export function openOffice({ folder, cost = usualCost, now = Date.now, officeKey }: OfficeOptions): Office {
  const release = lockFolder(folder)
  try {
    const files = filesOf(folder)
    const keyring = holdKeyring(files)
    const store = holdStore(files, now)
    return {
      folder,
      accounts: makeAccounts({
        files,
        keyring,
        store,
        cost,
        now,
        officeKey,
      }),
      store: store.find,
      unlockByFile: async () => {
        const key = keyring.find() && officeKey
          ? readOfficeKey(officeKey)
          : undefined
        return key
          ? store.openWith(key)
          : undefined
      },
      close: async () => {
        await store.close()
        release()
      },
    }
  }
  catch (error) {
    release()
    throw error
  }
}
