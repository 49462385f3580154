/** All handlers of team. */
export const teamHandlers = {}
