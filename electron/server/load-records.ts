/** The official records that ship with Maji. Checked by a test, not at each start: eight hundred checks take longer than reading. */
import type { OfficialRecord } from '#core/policy/official-record'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface ShippedRecords {
  readonly records: ReadonlyMap<string, OfficialRecord>
  /** Of the contents: the same files give the same everywhere. */
  readonly fingerprint: string
}

/** @param folder `resources/catalogue`, whose `manifest.json` names the files */
export async function loadRecords(folder: string): Promise<ShippedRecords> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as readonly { readonly file: string }[]
  const texts = await Promise.all(manifest.map(({ file }) => readFile(join(folder, file), 'utf8')))
  const hash = createHash('sha256')
  for (const text of texts)
    hash.update(text.replaceAll('\r\n', '\n')).update('\0')
  return {
    records: new Map(texts.flatMap(text => (JSON.parse(text) as OfficialRecord[]).map(record => [record.id, record] as const))),
    fingerprint: hash.digest('hex').slice(0, 12),
  }
}
