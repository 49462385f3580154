/** Official records as the office knows them: as the draft has them, else as the release in force does. As JSON, by id. */
import type { Store } from '../../host.ts'
import { readChanges } from '../draft/read-changes.ts'
import { hashesInForce, keyOf, readTexts } from '../read-items.ts'

export async function knownRecords(db: Store, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const keys = ids.map(itemId => ({ kind: 'record' as const, itemId }))
  const pending = await readChanges(db, keys)
  const inForce = await hashesInForce(db, keys)
  const hashes = new Map(keys.flatMap((key) => {
    const hash = pending.get(keyOf(key))?.hash ?? inForce.get(keyOf(key))
    return hash === undefined ? [] : [[key.itemId, hash] as const]
  }))
  const texts = await readTexts(db, hashes.values())
  return new Map([...hashes].flatMap(([id, hash]) => {
    const text = texts.get(hash)
    return text === undefined ? [] : [[id, text] as const]
  }))
}
