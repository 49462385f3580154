/** All handlers of paper-jobs. A registry and nothing else. */

export const paperJobsHandlers = {}
