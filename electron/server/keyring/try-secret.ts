/** Trying a password or the paper key against the keyring, with the slow-down; counts are on the disk before the answer. */
import type { Buffer } from 'node:buffer'
import type { PasswordTrial } from '#core/host'
import type { StaffId } from '#core/kernel/ids'
import type { Keyring } from './keyring-file.ts'
import type { Failures } from './slow-down.ts'
import type { Cost } from './wrap-key.ts'
import { markOf } from './keyring-file.ts'
import { readRecoveryKey } from './recovery-key.ts'
import { lockedAt, noFailures, oneMore, secondsToWait } from './slow-down.ts'
import { unwrapKey, wasteATry } from './wrap-key.ts'

export interface Trying {
  readonly read: () => Keyring
  /** Keeps a changed keyring on the disk. */
  readonly keep: (keyring: Keyring) => void
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly cost: Cost
}

/** Names tried in vain that are remembered; more only push out the oldest. */
const mostStrangers = 500

export const purposeOf = (staffId: StaffId): string => `maji-keyring-1:account:${staffId}`
export const recoveryPurpose = 'maji-keyring-1:recovery'

export async function tryAccount(trying: Trying, name: string, password: string): Promise<{ readonly trial: PasswordTrial, readonly key?: Buffer }> {
  const mark = markOf(trying.read().nameSalt, name)
  const account = trying.read().accounts.find(({ nameMark }) => nameMark === mark)
  const failures = failuresOf(trying.read(), mark)
  if (failures.count >= lockedAt) {
    return {
      trial: { outcome: 'locked' },
    }
  }
  const waitSeconds = secondsToWait(failures, trying.now())
  if (waitSeconds > 0) {
    return {
      trial: { outcome: 'wait', waitSeconds },
    }
  }
  const key = account
    ? await unwrapKey(account.wrapped, password, purposeOf(account.staffId))
    : await wasteATry(password, trying.cost)
  if (!account || !key) {
    return {
      trial: countFailure(trying, mark),
    }
  }
  if (failures.count > 0)
    trying.keep(withFailures(trying.read(), mark, noFailures))
  return {
    trial: { outcome: 'right', staffId: account.staffId },
    key,
  }
}

function countFailure(trying: Trying, mark: string): PasswordTrial {
  const now = trying.now()
  const failures = oneMore(failuresOf(trying.read(), mark), now)
  trying.keep(withFailures(trying.read(), mark, failures))
  return failures.count >= lockedAt
    ? { outcome: 'locked' }
    : {
        outcome: 'wrong',
        triesLeft: lockedAt - failures.count,
        waitSeconds: secondsToWait(failures, now),
      }
}

function failuresOf({ accounts, strangers }: Keyring, mark: string): Failures {
  return [
    ...accounts,
    ...strangers,
  ].find(({ nameMark }) => nameMark === mark)?.failures ?? noFailures
}

function withFailures(keyring: Keyring, mark: string, failures: Failures): Keyring {
  if (keyring.accounts.some(({ nameMark }) => nameMark === mark)) {
    return {
      ...keyring,
      accounts: keyring.accounts.map(account => account.nameMark === mark
        ? { ...account, failures }
        : account),
    }
  }
  const others = keyring.strangers.filter(({ nameMark }) => nameMark !== mark)
  return {
    ...keyring,
    strangers: [
      ...others,
      { nameMark: mark, failures },
    ].slice(-mostStrangers),
  }
}

export type RecoveryTrial = { readonly key: Buffer } | { readonly waitSeconds: number }

/** A mistyped key is told at once and does not count; a wrong one slows the next try, but never locks the paper key. */
export async function tryRecovery(trying: Trying, typed: string): Promise<RecoveryTrial> {
  const { wrapped, failures } = trying.read().recovery
  const waitSeconds = secondsToWait(failures, trying.now())
  if (waitSeconds > 0)
    return { waitSeconds }
  const characters = readRecoveryKey(typed)
  if (characters === undefined)
    return { waitSeconds: 0 }
  const key = await unwrapKey(wrapped, characters, recoveryPurpose)
  const counted = key
    ? noFailures
    : oneMore(failures, trying.now())
  if (counted.count !== failures.count) {
    trying.keep({
      ...trying.read(),
      recovery: { wrapped, failures: counted },
    })
  }
  return key
    ? { key }
    : {
        waitSeconds: secondsToWait(counted, trying.now()),
      }
}
