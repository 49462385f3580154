import type { KindOfRecord } from '../record-kind.ts'
import { FamilyMap } from '../bodies/family-map.ts'

export const familyMap: KindOfRecord<'family-map'> = {
  begin: async () => FamilyMap.parse({}),
  withoutSensitive: body => body,
  missing: () => [],
  finish: async () => undefined,
}
