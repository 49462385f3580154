/** The age that somebody reaches by a day of the calendar year, whether that day lies ahead or behind. */
import type { PlainDate } from '../kernel/dates.ts'
import { completedMonths, completedYears } from '../kernel/dates.ts'

/**
 * @param monthDay "12-31"; one that every year has
 * @returns completed years or months; NaN while the birth day is not known
 */
export function ageByDay(birth: PlainDate | undefined, unit: 'years' | 'months', monthDay: string, on: PlainDate): number {
  const day = `${on.slice(0, 4)}-${monthDay}` as PlainDate
  return birth === undefined ? Number.NaN : unit === 'years' ? completedYears(birth, day) : completedMonths(birth, day)
}
