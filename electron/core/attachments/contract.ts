/** Photos and files of a case. */
export const attachments = {}
