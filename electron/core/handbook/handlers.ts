/** All handlers of handbook. */
export const handbookHandlers = {}
