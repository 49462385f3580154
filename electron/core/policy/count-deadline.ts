/**
 * The last day of a period, counted as the law of the service says, and the sentence that says so.
 *
 * Periods follow the Civil Act: the first day does not count (제157조) unless the law says so (가족관계등록법 제37조),
 * months end on the day before the corresponding one (제160조), a last day off moves on (제161조).
 */
import type { PlainDate } from '../kernel/dates.ts'
import type { BilingualText } from '../kernel/text.ts'
import type { Deadline } from './deadline.ts'
import type { Holidays } from './working-days.ts'
import { addDays, daysBetween, endOfMonth, lastDayOfPeriod } from '../kernel/dates.ts'
import { nextWorkingDay } from './working-days.ts'

export interface CountedDeadline {
  readonly lastDay: PlainDate
  /** Calendar days from `on`; negative once passed. */
  readonly daysLeft: number
  /** The last day was no working day, so it is a later one. */
  readonly moved: boolean
}

/** @param start the day named in `from`: of birth, of death, of moving in; for the end of a month any day in it */
export function countDeadline(deadline: Deadline, start: PlainDate, on: PlainDate, holidays: Holidays): CountedDeadline {
  const from = deadline.from === 'end-of-month-of-death' ? endOfMonth(start) : start
  const firstCounted = deadline.firstDay === 'included' ? from : addDays(from, 1)
  const counted = lastDayOfPeriod(firstCounted, deadline.count, deadline.unit)
  const lastDay = deadline.lastDayOnHoliday === 'next-working-day' ? nextWorkingDay(counted, holidays) : counted
  return { lastDay, daysLeft: daysBetween(on, lastDay), moved: lastDay !== counted }
}

/** What the sentences are made of; `resources/texts/{ko,en}/reasons.json` holds them under `deadline.`. */
export interface DeadlineWords {
  readonly say: (key: string, fillings: Readonly<Record<string, string | number | BilingualText>>) => BilingualText
}

/** "출생일부터 60일 이내, 2027-01-10까지". */
export function deadlineSentence(deadline: Deadline, { lastDay, moved }: CountedDeadline, { say }: DeadlineWords): BilingualText {
  const period = say(`period.${deadline.unit}.${deadline.count === 1 ? 'one' : 'many'}`, { count: deadline.count })
  const from = say(`deadline.from.${deadline.from}`, {})
  const sentence = say('deadline', { from, period, lastDay })
  return moved ? say('deadline.moved', { sentence }) : sentence
}
