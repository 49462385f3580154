/** What conditions are put into words and checked against: the catalogue with the draft, the sentences, the day. */
import type { EligibilityTexts } from '../../eligibility/texts.ts'
import type { Host } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { Counts } from '../../policy/welfare-service.ts'
import { eligibilityTexts } from '../../eligibility/texts-of-host.ts'
import { withFactTexts } from '../../eligibility/texts.ts'

export interface RuleSetting {
  readonly catalogue: Catalogue
  readonly texts: EligibilityTexts
  /** For the words of this part, in `catalogue.json`. */
  readonly words: Host['texts']
  readonly on: PlainDate
  readonly counts: Counts
}

export const ruleSetting = (host: Pick<Host, 'texts'>, catalogue: Catalogue, on: PlainDate, counts: Counts = 'registered'): RuleSetting =>
  ({ catalogue, texts: withFactTexts(eligibilityTexts(host.texts), catalogue.facts), words: host.texts, on, counts })
