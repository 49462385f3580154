/** A text that residents and staff read: Korean is the original, English complete. */
import * as z from 'zod'

export const Language = z.enum(['ko', 'en'])
export type Language = z.infer<typeof Language>

/**
 * Language of a paper: Korean, English, or any other that has a folder in `resources/texts` (zh, vi); ISO 639-1.
 *
 * The screen and what is stored speak `Language`; a paper in another language is made by `guide/languages`.
 */
export const LanguageCode = z.string().regex(/^[a-z]{2}$/)
export type LanguageCode = z.infer<typeof LanguageCode>

export const BilingualText = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) })
export type BilingualText = z.infer<typeof BilingualText>
