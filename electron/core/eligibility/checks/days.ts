/** Checks of days: not in the future, and not further back than a period reaches. */
import type { PlainDate } from '../../kernel/dates.ts'
import type { Kleene } from '../kleene.ts'
import type { CompiledLimit } from '../limit.ts'
import type { MakeCheck } from './check.ts'
import type { Measure } from './shape.ts'
import { dayNumberOf } from '../../kernel/calendar.ts'
import { addDays, addMonths, lastDayOfPeriod } from '../../kernel/dates.ts'
import { kindOf } from '../fact-table.ts'
import { asKleene, no } from '../kleene.ts'
import { answerTo, askFact } from './check.ts'

export interface Period { readonly count: number, readonly unit: 'days' | 'weeks' | 'months' | 'years' }

/** Whether the day lies not after `on` and `on` still within the period that runs from it, the first day not counted. */
export function withinPeriod(day: PlainDate, on: PlainDate, { count, unit }: Period): Kleene {
  return asKleene(day <= on && on <= lastDayOfPeriod(addDays(day, 1), count, unit))
}

/** Longer than any month, so that a search over the ends of months begins before what it looks for. */
const aMonthAndMore = 35

/** The first day from which the period still runs on `on`, as a day number. */
function earliestWithin(on: PlainDate, { count, unit }: Period): number {
  const months = unit === 'years' ? count * 12 : count
  let day = unit === 'days' || unit === 'weeks' ? addDays(on, -count * (unit === 'weeks' ? 7 : 1)) : addDays(addMonths(on, -months), -aMonthAndMore)
  while (withinPeriod(day, on, { count, unit }) === no)
    day = addDays(day, 1)
  return dayNumberOf(day)
}

/** As far back as the period reaches on the day of the lookup; worked out once a day. */
function earliestDay(period: Period): CompiledLimit {
  let day: PlainDate | undefined
  let earliest = Number.NaN
  const on: CompiledLimit['least'] = (_member, household) => {
    if (household.on !== day)
      earliest = earliestWithin((day = household.on), period)
    return earliest
  }
  return { key: `back:${period.count}:${period.unit}`, about: 'household', least: on, most: on }
}

const theDay: CompiledLimit = { key: 'day', about: 'household', least: (_member, { onDay }) => onDay, most: (_member, { onDay }) => onDay }

export const since: MakeCheck<'since'> = ({ fact: name, within }, { facts }) => {
  const answer = answerTo(name, facts)
  const read: Measure['read'] = (member, household) => {
    const day = answer(member, household)
    return typeof day === 'string' ? dayNumberOf(day as PlainDate) : Number.NaN
  }
  return {
    shape: { kind: 'range', of: { key: `day:${name}`, about: kindOf(facts, name).about, read }, atLeast: earliestDay(within), atMost: theDay },
    ask: askFact(name, facts),
    actual: answer,
  }
}
