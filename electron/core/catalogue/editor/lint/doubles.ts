/** What the catalogue holds already: the same conditions and benefit, the same name in the same place, an official record of it. */
import type { BilingualText } from '../../../kernel/text.ts'
import type { Catalogue } from '../../../policy/catalogue.ts'
import type { WelfareService } from '../../../policy/welfare-service.ts'
import type { ItemKind } from '../../model.ts'
import { canonicalJson } from '../../item-text.ts'
import { withoutBasis } from './literals.ts'

export interface Double { readonly key: 'overlap' | 'duplicate' | 'duplicate-record', readonly kind: ItemKind, readonly itemId: string, readonly name: BilingualText }

interface Place { readonly province?: string | undefined, readonly district?: string | undefined }

/** Names are compared without spaces, brackets and middle dots. */
const plain = (name: string): string => name.normalize('NFC').replace(/\([^)]*\)/g, '').replace(/[\s·ㆍ・.,\-~]/g, '').toLowerCase()
const meets = (one: string | undefined, other: string | undefined): boolean => one === undefined || other === undefined || one === other
/** Whether some household may live in both. */
const overlaps = (one: Place | undefined, other: Place | undefined): boolean => meets(one?.province, other?.province) && meets(one?.district, other?.district)
const isSamePlace = (one: Place | undefined, other: Place | undefined): boolean => one?.province === other?.province && one?.district === other?.district

export function doublesOf(service: WelfareService, { services, records }: Catalogue): Double[] {
  const rule = (other: WelfareService): string => canonicalJson(withoutBasis([other.concerns, other.counts, other.criteria, other.benefit]))
  const own = rule(service)
  const name = plain(service.name.ko)
  const among = Array.from(services.values()).filter(({ id }) => id !== service.id).flatMap((other): Double[] => {
    const item = { kind: 'service' as const, itemId: other.id, name: other.name }
    if (plain(other.name.ko) === name && isSamePlace(service.region, other.region))
      return [{ key: 'duplicate', ...item }]
    return service.criteria.length > 0 && overlaps(service.region, other.region) && rule(other) === own ? [{ key: 'overlap', ...item }] : []
  })
  const official = Array.from(records.values())
    .filter(record => record.id !== service.bokjiroId && plain(record.name) === name && overlaps(service.region, record))
    .map((record): Double => ({ key: 'duplicate-record', kind: 'record', itemId: record.id, name: { ko: record.name, en: record.name } }))
  return [...among, ...official]
}
