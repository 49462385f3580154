/** All handlers of home visits. */
import { accept } from './accept-proposal.ts'
import { begin } from './begin-visit.ts'
import { proposals } from './visit-proposals.ts'

export const homeVisitHandlers = { begin, proposals, accept }
