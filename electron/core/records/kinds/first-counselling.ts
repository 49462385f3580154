import type { KindOfRecord } from '../record-kind.ts'
import { FirstCounselling } from '../bodies/first-counselling.ts'

export const firstCounselling: KindOfRecord<'first-counselling'> = {
  begin: async () => FirstCounselling.parse({}),
  withoutSensitive: body => body,
  missing: () => [],
  finish: async () => undefined,
}
