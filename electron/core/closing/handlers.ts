/** All handlers of closing. */
export const closingHandlers = {}
