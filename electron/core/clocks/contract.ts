/** The clocks of a case: limits, pauses, what is due. */
export const clocks = {}
