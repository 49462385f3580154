/**
 * The proleptic Gregorian calendar in whole numbers: a date as a count of days since 1970-01-01 and back.
 *
 * Only `dates.ts` and what must be fast over many households reads this. The sums are the well-known ones
 * of days within eras of 400 years, which have 146,097 days each; years run from 0 to 9999, as ISO 8601 texts do.
 */
import type { PlainDate } from './dates.ts'

const daysOfEra = 146_097
/** From 0000-03-01, where the eras begin, to 1970-01-01. */
const daysToEpoch = 719_468

export interface DateParts { readonly year: number, readonly month: number, readonly day: number }

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48
const yearOf = (date: string): number => digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3)

export const partsOf = (date: PlainDate): DateParts => ({
  year: yearOf(date),
  month: digit(date, 5) * 10 + digit(date, 6),
  day: digit(date, 8) * 10 + digit(date, 9),
})

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : monthLengths[month - 1]!

/** Days since 1970-01-01; negative before it. */
export function dayNumber(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysOfEra + dayOfEra - daysToEpoch
}

export const dayNumberOf = (date: PlainDate): number =>
  dayNumber(yearOf(date), digit(date, 5) * 10 + digit(date, 6), digit(date, 8) * 10 + digit(date, 9))

/** The inverse of `dayNumberOf`. */
export function dayOfNumber(number: number): PlainDate {
  const shifted = number + daysToEpoch
  const era = Math.floor(shifted / daysOfEra)
  const dayOfEra = shifted - era * daysOfEra
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return plainDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

const padded = (number: number, width: number): string => String(number).padStart(width, '0')

/** The only place that writes the text of a computed date. @throws RangeError outside of the years 0 to 9999 */
export function plainDate(year: number, month: number, day: number): PlainDate {
  if (!(year >= 0 && year <= 9999))
    throw new RangeError('A date outside of the years 0 to 9999 cannot be written.')
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as PlainDate
}
