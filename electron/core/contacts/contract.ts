/** Contacts: tries, refusals, gift packs. */
export const contacts = {}
