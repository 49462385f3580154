import type { Buffer } from 'node:buffer'
/**
 * A data folder taken by this process: its keyring, its store once a key has opened it, its accounts.
 *
 * Set-up is kept in this order: store and first rows, then the keyring. Broken off in between, the marker
 * `setting-up` says that what lies there was never in use.
 */
import type { Accounts, Opening, Store } from '#core/host'
import type { Keyring } from './keyring/keyring-file.ts'
import type { Cost } from './keyring/wrap-key.ts'
import { existsSync, rmSync } from 'node:fs'
import { beginOffice } from './begin-office.ts'
import { filesOf } from './data-folder.ts'
import { markOf, readKeyring, writeKeyring } from './keyring/keyring-file.ts'
import { noFailures } from './keyring/slow-down.ts'
import { purposeOf, tryAccount, tryRecovery } from './keyring/try-secret.ts'
import { usualCost, wrapKey } from './keyring/wrap-key.ts'
import { lockFolder } from './lock-folder.ts'
import { readOfficeKey, writeOfficeKey } from './office-key.ts'
import { openStore } from './open-store.ts'

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
  readonly cost?: Cost
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** The office server's key file; made at set-up. */
  readonly officeKey?: string
}

export class KeyringMissing extends Error {
  override readonly name = 'KeyringMissing'
}

/** @throws {FolderInUse} {KeyringDamaged} {KeyringMissing} and what the disk says */
export function openOffice({ folder, cost = usualCost, now = Date.now, officeKey }: OfficeOptions): Office {
  const release = lockFolder(folder)
  try {
    return makeOffice({ folder, cost, now, officeKey }, release)
  }
  catch (error) {
    release()
    throw error
  }
}

function makeOffice({ folder, cost, now, officeKey }: Required<Omit<OfficeOptions, 'officeKey'>> & Pick<OfficeOptions, 'officeKey'>, release: () => void): Office {
  const files = filesOf(folder)
  let keyring = readKeyring(files.keyring)
  if (keyring)
    rmSync(files.settingUp, { force: true })
  if (!keyring && existsSync(files.store) && !existsSync(files.settingUp))
    throw new KeyringMissing('There is a store, but no keyring to open it with.')
  let key: Buffer | undefined
  let store: Store | undefined

  const keep = (changed: Keyring): void => {
    writeKeyring(files.keyring, changed)
    keyring = changed
  }
  const held = (): Keyring => {
    if (!keyring)
      throw new Error('There is no keyring yet: the center is not set up.')
    return keyring
  }
  const trying = { read: held, keep, now, cost }

  const openWith = async (found: Buffer): Promise<Opening> => {
    if (store)
      return 'open'
    const opened = await openStore({
      kind: 'file',
      path: files.store,
      key: found,
      backup: files.backup('upgrade', new Date(now()).toISOString().slice(0, 10)),
    })
    if (opened.outcome !== 'open')
      return opened.outcome
    store = opened.db
    key = found
    return 'open'
  }
  /** One after the other: of two at once the second finds the store open. */
  const openInTurn = inTurn(openWith)

  const create: Accounts['create'] = async (account) => {
    await store?.destroy()
    store = undefined
    const begun = await beginOffice(files, account, cost)
    store = begun.store
    key = begun.key
    return {
      recoveryKey: begun.recoveryKey,
      keep: () => {
        keep(begun.keyring)
        if (officeKey)
          writeOfficeKey(officeKey, begun.key)
        rmSync(files.settingUp, { force: true })
      },
    }
  }

  const prepare: Accounts['prepare'] = async ({ staffId, name, password }) => {
    if (!key)
      throw new Error('The store is closed: its key is not at hand.')
    const wrapped = await wrapKey(key, password, purposeOf(staffId), cost)
    return {
      keep: () => {
        const nameMark = markOf(held().nameSalt, name)
        keep({
          ...held(),
          accounts: [
            ...held().accounts.filter(account => account.staffId !== staffId),
            {
              nameMark,
              staffId,
              wrapped,
              failures: noFailures,
            },
          ],
          strangers: held().strangers.filter(stranger => stranger.nameMark !== nameMark),
        })
      },
    }
  }

  const tryInTurn = inTurn(async (name: string, password: string) => {
    const { trial, key: found } = await tryAccount(trying, name, password)
    return found
      ? { ...trial, opening: await openInTurn(found) }
      : trial
  })
  const recoverInTurn = inTurn(async (typed: string) => {
    const trial = await tryRecovery(trying, typed)
    return 'key' in trial
      ? { outcome: 'right' as const, opening: await openInTurn(trial.key) }
      : { outcome: 'wrong' as const, waitSeconds: trial.waitSeconds }
  })

  return {
    folder,
    accounts: {
      state: () => !keyring
        ? 'fresh'
        : store ? 'open' : 'locked',
      create,
      prepare,
      tryPassword: async (name, password) => keyring
        ? tryInTurn(name, password)
        : { outcome: 'wrong', triesLeft: 9, waitSeconds: 0 },
      tryRecoveryKey: async typed => keyring
        ? recoverInTurn(typed)
        : { outcome: 'wrong', waitSeconds: 0 },
      findStaffId: name => keyring?.accounts.find(({ nameMark }) => nameMark === markOf(held().nameSalt, name))?.staffId,
    },
    store: () => store,
    unlockByFile: async () => {
      const found = keyring && officeKey
        ? readOfficeKey(officeKey)
        : undefined
      return found
        ? openInTurn(found)
        : undefined
    },
    close: async () => {
      await store?.destroy()
      store = undefined
      key = undefined
      release()
    },
  }
}

/** Lets calls in one after the other, so that tries made at once cannot get round the slow-down. */
function inTurn<Input extends readonly unknown[], Answer>(work: (...input: Input) => Promise<Answer>): (...input: Input) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve()
  return (...input) => {
    const answer = last.then(() => work(...input))
    last = answer.catch(() => {})
    return answer
  }
}
