/** Case meetings (사례회의): agenda, decisions, minutes, outside members. */
export const meetings = {}
