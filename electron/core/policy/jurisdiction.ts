/** Whose rules a policy folder holds, in `jurisdiction.yaml`; without that file they are Korea's. */
import * as z from 'zod'
import { BilingualText } from '../kernel/text.ts'

export const Jurisdiction = z.strictObject({
  /** "뉴욕주와 뉴욕시", "New York State and New York City". */
  name: BilingualText,
  /** ISO 4217; all amounts of the folder and of its households are in whole units of it. */
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'is no currency; write the three letters of ISO 4217: KRW, USD, EUR' }),
})
export type Jurisdiction = z.infer<typeof Jurisdiction>
