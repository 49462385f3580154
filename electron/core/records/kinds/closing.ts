import type { KindOfRecord } from '../record-kind.ts'
import { Closing } from '../bodies/closing.ts'

export const closing: KindOfRecord<'closing'> = {
  begin: async () => Closing.parse({}),
  withoutSensitive: body => body,
  missing: () => [],
  finish: async () => undefined,
}
