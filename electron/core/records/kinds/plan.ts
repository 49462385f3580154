import type { KindOfRecord } from '../record-kind.ts'
import { Plan } from '../bodies/plan.ts'

export const plan: KindOfRecord<'plan'> = {
  begin: async () => Plan.parse({}),
  withoutSensitive: body => body,
  missing: () => [],
  finish: async () => undefined,
}
