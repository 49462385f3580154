/** What changes for the stored households: counted by service and direction, then shown by name to the lead. */
import { eventIterator } from '@orpc/contract'
import * as z from 'zod'
import { keepers, operation } from '../../kernel/contract.ts'
import { PlainDate } from '../../kernel/dates.ts'
import { BilingualText } from '../../kernel/text.ts'
import { Compared, Direction, FlippedHousehold, LookingAgain, RunId } from './model.ts'

export const rescreen = {
  /** Days ahead on which figures of the rules in force or of the draft begin: the ones worth looking at. */
  days: operation({ access: 'read', roles: keepers, quiet: true })
    .output(z.array(z.object({ on: PlainDate, figures: z.array(BilingualText), inDraft: z.boolean() }))),
  /** Looks all stored households up twice. Ends when it is done, when the page stops listening, or with the session. */
  look: operation({ access: 'read', roles: keepers })
    .input(Compared)
    .output(eventIterator(LookingAgain))
    .errors({ LOOKING_AGAIN_ALREADY: {}, RELEASE_NOT_FOUND: {}, DRAFT_DOES_NOT_HOLD: { data: z.object({ count: z.int() }) } }),
  /** Who it is, those told no first. Every household shown stands in the access log. */
  households: operation({ access: 'own', roles: ['lead'] })
    .input(z.strictObject({ run: RunId, direction: Direction, offset: z.int().nonnegative().default(0) }))
    .output(z.object({
      /** How many can be shown; more of a very large group are only counted. */
      total: z.int().nonnegative(),
      shown: z.array(FlippedHousehold),
    }))
    .errors({ RUN_NOT_FOUND: {} }),
}
