/** Fields that many operations take, each with its limits; a text that is too long is refused, never cut. */
import * as z from 'zod'

/** A person's name as on the papers, Hangul, Hanja or Latin. */
export const PersonName = z.string().trim().min(1).max(60)
/** Digits, spaces, hyphens and a leading plus. */
export const Phone = z.string().trim().regex(/^\+?[\d\s-]{8,20}$/)
/** One line of free text. */
export const Line = z.string().trim().max(200)
/** Several lines of free text, such as a note of a conversation. */
export const Note = z.string().trim().max(4000)
/** A password: at least 10 characters, no other rule of composition. */
export const Password = z.string().min(10).max(200)
/** Grows by one with each change; a screen sends back the one it saw. */
export const Version = z.int().positive()
/** 행정동: free text, because the list that ships is old and Seoul's only. */
export const DongName = z.string().trim().min(1).max(40)
