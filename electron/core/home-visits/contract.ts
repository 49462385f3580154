/** Home visits (가정방문): the plan of a day, beginning a record at the door. */
export const homeVisits = {}
