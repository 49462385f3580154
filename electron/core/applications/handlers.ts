/** All handlers of applications. */
export const applicationHandlers = {}
