/** Whether health may be written where a field names nobody: the consent of the person who came counts, as in the core. */
import type { CasePage } from '#core/cases/contract'

export const mayKeepHealth = (page: Pick<CasePage, 'household'>): boolean =>
  page.household.members.some(({ visitor, sensitiveAllowed }) => visitor && sensitiveAllowed)
