/** Crisis reasons (위기사유) of 긴급복지지원법 제2조 and of the notice in force under its item 9. */
import * as z from 'zod'

export const CrisisReason = z.enum([
  'earner-lost',
  'serious-illness',
  'neglect-or-abuse',
  'violence',
  'fire-or-disaster',
  'business-closed',
  'job-lost',
  'ordinance',
  'divorce',
  'power-cut',
  'released-prisoner',
  'homeless',
  'referred-blind-spot',
  'crime-victim',
  'special-act-victim',
])
export type CrisisReason = z.infer<typeof CrisisReason>
