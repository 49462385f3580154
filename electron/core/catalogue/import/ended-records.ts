/**
 * Which records have ended: of a catalogue of which the import is the whole, those that it does not name.
 *
 * A record that was there but could not be read has not ended. A new one that waits in the draft from an earlier import
 * and is gone by now is taken back the same way.
 */
import type { Host, Store } from '../../host.ts'
import type { OfficialRecord } from '../../policy/official-record.ts'
import type { Whole } from './model.ts'
import { readChanges } from '../draft/read-changes.ts'
import { catalogueInForce } from '../read-in-force.ts'
import { readTexts } from '../read-items.ts'

export async function endedRecords(db: Store, host: Host, importId: string, whole: readonly Whole[]): Promise<readonly string[]> {
  if (whole.length === 0)
    return []
  const named = new Set((await db.selectFrom('catalogue_staged').select('item_id').distinct().where('import_id', '=', importId).execute()).map(({ item_id }) => item_id))
  const problems = await db.selectFrom('catalogue_import_problem').select('place').where('import_id', '=', importId).where('severity', '=', 'broken').execute()
  for (const { place } of problems) {
    const { id } = JSON.parse(place) as { readonly id?: string }
    if (id !== undefined)
      named.add(id)
  }
  const inForce = [...(await catalogueInForce(db, host)).records.values()]
  const waiting = await waitingRecords(db)
  return [...new Map([...inForce, ...waiting].map(record => [record.id, record])).values()]
    .filter(record => !named.has(record.id) && whole.some(each => belongs(record, each)))
    .map(({ id }) => id)
}

/** A province's catalogue is the province's own services and its districts'. */
const belongs = (record: OfficialRecord, { publisher, province, district }: Whole): boolean =>
  record.publisher === publisher
  && (province === undefined || record.province === province)
  && (district === undefined || record.district === district)

async function waitingRecords(db: Store): Promise<OfficialRecord[]> {
  const hashes = [...(await readChanges(db)).values()].flatMap(({ kind, hash }) => kind === 'record' && hash !== null ? [hash] : [])
  return [...(await readTexts(db, hashes)).values()].map(text => JSON.parse(text) as OfficialRecord)
}
