/** All handlers of clocks. */
import { change, preview, settings } from './change-clocks.ts'
import { ofCase, pause, resume } from './pause-case.ts'

export const clockHandlers = { settings, preview, change, ofCase, pause, resume }
