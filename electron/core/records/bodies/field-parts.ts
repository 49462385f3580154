/** Fields that many records have. A record is saved as it is typed, so every field may be empty. */
import * as z from 'zod'
import { PlainDate } from '../../kernel/dates.ts'

/** Free words, several lines. */
export const Words = z.string().max(8000).default('')
/** Free words, one line. */
export const Short = z.string().max(300).default('')
export const Day = PlainDate.nullable().default(null)
/** Whole won; null: not known. */
export const Won = z.int().min(0).max(100_000_000_000).nullable().default(null)
/** Made by the page (random letters), so that rows of a list keep their identity over a merge. */
export const RowId = z.string().regex(/^[a-z0-9]{6,24}$/)
export const oneOf = <const Options extends readonly [string, ...string[]]>(options: Options) => z.enum(options).nullable().default(null)
export const someOf = <const Options extends readonly [string, ...string[]]>(options: Options) => z.array(z.enum(options)).max(options.length).default([])
