/** Why a verdict is shown as to be checked (확인 필요): the entry's own doubt, a stale entry, a doubtful figure. */
import type { BilingualText } from '../../kernel/text.ts'
import type { CompiledService } from '../compile-service.ts'
import type { PreparedHousehold } from '../prepare-household.ts'
import type { EligibilityTexts } from '../texts.ts'
import { doubtAbout } from '../../policy/figure.ts'
import { oncePer } from '../once-per.ts'
import { say } from '../texts.ts'

/** The same for every member of a household, so worked out once for a lookup. */
export const doubtsAbout = oncePer(({ on }: PreparedHousehold, { service, figures }: CompiledService, texts: EligibilityTexts): BilingualText[] => {
  const doubts: BilingualText[] = []
  if (service.toCheck)
    doubts.push(service.toCheck)
  if (on > service.reviewBy)
    doubts.push(say(texts, 'doubt.entry-past-review', { reviewBy: service.reviewBy }))
  for (const parameter of figures) {
    const doubt = doubtAbout(parameter, on)
    if (doubt)
      doubts.push(say(texts, `doubt.${doubt}`, { figure: parameter.label, reviewBy: parameter.reviewBy, on }))
  }
  return doubts
})
