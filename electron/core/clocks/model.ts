/**
 * The clocks of a case (처리기한): until when the next step is due.
 *
 * Defaults as the districts print them after the ministry's manual (통합사례관리 업무안내): needs survey about 10 days,
 * meeting and selection about 5, plan about 15, intake to plan 30 in all, counted in calendar days. The first contact is
 * the office's own agreement, in working days.
 */
import * as z from 'zod'
import { PlainDate } from '../kernel/dates.ts'

export const ClockName = z.enum(['first-contact', 'survey', 'selection', 'plan', 'intake-to-plan', 'review'])
export type ClockName = z.infer<typeof ClockName>

export const ClockUnit = z.enum(['calendar', 'working'])
export type ClockUnit = z.infer<typeof ClockUnit>

export const ClockSetting = z.strictObject({
  days: z.int().min(0).max(365),
  unit: ClockUnit,
  /** Where the limit comes from, as it is shown. */
  source: z.string().max(200),
})
export type ClockSetting = z.infer<typeof ClockSetting>

/** first-contact: its days stand in the center's settings, by urgency. review: on the day the plan names. */
export const SettableClock = z.enum(['survey', 'selection', 'plan', 'intake-to-plan'])
export type SettableClock = z.infer<typeof SettableClock>
export const ClockSettings = z.record(SettableClock, ClockSetting)
export type ClockSettings = z.infer<typeof ClockSettings>

const manual = '통합사례관리 업무안내 (시·군·구 누리집)'
export const defaultClocks: ClockSettings = {
  'survey': { days: 10, unit: 'calendar', source: manual },
  'selection': { days: 5, unit: 'calendar', source: manual },
  'plan': { days: 15, unit: 'calendar', source: manual },
  'intake-to-plan': { days: 30, unit: 'calendar', source: manual },
}

/** in hospital 입원, not reached 연락 두절, away 장기 출타, other. */
export const PauseReason = z.enum(['in-hospital', 'not-reached', 'away', 'other'])
export type PauseReason = z.infer<typeof PauseReason>

export const CaseClock = z.object({
  clock: ClockName,
  startedOn: PlainDate,
  dueOn: PlainDate,
  days: z.int(),
  unit: ClockUnit,
  pausedDays: z.int().nonnegative(),
  doneOn: PlainDate.nullable(),
})
export type CaseClock = z.infer<typeof CaseClock>
