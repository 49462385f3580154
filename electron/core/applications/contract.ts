/** Applications for services (신청). */
export const applications = {}
