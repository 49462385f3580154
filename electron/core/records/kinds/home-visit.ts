import type { KindOfRecord } from '../record-kind.ts'
import { HomeVisit } from '../bodies/home-visit.ts'

export const homeVisit: KindOfRecord<'home-visit'> = {
  begin: async () => HomeVisit.parse({}),
  withoutSensitive: body => body,
  missing: () => [],
  finish: async () => undefined,
}
