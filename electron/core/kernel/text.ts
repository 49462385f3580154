/** A text that residents and staff read: Korean is the original, English complete. */
import * as z from 'zod'

export const Language = z.enum(['ko', 'en'])
export type Language = z.infer<typeof Language>

export const BilingualText = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) })
export type BilingualText = z.infer<typeof BilingualText>
