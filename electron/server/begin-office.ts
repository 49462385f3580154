/**
 * A new office: a random key, a store encrypted with it from its first byte, a keyring for its first account and
 * for the paper key. The keyring is handed back, not written: until it is, nothing of this was ever in use.
 */
import type { Store } from '#core/host'
import type { StaffId } from '#core/kernel/ids'
import type { DataFiles } from './data-folder.ts'
import type { Keyring } from './keyring/keyring-file.ts'
import type { Cost } from './keyring/wrap-key.ts'
import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { markOf, newNameSalt } from './keyring/keyring-file.ts'
import { makeRecoveryKey } from './keyring/recovery-key.ts'
import { noFailures } from './keyring/slow-down.ts'
import { purposeOf, recoveryPurpose } from './keyring/try-secret.ts'
import { wrapKey } from './keyring/wrap-key.ts'
import { openStore } from './open-store.ts'

export interface FirstAccount { readonly staffId: StaffId, readonly name: string, readonly password: string }

export interface BegunOffice {
  readonly store: Store
  readonly key: Buffer
  readonly keyring: Keyring
  readonly recoveryKey: string
}

/** @throws what the disk says */
export async function beginOffice(files: DataFiles, { staffId, name, password }: FirstAccount, cost: Cost): Promise<BegunOffice> {
  writeFileSync(files.settingUp, '')
  for (const path of [files.store, `${files.store}-wal`, `${files.store}-shm`])
    rmSync(path, { force: true })
  const key = Buffer.from(randomBytes(32))
  const recoveryKey = makeRecoveryKey()
  const nameSalt = newNameSalt()
  const [account, recovery] = await Promise.all([
    wrapKey(key, password, purposeOf(staffId), cost),
    wrapKey(key, recoveryKey.replaceAll('-', ''), recoveryPurpose, cost),
  ])
  const opened = await openStore({
    kind: 'file',
    path: files.store,
    key,
    create: true,
  })
  if (opened.outcome !== 'open')
    throw new Error('The new store could not be opened.')
  return {
    store: opened.db,
    key,
    recoveryKey,
    keyring: {
      format: 'maji-keyring-1',
      nameSalt,
      accounts: [
        {
          nameMark: markOf(nameSalt, name),
          staffId,
          wrapped: account,
          failures: noFailures,
        },
      ],
      recovery: { wrapped: recovery, failures: noFailures },
      strangers: [],
    },
  }
}
