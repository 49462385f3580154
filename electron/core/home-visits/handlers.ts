/** All handlers of homeVisits. */
export const homeVisitHandlers = {}
