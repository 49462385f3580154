/** All handlers of meetings. */
export const meetingHandlers = {}
