/** How the office asks a publisher: address, key, calls a day. Without a row nothing was ever configured, and nothing is asked. */
import type { Store } from '../../../host.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import type { Publisher } from '../../../policy/official-record.ts'
import type { Source, SourceService } from '../model.ts'

/** Addresses as the publishers' guides of 2025 give them; the office may be given others. */
export const usualAddress: Readonly<Record<SourceService, string>> = {
  bokjiro: 'https://apis.data.go.kr/B554287',
  gov24: 'https://api.odcloud.kr/api',
}

/** Calls a day of a new key (개발계정): the portal says 100 for 복지로, and 1,000 was seen; 정부24 needs about 35 for everything. */
export const usualCalls: Readonly<Record<SourceService, number>> = { bokjiro: 100, gov24: 100 }

export const serviceOf = (publisher: Publisher): SourceService => publisher === 'gov24' ? 'gov24' : 'bokjiro'

export const findSource = (db: Store, service: SourceService) =>
  db.selectFrom('catalogue_source').selectAll().where('service', '=', service).executeTakeFirst()

/** As the screens see it: that there is a key, never which. */
export async function readSource(db: Store, service: SourceService, today: PlainDate): Promise<Source> {
  const row = await findSource(db, service)
  return row
    ? { service, address: row.address, hasKey: row.service_key !== '', enabled: row.enabled === 1, dailyCalls: row.daily_calls, calledToday: row.called_on === today ? row.called : 0, version: row.version }
    : { service, address: usualAddress[service], hasKey: false, enabled: false, dailyCalls: usualCalls[service], calledToday: 0, version: 0 }
}
