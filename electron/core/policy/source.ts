/** Where a fact comes from. A figure or a rule without one does not enter the catalogue. */
import * as z from 'zod'
import { PlainDate } from '../kernel/dates.ts'

export const Source = z.strictObject({
  /** The law, notice or official page, with article or number: "기초연금법 제3조". */
  title: z.string().min(1),
  url: z.url(),
  /** The day on which somebody read it. */
  readOn: PlainDate,
  /** What was read there about the borders, in Korean, short; needed where a border is easily mistaken. */
  note: z.string().min(1).optional(),
})
export type Source = z.infer<typeof Source>

/** `confirmed`: read in an official text. `to-be-checked` (확인 필요): shown so on screen and paper, never as certain. */
export const Confidence = z.enum(['confirmed', 'to-be-checked'])
export type Confidence = z.infer<typeof Confidence>
