/**
 * Calendar dates without a clock.
 *
 * Ages, consents and parameters all turn on a day in Korea, never on an instant.
 * `new Date('2026-03-01')` means midnight UTC, so `Date` is banned in `core/`;
 * the sums are done on whole days in `calendar.ts`.
 */
import * as z from 'zod'
import { dayNumberOf, dayOfNumber, daysInMonth, partsOf, plainDate } from './calendar.ts'

export const PlainDate = z.iso.date().brand<'PlainDate'>()
export type PlainDate = z.infer<typeof PlainDate>

/** A moment, for records of who did what and when; ISO 8601 in UTC. */
export const Instant = z.iso.datetime().brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/**
 * Age in completed years (만 나이), the only age used in welfare notices.
 *
 * Someone born on 29 February completes a year on 1 March of a common year.
 *
 * @returns whole years; negative when `birth` lies after `on`
 */
export function completedYears(birth: PlainDate, on: PlainDate): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) >= birth.slice(5) ? years : years - 1
}

/**
 * Completed months of life or of residence (개월), the first day counted (민법 제158조).
 *
 * Born on 31 January, the first month is over with the last of February and complete on 1 March (민법 제160조 ③).
 *
 * @returns whole months; negative when `since` lies after `on`
 */
export function completedMonths(since: PlainDate, on: PlainDate): number {
  const start = partsOf(since)
  const end = partsOf(on)
  const months = (end.year - start.year) * 12 + end.month - start.month
  return end.day >= start.day ? months : months - 1
}

/**
 * The first day on which so many years, months or days are completed: the day on which `completedYears`,
 * `completedMonths` or `daysBetween` reaches the count.
 *
 * @returns `undefined` from the year 9999 on
 */
export function dayOfCompleting(since: PlainDate, count: number, unit: 'years' | 'months' | 'days'): PlainDate | undefined {
  const { year, month, day } = partsOf(since)
  const years = unit === 'years' ? count : count / (unit === 'months' ? 12 : 365)
  if (year + (month - 1) / 12 + years >= 9999)
    return undefined
  if (unit === 'days')
    return addDays(since, count)
  const corresponding = addMonths(since, unit === 'years' ? count * 12 : count)
  return partsOf(corresponding).day === day ? corresponding : addDays(corresponding, 1)
}

/** The day so many days later; earlier when negative. */
export const addDays = (day: PlainDate, days: number): PlainDate => dayOfNumber(dayNumberOf(day) + days)

/** The same day of the month so many months later; where there is none, the month's last day (민법 제160조 ③). */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const { year, month, day: dayOfMonth } = partsOf(day)
  const count = year * 12 + month - 1 + months
  const targetYear = Math.floor(count / 12)
  const targetMonth = count - targetYear * 12 + 1
  return plainDate(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)))
}

/** The same day so many years later; 29 February becomes 28 February in a common year. */
export const addYears = (day: PlainDate, years: number): PlainDate => addMonths(day, years * 12)

/** Days from the one to the other: 1 from today to tomorrow, negative backwards. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumberOf(to) - dayNumberOf(from)

/** 0 for Sunday to 6 for Saturday. 1 January 1970, day number 0, was a Thursday. */
export const weekday = (day: PlainDate): number => ((dayNumberOf(day) + 4) % 7 + 7) % 7

export const firstDayOfMonth = (day: PlainDate): PlainDate => plainDate(partsOf(day).year, partsOf(day).month, 1)

export function endOfMonth(day: PlainDate): PlainDate {
  const { year, month } = partsOf(day)
  return plainDate(year, month, daysInMonth(year, month))
}

/**
 * The last day of a period whose first counted day (기산일) is given: the day before the corresponding
 * day; where the last month has none, its last day (민법 제160조 ②, ③).
 *
 * One month from 1 March, the first counted day, ends on 31 March; from 31 January on the last of February.
 */
export function lastDayOfPeriod(firstCounted: PlainDate, count: number, unit: 'days' | 'weeks' | 'months' | 'years'): PlainDate {
  if (unit === 'days' || unit === 'weeks')
    return addDays(firstCounted, count * (unit === 'weeks' ? 7 : 1) - 1)
  const corresponding = addMonths(firstCounted, unit === 'years' ? count * 12 : count)
  return partsOf(corresponding).day === partsOf(firstCounted).day ? addDays(corresponding, -1) : corresponding
}

/** The calendar day in Korea at a moment. Korea has been nine hours ahead of UTC, without summer time, since 1988-10-09. */
export function seoulDayOf(instant: Instant): PlainDate {
  const utcDay = PlainDate.parse(instant.slice(0, 10))
  return Number(instant.slice(11, 13)) >= 15 ? addDays(utcDay, 1) : utcDay
}

/** Today at the counter, from the host's clock, which hands out moments. */
export const todayInSeoul = (now: () => Instant): PlainDate => seoulDayOf(now())
