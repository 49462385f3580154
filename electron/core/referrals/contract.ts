/** Agencies and referrals to them (의뢰·연계). */
export const referrals = {}
