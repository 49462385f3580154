/** Why a verdict is shown as to be checked (확인 필요): the entry's own doubt, a stale entry, a doubtful figure. */
import type { PlainDate } from '../../kernel/dates.ts'
import type { BilingualText } from '../../kernel/text.ts'
import type { CompiledService } from '../compile-service.ts'
import type { PreparedHousehold } from '../prepare-household.ts'
import type { EligibilityTexts } from '../texts.ts'
import { doubtAbout } from '../../policy/figure.ts'
import { oncePer } from '../once-per.ts'
import { say } from '../texts.ts'

interface DoubtsOfDay { readonly on: PlainDate, readonly doubts: BilingualText[] }

/** Of each service those of the last day that was asked about. */
const lastDoubts = oncePer((_texts: EligibilityTexts, _compiled: CompiledService): { last?: DoubtsOfDay } => ({}))

/** The same for everybody on that day, so worked out once. */
export function doubtsAbout({ on }: PreparedHousehold, compiled: CompiledService, texts: EligibilityTexts): BilingualText[] {
  const known = lastDoubts(texts, compiled)
  if (known.last?.on !== on)
    known.last = { on, doubts: doubtsOn(on, compiled, texts) }
  return known.last.doubts
}

function doubtsOn(on: PlainDate, { service, figures }: CompiledService, texts: EligibilityTexts): BilingualText[] {
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
}
