/** The clocks of a case: limits, pauses, what is due. */
import * as z from 'zod'
import { caseworkers, operation } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { CaseId } from '../kernel/ids.ts'
import { Line, Version } from '../kernel/names.ts'
import { ClockPreview, ClockSettings, ClockSettingsInForce, ClocksOfCase, PauseReason } from './model.ts'

const seen = { caseId: CaseId, seenVersion: Version }
const held = { CASE_NOT_FOUND: {}, CASE_NOT_OPEN: {}, CHANGED_MEANWHILE: {} } as const

export const clocks = {
  settings: operation({ access: 'read', roles: ['planner', 'lead', 'admin'], quiet: true })
    .output(ClockSettingsInForce),
  /** Which due days other settings would move; writes nothing. */
  preview: operation({ access: 'read', roles: ['lead', 'admin'] })
    .input(z.strictObject({ settings: ClockSettings }))
    .output(ClockPreview),
  change: operation({ access: 'change', roles: ['lead', 'admin'] })
    .input(z.strictObject({
      /** 0 where the office has none of its own. */
      seenVersion: z.int().nonnegative(),
      /** `null` goes back to those that ship with Maji. */
      settings: ClockSettings.nullable(),
      why: Line.min(1),
      /** `seen` of the preview moves the running clocks it showed; `null` leaves them as they run. */
      moving: z.string().max(100).nullable(),
    }))
    .output(ClockSettingsInForce)
    .errors({ CHANGED_MEANWHILE: {}, PREVIEW_OUTDATED: {} }),
  ofCase: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId }))
    .output(ClocksOfCase)
    .errors({ CASE_NOT_FOUND: {} }),
  /** The clocks stand still from a day on, today or earlier. */
  pause: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, reason: PauseReason, from: PlainDate, note: Line.default('') }))
    .output(ClocksOfCase)
    .errors({ ...held, ALREADY_PAUSED: {}, PAUSE_IN_FUTURE: {}, PAUSE_BEFORE_CASE: {}, PAUSES_OVERLAP: {} }),
  /** They run again from a day on, today or earlier; every due day moves by the days between. */
  resume: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...seen, on: PlainDate }))
    .output(ClocksOfCase)
    .errors({ ...held, NOT_PAUSED: {}, PAUSE_IN_FUTURE: {}, END_BEFORE_START: {} }),
}
