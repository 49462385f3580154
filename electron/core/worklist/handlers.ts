/** All handlers of worklist. */
export const worklistHandlers = {}
