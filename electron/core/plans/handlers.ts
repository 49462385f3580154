/** All handlers of plans. */
export const planHandlers = {}
