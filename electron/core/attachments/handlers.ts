/** All handlers of attachments. */
export const attachmentHandlers = {}
