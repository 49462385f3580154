/** A public holiday (관공서의 공휴일) with its basis in law: a row of `resources/policy/holidays.yaml`. */
import * as z from 'zod'
import { PlainDate } from '../kernel/dates.ts'
import { BilingualText } from '../kernel/text.ts'

export const PublicHoliday = z.strictObject({
  date: PlainDate,
  name: BilingualText,
  /** substitute 대체공휴일, election 선거일, declared 임시공휴일. */
  kind: z.enum(['holiday', 'substitute', 'election', 'declared']).optional(),
  basis: z.string().min(1),
})
export type PublicHoliday = z.infer<typeof PublicHoliday>
