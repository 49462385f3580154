/** Every kind of record; a kind without its file does not compile. */
import type { RecordKind } from '../model.ts'
import type { KindOfRecord } from '../record-kind.ts'
import { closing } from './closing.ts'
import { crisisCheck } from './crisis-check.ts'
import { familyMap } from './family-map.ts'
import { firstCounselling } from './first-counselling.ts'
import { homeVisit } from './home-visit.ts'
import { needsSurvey } from './needs-survey.ts'
import { plan } from './plan.ts'

export const kinds: { readonly [Kind in RecordKind]: KindOfRecord<Kind> } = {
  'first-counselling': firstCounselling,
  'needs-survey': needsSurvey,
  'crisis-check': crisisCheck,
  'plan': plan,
  'home-visit': homeVisit,
  'family-map': familyMap,
  'closing': closing,
}

/** The same, for code that has the kind only as a value. */
export const kindOf = (kind: RecordKind): KindOfRecord<RecordKind> => kinds[kind] as unknown as KindOfRecord<RecordKind>
