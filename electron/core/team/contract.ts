/** Sharing the work of a team: transfers, deputies, leaving, assignment rules, what a lead watches over. */
export const team = {}
