/**
 * Working days of a public office: neither Saturday nor Sunday nor a public holiday (관공서의 공휴일).
 *
 * The holidays come in as the dated table of `resources/policy/holidays.yaml`, with the days that the office added.
 */
import type { PlainDate } from '../kernel/dates.ts'
import { addDays, weekday } from '../kernel/dates.ts'

/** The days off; only `has` is asked, so a `Set` of dates and the `Map` of named holidays both serve. */
export interface Holidays { readonly has: (day: PlainDate) => boolean }

export const holidaySet = (days: Iterable<{ readonly date: PlainDate }>): ReadonlySet<PlainDate> =>
  new Set(Array.from(days, ({ date }) => date))

export function isWorkingDay(day: PlainDate, holidays: Holidays): boolean {
  const at = weekday(day)
  return at !== 0 && at !== 6 && !holidays.has(day)
}

/** The day itself when it is a working day, else the next one (민법 제161조). */
export function nextWorkingDay(day: PlainDate, holidays: Holidays): PlainDate {
  let next = day
  while (!isWorkingDay(next, holidays))
    next = addDays(next, 1)
  return next
}

/**
 * The last of so many working days, counting from the day after: one working day from a Friday is the Monday.
 *
 * @param count 0 gives the day itself, working day or not
 */
export function addWorkingDays(day: PlainDate, count: number, holidays: Holidays): PlainDate {
  let last = day
  for (let counted = 0; counted < count; counted++)
    last = nextWorkingDay(addDays(last, 1), holidays)
  return last
}
