/** Papers that take long: the booklet, all guides of a day. Begun, watched, cancelled, taken. */

export const paperJobs = {}
