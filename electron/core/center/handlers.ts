/** All handlers of the office's settings. A registry and nothing else. */
import { addHoliday, holidays, removeHoliday } from './added-holidays.ts'
import { changeSettings, settings } from './change-settings.ts'

export const centerHandlers = {
  settings,
  change: changeSettings,
  holidays,
  addHoliday,
  removeHoliday,
}
