/** All handlers of paper-texts. A registry and nothing else. */

export const paperTextsHandlers = {}
