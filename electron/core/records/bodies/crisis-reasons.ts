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

/**
 * The item of 제2조 that names the reason (read in the text in force from 2025-10-23). Item 9 is the minister's notice
 * 「위기상황으로 인정하는 사유」: read as No. 2022-138 and in the ministry's words on its change of 2023-03-22; what
 * came later has to be checked, and the page says so.
 */
export const itemOfReason = {
  'earner-lost': 1,
  'serious-illness': 2,
  'neglect-or-abuse': 3,
  'violence': 4,
  'fire-or-disaster': 5,
  'business-closed': 6,
  'job-lost': 7,
  'ordinance': 8,
  'divorce': 9,
  'power-cut': 9,
  'released-prisoner': 9,
  'homeless': 9,
  'referred-blind-spot': 9,
  'crime-victim': 9,
  'special-act-victim': 9,
} as const satisfies Record<CrisisReason, number>
