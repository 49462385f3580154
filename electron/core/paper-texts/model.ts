/** What an office keeps of its papers in its own version: sentences, emblem, footer, who signs (양식 편집). */
import * as z from 'zod'
import { Emblem } from '../guide/sheet.ts'
import { BilingualText } from '../kernel/text.ts'

/** `guide.greeting.birth`: file and key of a sentence in `resources/texts`. */
export const SentenceKey = z.string().regex(/^[a-z-]+(?:\.[\w-]+)+$/)

export const PaperTexts = z.strictObject({
  /** Only what differs from what ships with Maji. */
  sentences: z.record(SentenceKey, BilingualText),
  emblem: Emblem.nullable(),
  footer: BilingualText.nullable(),
  /** Titles of those who sign at the top (결재란), from left to right. */
  approvers: z.array(BilingualText).max(5),
})
export type PaperTexts = z.infer<typeof PaperTexts>

/** As Maji ships: nothing of the office's own. */
export const shippedPaper: PaperTexts = { sentences: {}, emblem: null, footer: null, approvers: [] }
