/** The worklist: whose cases, filters, tasks, what is done to several cases at once, the calendar and the visit plan. */
import * as z from 'zod'
import { caseworkers, operation } from '../kernel/contract.ts'
import { PlainDate } from '../kernel/dates.ts'
import { AppointmentId, CaseId, FilterId, StaffId, TaskId } from '../kernel/ids.ts'
import { Line, Version } from '../kernel/names.ts'
import { Appointment, AppointmentKind, AppointmentStatus, CalendarPage, Clashes, ClockTime, VisitPlan } from './calendar/model.ts'
import { BulkAction, BulkLine, SavedFilter, Scope, Task, TodayItem, WorklistCounts, WorklistFilter, WorklistOrder, WorklistRow } from './model.ts'

const asked = { scope: Scope, filter: WorklistFilter, order: WorklistOrder.default('due') }
const heldTask = { taskId: TaskId, seenVersion: Version }
const noTask = { TASK_NOT_FOUND: {}, CASE_NOT_OPEN: {}, CHANGED_MEANWHILE: {} } as const
const heldAppointment = { appointmentId: AppointmentId, seenVersion: Version }
const noAppointment = { APPOINTMENT_NOT_FOUND: {}, CASE_NOT_OPEN: {}, APPOINTMENT_OF_MEETING: {}, CHANGED_MEANWHILE: {} } as const
const noBulk = { NOT_A_PLANNER: {}, DAY_IN_PAST: {} } as const
const when = { day: PlainDate, starts: ClockTime.nullable(), minutes: z.int().min(5).max(720) }

export const worklist = {
  /** The first rows; how many there are in all is told by `order`. */
  list: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ ...asked, take: z.int().min(1).max(200).default(60) }))
    .output(z.array(WorklistRow)),
  /** Late, today, crisis and new over the whole scope, and whose cases it can show. */
  heads: operation({ access: 'read', roles: caseworkers, quiet: true })
    .input(z.strictObject({ scope: Scope }))
    .output(z.object({ counts: WorklistCounts, planners: z.array(z.object({ id: StaffId, name: z.string() })) })),
  /** The ids of the whole list one after the other, 36 letters each: no row, nobody's name. */
  order: operation({ access: 'read', roles: caseworkers, quiet: true })
    .input(z.strictObject(asked))
    .output(z.object({ ids: z.string() })),
  /** The rows of a window. */
  rows: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ caseIds: z.array(CaseId).min(1).max(200) }))
    .output(z.array(WorklistRow)),
  areas: operation({ access: 'read', roles: caseworkers, quiet: true })
    .input(z.strictObject({ scope: Scope }))
    .output(z.array(z.object({ area: z.string(), count: z.int() }))),

  today: operation({ access: 'read', roles: caseworkers })
    .output(z.array(TodayItem)),
  tasks: operation({ access: 'read', roles: caseworkers })
    .output(z.array(Task)),
  addTask: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId.nullable(), what: Line.min(1), dueOn: PlainDate }))
    .output(Task)
    .errors({ CASE_NOT_FOUND: {}, CASE_NOT_OPEN: {}, DAY_IN_PAST: {} }),
  doneTask: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...heldTask, done: z.boolean().default(true) }))
    .output(Task)
    .errors(noTask),
  moveTask: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...heldTask, dueOn: PlainDate }))
    .output(Task)
    .errors({ ...noTask, DAY_IN_PAST: {} }),

  filters: operation({ access: 'read', roles: caseworkers, quiet: true })
    .output(z.array(SavedFilter)),
  saveFilter: operation({ access: 'change', roles: caseworkers, quiet: true })
    .input(z.strictObject({ filterId: FilterId.nullable(), name: Line.min(1).max(40), order: WorklistOrder, filter: WorklistFilter }))
    .output(z.array(SavedFilter))
    .errors({ FILTER_NOT_FOUND: {}, TOO_MANY_FILTERS: { data: z.object({ most: z.int() }) } }),
  orderFilters: operation({ access: 'change', roles: caseworkers, quiet: true })
    .input(z.strictObject({ filterIds: z.array(FilterId).max(50) }))
    .output(z.array(SavedFilter)),
  removeFilter: operation({ access: 'change', roles: caseworkers, quiet: true })
    .input(z.strictObject({ filterId: FilterId }))
    .output(z.array(SavedFilter))
    .errors({ FILTER_NOT_FOUND: {} }),

  /** Each case with what would change, or why it would not. Giving cases to others is the lead's. */
  previewBulk: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ caseIds: z.array(CaseId).min(1).max(500), action: BulkAction }))
    .output(z.object({
      lines: z.array(BulkLine),
      /** Who would have them, and how many cases then. */
      taker: z.object({ id: StaffId, name: z.string(), openNow: z.int(), openThen: z.int(), limit: z.int(), absent: z.boolean() }).nullable(),
    }))
    .errors(noBulk),
  applyBulk: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ cases: z.array(z.strictObject({ caseId: CaseId, seenVersion: Version })).min(1).max(500), action: BulkAction }))
    .output(z.object({ done: z.array(CaseId) }))
    .errors({ ...noBulk, CHANGED_MEANWHILE: {} }),

  /** Appointments, meetings and holidays from one day to another, six weeks at most. */
  calendar: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ from: PlainDate, to: PlainDate, whose: z.enum(['mine', 'team']) }))
    .output(CalendarPage)
    .errors({ END_BEFORE_START: {} }),
  /** What stands at that time already: no resident, only times. */
  clashes: operation({ access: 'read', roles: caseworkers, quiet: true })
    .input(z.strictObject({ ...when, staffId: StaffId.optional(), except: AppointmentId.nullable() }))
    .output(Clashes),
  /** Of one case: what is planned, and what was. */
  appointmentsOfCase: operation({ access: 'read', roles: caseworkers })
    .input(z.strictObject({ caseId: CaseId }))
    .output(z.array(Appointment))
    .errors({ CASE_NOT_FOUND: {} }),
  saveAppointment: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({
      /** `null` for a new one. */
      appointmentId: AppointmentId.nullable(),
      /** 0 for a new one. */
      seenVersion: z.int().nonnegative(),
      kind: AppointmentKind,
      caseId: CaseId.nullable(),
      ...when,
      /** Whoever asks, unless a colleague is named. */
      staffId: StaffId.optional(),
      place: Line,
      note: Line,
      bring: Line,
      caution: Line,
    }))
    .output(Appointment)
    .errors({ ...noAppointment, CASE_NOT_FOUND: {}, DAY_IN_PAST: {}, CASE_NEEDED: {}, NOT_A_PLANNER: {} }),
  /** To another day or time, by hand in the calendar. */
  moveAppointment: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...heldAppointment, day: PlainDate, starts: ClockTime.nullable() }))
    .output(Appointment)
    .errors({ ...noAppointment, DAY_IN_PAST: {} }),
  /** Done, cancelled, or planned again. */
  markAppointment: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ ...heldAppointment, status: AppointmentStatus }))
    .output(Appointment)
    .errors(noAppointment),

  /** The home visits of a day in the order they are driven, with names and addresses; each case stands in the access log. */
  visitPlan: operation({ access: 'own', roles: caseworkers })
    .input(z.strictObject({ day: PlainDate }))
    .output(VisitPlan),
  /** By hand; an empty list goes back to the order that is proposed. */
  orderVisits: operation({ access: 'change', roles: caseworkers })
    .input(z.strictObject({ day: PlainDate, appointmentIds: z.array(AppointmentId).max(60) }))
    .output(z.object({ done: z.int() })),
}
