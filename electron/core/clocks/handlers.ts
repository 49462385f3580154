/** All handlers of clocks. */
export const clockHandlers = {}
