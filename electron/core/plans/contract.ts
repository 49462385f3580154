/** What is done with a plan beside writing it: agreeing, reviewing, approving. */
export const plans = {}
