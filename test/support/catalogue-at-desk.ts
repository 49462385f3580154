/** Keepers of the catalogue as a test walks them: proposing, releasing, a newer Maji over the same store. */
import type { Client } from '#core/contract'
import type { Host, Store } from '#core/host'
import type { Catalogue } from '#core/policy/catalogue'
import type { OfficialRecord } from '#core/policy/official-record'
import type { WelfareService } from '#core/policy/welfare-service'
import type { Counter, Seat } from './open-counter.ts'
import { createRouterClient } from '@orpc/server'
import { putChanges } from '#core/catalogue/draft/put-changes'
import { bringUpToDate } from '#core/catalogue/releases/bring-up-to-date'
import { router } from '#core/router'
import { aRecord as emptyRecord } from './official-records.ts'

type Change = Parameters<typeof putChanges>[2][number]

/** A service of the office: "동작구 이사비 지원" in the place of whatever it is made from. */
export const aServiceLike = (like: WelfareService, given: Partial<WelfareService> = {}): WelfareService => ({ ...like, id: 'moving-costs' as never, name: { ko: '표본 이사비 지원', en: 'Sample moving costs' }, ...given })

export const aRecord = (number: number, given: Record<string, unknown> = {}): OfficialRecord => emptyRecord({
  id: `WLF9${String(number).padStart(7, '0')}`,
  name: `표본 기록 ${number}`,
  agency: '표본구',
  ...given,
})

export const put = <Body extends { readonly id: string }>(kind: Change['kind'], body: Body): Change => ({ kind, itemId: body.id, body })
export const end = (kind: Change['kind'], itemId: string): Change => ({ kind, itemId, body: null })

/** Puts changes into the draft in the name of somebody, as the editor and the imports do. */
export function propose({ host, db, ids }: Pick<Counter, 'host' | 'db' | 'ids'>, seat: Seat, changes: readonly Change[], importId?: string) {
  const by = { origin: importId ? 'import' as const : 'editor' as const, staffId: ids[seat], at: host.now(), why: '표본 이유', ...(importId ? { importId } : {}) }
  return host.inTurn(() => db.transaction().execute(inside => putChanges(inside as Store, host, changes, by)))
}

/** Releases the draft as it stands; `by` must not have prepared any of it. */
export async function release(client: Client, title = '표본 배포', items?: { kind: Change['kind'], itemId: string }[]) {
  const { version } = await client.catalogue.draft.list({})
  return client.catalogue.releases.release({ title, why: '표본으로 확인함', seenVersion: version, ...(items ? { items } : {}) })
}

/** The same office after a newer Maji was installed and somebody signed in. */
export async function afterUpgrade(counter: Counter, catalogue: Catalogue): Promise<Pick<Counter, 'host' | 'db' | 'ids' | 'as'>> {
  const host: Host = { ...counter.host, catalogue: () => catalogue, version: '9.9.9' }
  await bringUpToDate({ host, connection: counter.connectionOf('admin') }, counter.db)
  return {
    host,
    db: counter.db,
    ids: counter.ids,
    as: seat => createRouterClient(router, { context: { host, connection: counter.connectionOf(seat) } }) as Client,
  }
}

/** A catalogue that ships with another Maji: these services instead, and a fingerprint of its own. */
export const shippedWith = (catalogue: Catalogue, release: string, services: readonly WelfareService[], without: readonly string[] = []): Catalogue => ({
  ...catalogue,
  release,
  services: new Map([...catalogue.services, ...services.map(service => [service.id as string, service] as const)].filter(([id]) => !without.includes(id))),
})
