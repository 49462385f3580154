/**
 * Which official records are the same service as a rule of ours, or as one another: shown together, never beside.
 *
 * 복지로 by the id that the rule names. 정부24 has ids of its own, so by name, where it is given by the same level in
 * the same place: "아이돌봄 서비스" of the ministry is not the "아이돌봄" of a district.
 */
import type { Catalogue } from '../../policy/catalogue.ts'
import type { OfficialRecord } from '../../policy/official-record.ts'
import type { WelfareService } from '../../policy/welfare-service.ts'
import type { RecordPlace } from './place-of-record.ts'
import { oncePer } from '../once-per.ts'
import { knownPairs } from './known-pairs.ts'
import { currentProvince, placeOf } from './place-of-record.ts'

export interface Merged {
  /** Records that stand with a rule. */
  readonly withRule: ReadonlySet<string>
  /** The records of each rule, the one it names first. */
  readonly ofService: ReadonlyMap<string, readonly OfficialRecord[]>
  /** The 정부24 record of the same name and place, by the id of the 복지로 record that is shown. */
  readonly twins: ReadonlyMap<string, OfficialRecord>
}

/** A name without spaces, points, brackets and the parts that only say what kind of thing it is. */
export const nameKey = (name: string): string =>
  name.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '').replace(/(?:지원사업|지원|사업|서비스|지급|제도)+$/u, '').toLowerCase()

const keyOfPlace = (place: RecordPlace): string | undefined => {
  switch (place.reach) {
    case 'country': return ''
    case 'province': return place.province
    case 'district': return `${place.province} ${place.district}`
    case 'unclear': return undefined
  }
}

/** Within a district the name often begins with it: "동작구 신생아 보험료". */
const keyOf = (place: string, name: string): string => {
  const bare = nameKey(name)
  const district = nameKey(place.split(' ')[1] ?? '')
  return `${place}|${district !== '' && bare.startsWith(district) ? bare.slice(district.length) : bare}`
}

function placeOfService({ region, level }: WelfareService): string | undefined {
  return region
    ? [currentProvince(region.province), region.district].filter(part => part !== undefined).join(' ')
    : level === 'central' ? '' : undefined
}

function keyOfRecord(record: OfficialRecord): string | undefined {
  const place = keyOfPlace(placeOf(record))
  return place === undefined ? undefined : keyOf(place, record.name)
}

export const mergeRecords = oncePer((services: Catalogue['services'], records: Catalogue['records']): Merged => {
  const ofService = new Map<string, OfficialRecord[]>()
  const byName = new Map<string, Set<string>>()
  const add = (serviceId: string, record: OfficialRecord | undefined): void => {
    const own = ofService.get(serviceId) ?? []
    if (record && !own.includes(record))
      ofService.set(serviceId, [...own, record])
  }
  const name = (serviceId: string, key: string | undefined): void => {
    if (key !== undefined)
      byName.set(key, (byName.get(key) ?? new Set()).add(serviceId))
  }
  for (const service of services.values()) {
    const named = service.bokjiroId && records.get(service.bokjiroId)
    const place = placeOfService(service)
    add(service.id, named || undefined)
    name(service.id, place === undefined ? undefined : keyOf(place, service.name.ko))
    // 복지로 and 정부24 often share a name that ours differs from
    name(service.id, named ? keyOfRecord(named) : undefined)
    knownPairs[service.id]?.forEach(id => add(service.id, records.get(id)))
  }
  const keys = new Map(Array.from(records.values(), record => [record, keyOfRecord(record)] as const))
  for (const [record, key] of keys) {
    if (record.publisher === 'gov24' && key !== undefined)
      byName.get(key)?.forEach(id => add(id, record))
  }
  const withRule = new Set([...ofService.values()].flat().map(({ id }) => id))
  return { withRule, ofService, twins: twinsAmong(keys, withRule) }
})

function twinsAmong(keys: ReadonlyMap<OfficialRecord, string | undefined>, withRule: ReadonlySet<string>): ReadonlyMap<string, OfficialRecord> {
  const open = [...keys].filter(([{ id, forPersons }, key]) => key !== undefined && forPersons && !withRule.has(id))
  const gov24 = new Map(open.filter(([{ publisher }]) => publisher === 'gov24').map(([record, key]) => [key, record]))
  const twins = new Map<string, OfficialRecord>()
  for (const [record, key] of open) {
    const twin = record.publisher === 'gov24' ? undefined : gov24.get(key)
    if (twin) {
      twins.set(record.id, twin)
      gov24.delete(key)
    }
  }
  return twins
}
