/** All handlers of familyMap. */
export const familyMapHandlers = {}
