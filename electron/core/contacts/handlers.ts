/** All handlers of contacts. */
export const contactHandlers = {}
