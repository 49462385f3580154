/** Arithmetic of moments, without `Date`: ISO 8601 in UTC, as `Instant` holds them. */
import type { Instant, PlainDate } from './dates.ts'
import { dayNumberOf } from './calendar.ts'

const secondsOf = (moment: Instant): number =>
  dayNumberOf(moment.slice(0, 10) as PlainDate) * 86_400
  + Number(moment.slice(11, 13)) * 3600
  + Number(moment.slice(14, 16)) * 60
  + Number.parseFloat(moment.slice(17))

/** Seconds from one moment to a later one; negative when it lies before. */
export const secondsBetween = (from: Instant, to: Instant): number => secondsOf(to) - secondsOf(from)

/** The time of day in Seoul, "14:30"; Korea has no summer time. */
export const seoulTimeOf = (moment: Instant): string =>
  `${String((Number(moment.slice(11, 13)) + 9) % 24).padStart(2, '0')}:${moment.slice(14, 16)}`
