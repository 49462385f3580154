/**
 * The clocks of a case (처리기한): until when the next step is due.
 *
 * Defaults as the districts print them after the ministry's manual (통합사례관리 업무안내): needs survey about 10 days,
 * meeting and selection about 5, plan about 15, intake to plan 30 in all, counted in calendar days. The first contact is
 * the office's own agreement, in working days.
 */
import * as z from 'zod'
import { Instant, PlainDate } from '../kernel/dates.ts'
import { CaseId } from '../kernel/ids.ts'

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

/** The clocks of a case stood still (멈춤) from this day until the day they ran again. */
export const ClockPause = z.object({
  id: z.string(),
  from: PlainDate,
  /** `null`: they still stand. */
  runsAgainOn: PlainDate.nullable(),
  reason: PauseReason,
  note: z.string().nullable(),
  staffName: z.string(),
})
export type ClockPause = z.infer<typeof ClockPause>

export const ClocksOfCase = z.object({
  today: PlainDate,
  pausedSince: PlainDate.nullable(),
  /** Running first, by due day; of those that ended the newest of each name. */
  clocks: z.array(CaseClock.extend({
    /** The due day if the clocks ran again today; the due day itself while they run. */
    dueIfResumed: PlainDate,
    /** From today to the due day in the clock's unit; negative once it has passed. `null` when done. */
    left: z.int().nullable(),
  })),
  pauses: z.array(ClockPause),
  version: z.int().positive(),
})
export type ClocksOfCase = z.infer<typeof ClocksOfCase>

/** A due day that other settings would move. */
export const DueMove = z.object({
  caseId: CaseId,
  /** `null` for whoever may not work on cases. */
  maskedName: z.string().nullable(),
  plannerName: z.string().nullable(),
  clock: ClockName,
  from: PlainDate,
  to: PlainDate,
})
export type DueMove = z.infer<typeof DueMove>

export const ClockPreview = z.object({
  /** Clocks that run under a setting which can be changed here. */
  running: z.int().nonnegative(),
  /** Most pressing first. */
  moves: z.array(DueMove),
  lateNow: z.int().nonnegative(),
  lateThen: z.int().nonnegative(),
  /** Stands for exactly these moves: sent back, it says that they were seen. */
  seen: z.string(),
})
export type ClockPreview = z.infer<typeof ClockPreview>

export const ClockSettingsInForce = z.object({
  settings: ClockSettings,
  /** 0: as they ship with Maji. */
  version: z.int().nonnegative(),
  changedAt: Instant.nullable(),
  why: z.string().nullable(),
})
export type ClockSettingsInForce = z.infer<typeof ClockSettingsInForce>

/** paused 멈춤, late 기한 지남, today 오늘까지, running; `none` where no clock runs. A paused case is never late. */
export type DueState = 'none' | 'paused' | 'late' | 'today' | 'running'

export function dueStateOf({ dueOn, pausedSince }: { readonly dueOn: PlainDate | null, readonly pausedSince: PlainDate | null }, today: PlainDate): DueState {
  if (dueOn === null)
    return 'none'
  if (pausedSince !== null)
    return 'paused'
  if (dueOn < today)
    return 'late'
  return dueOn === today ? 'today' : 'running'
}
