/** Real official records for tests: what ships, and a part of 정부24 as its publisher answers. */
import type { RecordPart } from '#core/catalogue/formats/reading'
import type { OfficialRecord } from '#core/policy/official-record'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFileReader } from '#core/catalogue/formats/make-reader'
import { mergeRecord } from '#core/catalogue/formats/merge-record'
import { OfficialRecordId, OfficialRecord as Shape } from '#core/policy/official-record'

const folder = join(import.meta.dirname, 'official/gov24')

/** @param from a folder with the three answers of 정부24 */
export function gov24Records(from = folder): OfficialRecord[] {
  const parts = new Map<string, RecordPart[]>()
  for (const name of ['serviceList.json', 'serviceDetail.json', 'supportConditions.json']) {
    const reader = makeFileReader(name)
    for (const reading of [reader.push(readFileSync(join(from, name), 'utf8')), reader.end()])
      reading.parts.forEach(part => parts.set(part.id, [...parts.get(part.id) ?? [], part]))
  }
  return [...parts.values()].flatMap((of) => {
    const merged = mergeRecord(of, undefined)
    return 'record' in merged ? [merged.record] : []
  })
}

/** A record with nothing in it but what is given. */
export const aRecord = (given: Partial<Record<keyof OfficialRecord, unknown>>): OfficialRecord => Shape.parse({
  id: 'WLF00000001',
  publisher: 'bokjiro-local',
  name: '보기 서비스',
  agency: '보기구',
  stages: [],
  targets: [],
  themes: [],
  provision: [],
  ways: [],
  contacts: [],
  sites: [],
  laws: [],
  forms: [],
  channels: [],
  forPersons: true,
  ...given,
})

/** A 정부24 record with these codes and ages. */
export const withConditions = (codes: readonly string[], ages: { readonly ageFrom?: number, readonly ageTo?: number } = {}, given: Partial<Record<keyof OfficialRecord, unknown>> = {}): OfficialRecord =>
  aRecord({ id: 'GOV000000000001', publisher: 'gov24', agency: '보건복지부', conditions: { codes, ...ages }, ...given })

export const asCatalogue = (records: readonly OfficialRecord[]): ReadonlyMap<string, OfficialRecord> => new Map(records.map(record => [record.id, record]))

/**
 * A file of the size that the whole country has, made from real records: each again under ids of its own, in the
 * districts of the country in turn, so that regions are as full as they are.
 */
export function manyRecords(real: readonly OfficialRecord[], count: number, places: readonly { readonly province: string, readonly district: string }[]): OfficialRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const record = real[at % real.length]!
    if (at < real.length)
      return record
    const place = places[at % places.length]!
    const serial = String(at).padStart(7, '0')
    return {
      ...record,
      id: OfficialRecordId.parse(record.publisher === 'gov24' ? `GOV9${serial}` : `WLF9${serial}`),
      name: `${record.name} ${at}`,
      ...(record.province ? { province: place.province } : {}),
      ...(record.province && record.district ? { district: place.district } : {}),
      ...(record.publisher === 'gov24' && record.province ? { agency: `${place.province} ${place.district}`, district: place.district } : {}),
    }
  })
}
