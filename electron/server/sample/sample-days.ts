/** The days of the sample, counted back from today in Seoul: past visits fall on weekdays, today's before this minute. */
import type { Instant, PlainDate } from '#core/kernel/dates'
import { addDays, addYears, Instant as InstantSchema, seoulDayOf, weekday } from '#core/kernel/dates'

export interface SampleMoment { readonly daysAgo: number, readonly time: string }

export interface SampleDays {
  readonly today: PlainDate
  readonly day: (daysAgo: number) => PlainDate
  /** So many days before a visit, which itself may have been moved from a weekend. */
  readonly before: (visitDaysAgo: number, days: number) => PlainDate
  /** A birthday that makes somebody so old today. */
  readonly born: (age: number, monthDay: string) => PlainDate
  readonly moment: (at: SampleMoment) => Instant
}

/** @param now the minute the sample is made in; nothing in it lies later */
export function sampleDays(now: Instant): SampleDays {
  const today = seoulDayOf(now)
  return {
    today,
    day: daysAgo => addDays(today, -daysAgo),
    before: (visitDaysAgo, days) => addDays(visitDay(today, visitDaysAgo), -days),
    born: (age, monthDay) => {
      const thisYear = `${today.slice(0, 4)}-${monthDay}` as PlainDate
      return addYears(thisYear, thisYear > today
        ? -age - 1
        : -age)
    },
    moment: ({ daysAgo, time }) => {
      const wished = koreanTime(visitDay(today, daysAgo), time)
      return wished < now
        ? wished
        : earlierToday(today, now, time)
    },
  }
}

function visitDay(today: PlainDate, daysAgo: number): PlainDate {
  return daysAgo === 0
    ? today
    : weekdayBefore(addDays(today, -daysAgo))
}

/** In milliseconds. */
const twoHours = 2 * 60 * 60 * 1000

/** The day itself, or the Friday before a weekend. */
function weekdayBefore(day: PlainDate): PlainDate {
  const at = weekday(day)
  return at === 6
    ? addDays(day, -1)
    : at === 0
      ? addDays(day, -2)
      : day
}

function koreanTime(day: PlainDate, time: string): Instant {
  return InstantSchema.parse(new Date(`${day}T${time}:00+09:00`).toISOString())
}

/** Opened early in the morning, the visits of today have happened in the last two hours, in the same order. */
function earlierToday(today: PlainDate, now: Instant, time: string): Instant {
  const midnight = Date.parse(koreanTime(today, '00:00'))
  const sinceNine = Math.max(0, Date.parse(koreanTime(today, time)) - Date.parse(koreanTime(today, '09:00')))
  const wished = Date.parse(now) - twoHours + sinceNine
  const share = Math.min(1, sinceNine / twoHours)
  return InstantSchema.parse(new Date(wished > midnight && wished < Date.parse(now) ? wished : midnight + (Date.parse(now) - midnight) * share).toISOString())
}
