/** Closing a case: asking, approving, after-care, reopening. */
export const closing = {}
