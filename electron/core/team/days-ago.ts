import type { PlainDate } from '../kernel/dates.ts'
import { addDays } from '../kernel/dates.ts'

/** The first moment, in the store's writing, that lies so many days before a day; moments compare with it as text. */
export const daysAgo = (day: PlainDate, days: number): string => `${addDays(day, -days)}T00:00:00.000Z`
