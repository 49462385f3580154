/** The worklist: whose cases, filters, bulk actions, tasks, the calendar. */
export const worklist = {}
