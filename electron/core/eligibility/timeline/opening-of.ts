/** From when one may apply for a service that begins on a day to come, where its entry says so. */
import type { PlainDate } from '../../kernel/dates.ts'
import type { WelfareService } from '../../policy/welfare-service.ts'
import type { EligibilityTexts } from '../texts.ts'
import type { Opening } from './timeline.ts'
import { addDays, addMonths, firstDayOfMonth } from '../../kernel/dates.ts'
import { say } from '../texts.ts'

export function openingOf({ applyFrom }: WelfareService, start: PlainDate, texts: EligibilityTexts): Opening | undefined {
  if (!applyFrom)
    return undefined
  const { count, unit, before, confidence } = applyFrom
  const counted = before === 'month-of-start' ? firstDayOfMonth(start) : start
  const on = unit === 'days' ? addDays(counted, -count) : addMonths(counted, -count)
  const toCheck = confidence === 'to-be-checked'
  return { on, sentence: say(texts, toCheck ? 'timeline.apply.to-check' : 'timeline.apply', { on }), toCheck }
}
