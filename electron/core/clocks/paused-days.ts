/** How long a clock stood still, in its own unit. Pure: the same days always give the same due day. */
import type { PlainDate } from '../kernel/dates.ts'
import type { Holidays } from '../policy/working-days.ts'
import type { ClockUnit } from './model.ts'
import { addDays, daysBetween } from '../kernel/dates.ts'
import { addWorkingDays, isWorkingDay } from '../policy/working-days.ts'

export interface Stretch {
  readonly from: PlainDate
  /** The first day after it. */
  readonly runsAgainOn: PlainDate
}

/** Days of a unit from a day on and before another: 0 where the other is not later. */
export function daysFrom(from: PlainDate, before: PlainDate, unit: ClockUnit, holidays: Holidays): number {
  if (unit === 'calendar')
    return Math.max(0, daysBetween(from, before))
  let counted = 0
  for (let day = from; day < before; day = addDays(day, 1)) {
    if (isWorkingDay(day, holidays))
      counted += 1
  }
  return counted
}

/** The days of the stretches that fall into the time of a clock begun on a day. */
export function pausedDays(stretches: readonly Stretch[], startedOn: PlainDate, unit: ClockUnit, holidays: Holidays): number {
  return stretches.reduce((sum, { from, runsAgainOn }) => sum + daysFrom(from > startedOn ? from : startedOn, runsAgainOn, unit, holidays), 0)
}

export const laterBy = (day: PlainDate, days: number, unit: ClockUnit, holidays: Holidays): PlainDate =>
  unit === 'calendar' ? addDays(day, days) : addWorkingDays(day, days, holidays)

/** From a day to the due day in the clock's unit: 0 on the day itself, negative once it has passed. */
export function daysLeft(today: PlainDate, dueOn: PlainDate, unit: ClockUnit, holidays: Holidays): number {
  if (unit === 'calendar')
    return daysBetween(today, dueOn)
  return dueOn >= today ? daysFrom(addDays(today, 1), addDays(dueOn, 1), unit, holidays) : -daysFrom(addDays(dueOn, 1), addDays(today, 1), unit, holidays)
}
