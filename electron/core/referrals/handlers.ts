/** All handlers of referrals. */
export const referralHandlers = {}
