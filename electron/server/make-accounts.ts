/** Accounts on a keyring and a store: what `Host` asks for. */
import type { Accounts } from '#core/host'
import type { DataFiles } from './data-folder.ts'
import type { HeldKeyring } from './held-keyring.ts'
import type { HeldStore } from './held-store.ts'
import type { Cost } from './keyring/wrap-key.ts'
import { rmSync } from 'node:fs'
import { beginOffice } from './begin-office.ts'
import { markOf } from './keyring/keyring-file.ts'
import { noFailures } from './keyring/slow-down.ts'
import { purposeOf, tryAccount, tryRecovery } from './keyring/try-secret.ts'
import { wrapKey } from './keyring/wrap-key.ts'
import { inTurn } from './make-turns.ts'
import { writeOfficeKey } from './office-key.ts'

export interface AccountsOptions {
  readonly files: DataFiles
  readonly keyring: HeldKeyring
  readonly store: HeldStore
  readonly cost: Cost
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** The office server's key file; made at set-up. */
  readonly officeKey: string | undefined
}

export function makeAccounts(options: AccountsOptions): Accounts {
  const { keyring, store } = options
  return {
    state: () => !keyring.find()
      ? 'fresh'
      : store.find()
        ? 'open'
        : 'locked',
    create: account => create(options, account),
    prepare: account => prepare(options, account),
    ...tries(options),
    findStaffId: (name) => {
      const held = keyring.find()
      return held?.accounts.find(({ nameMark }) => nameMark === markOf(held.nameSalt, name))?.staffId
    },
  }
}

async function create({ files, keyring, store, cost, officeKey }: AccountsOptions, account: Parameters<Accounts['create']>[0]): ReturnType<Accounts['create']> {
  await store.close()
  const begun = await beginOffice(files, account, cost)
  store.take(begun.store, begun.key)
  return {
    recoveryKey: begun.recoveryKey,
    keep: () => {
      keyring.keep(begun.keyring)
      if (officeKey)
        writeOfficeKey(officeKey, begun.key)
      rmSync(files.settingUp, { force: true })
    },
  }
}

async function prepare({ keyring, store, cost }: AccountsOptions, { staffId, name, password }: Parameters<Accounts['prepare']>[0]): ReturnType<Accounts['prepare']> {
  const key = store.key()
  if (!key)
    throw new Error('The store is closed: its key is not at hand.')
  const wrapped = await wrapKey(key, password, purposeOf(staffId), cost)
  return {
    keep: () => {
      const held = keyring.read()
      const nameMark = markOf(held.nameSalt, name)
      keyring.keep({
        ...held,
        accounts: [
          ...held.accounts.filter(account => account.staffId !== staffId),
          {
            nameMark,
            staffId,
            wrapped,
            failures: noFailures,
          },
        ],
        strangers: held.strangers.filter(stranger => stranger.nameMark !== nameMark),
      })
    },
  }
}

function tries({ keyring, store, cost, now }: AccountsOptions): Pick<Accounts, 'tryPassword' | 'tryRecoveryKey'> {
  const trying = {
    read: keyring.read,
    keep: keyring.keep,
    now,
    cost,
  }
  return {
    tryPassword: inTurn(async (name: string, password: string) => {
      if (!keyring.find())
        return { outcome: 'wrong', triesLeft: 9, waitSeconds: 0 }
      const { trial, key } = await tryAccount(trying, name, password)
      return key
        ? { ...trial, opening: await store.openWith(key) }
        : trial
    }),
    tryRecoveryKey: inTurn(async (typed: string) => {
      if (!keyring.find())
        return { outcome: 'wrong', waitSeconds: 0 }
      const trial = await tryRecovery(trying, typed)
      return 'key' in trial
        ? { outcome: 'right', opening: await store.openWith(trial.key) }
        : { outcome: 'wrong', waitSeconds: trial.waitSeconds }
    }),
  }
}
