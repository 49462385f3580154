/** The store of a data folder as this process holds it: closed until a key opens it, with the key at hand while open. */
import type { Buffer } from 'node:buffer'
import type { Opening, Store } from '#core/host'
import type { DataFiles } from './data-folder.ts'
import { inTurn } from './make-turns.ts'
import { openStore } from './open-store.ts'

export interface HeldStore {
  readonly find: () => Store | undefined
  readonly key: () => Buffer | undefined
  readonly openWith: (key: Buffer) => Promise<Opening>
  /** Takes a store that was just made. */
  readonly take: (store: Store, key: Buffer) => void
  readonly close: () => Promise<void>
}

/** @param now milliseconds since 1970: the day stands in the name of a copy taken before an upgrade */
export function holdStore(files: DataFiles, now: () => number): HeldStore {
  let store: Store | undefined
  let key: Buffer | undefined
  const take: HeldStore['take'] = (opened, itsKey) => {
    store = opened
    key = itsKey
  }
  return {
    find: () => store,
    key: () => key,
    take,
    // Of two at once the second finds the store open.
    openWith: inTurn(async (found) => {
      if (store)
        return 'open'
      const backup = files.backup('upgrade', new Date(now()).toISOString().slice(0, 10))
      const opened = await openStore({
        kind: 'file',
        path: files.store,
        key: found,
        backup,
      })
      if (opened.outcome === 'open')
        take(opened.db, found)
      return opened.outcome
    }),
    close: async () => {
      await store?.destroy()
      store = undefined
      key = undefined
    },
  }
}
