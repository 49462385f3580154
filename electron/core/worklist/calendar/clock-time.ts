/** Times of a day as minutes since midnight, and their order in the store. */
import { sql } from 'kysely'

/** Whole days first on every store: left to themselves, one sorts what is empty first and another last. */
export const byStart = sql<string>`coalesce(appointment.starts, '')`

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

interface Span { readonly starts: string, readonly minutes: number }

/** The end of the one is the beginning of the other: they do not meet. */
export const meet = (one: Span, other: Span): boolean =>
  minutesOf(one.starts) < minutesOf(other.starts) + other.minutes && minutesOf(other.starts) < minutesOf(one.starts) + one.minutes
