/** All handlers of worklist. */
import { applyBulk, previewBulk } from './bulk/handlers.ts'
import { markAppointment, moveAppointment, saveAppointment } from './calendar/appointments.ts'
import { appointmentsOfCase, calendar, clashes } from './calendar/read-calendar.ts'
import { orderVisits, visitPlan } from './calendar/visit-plan.ts'
import { areas, heads, list, order, rows } from './list-cases.ts'
import { filters, orderFilters, removeFilter, saveFilter } from './saved-filters.ts'
import { addTask, doneTask, moveTask, tasks } from './tasks.ts'
import { today } from './today.ts'

export const worklistHandlers = {
  list,
  heads,
  order,
  rows,
  areas,
  today,
  tasks,
  addTask,
  doneTask,
  moveTask,
  filters,
  saveFilter,
  orderFilters,
  removeFilter,
  previewBulk,
  applyBulk,
  calendar,
  clashes,
  appointmentsOfCase,
  saveAppointment,
  moveAppointment,
  markAppointment,
  visitPlan,
  orderVisits,
}
