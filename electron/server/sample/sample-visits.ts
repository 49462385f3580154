/** The made-up visits of the sample center: families of many kinds, cases in every state, and today's line. */
import type { SampleDays } from './sample-days.ts'
import type { SampleVisit } from './sample-visit.ts'
import { hardTimes } from './visits-in-hardship.ts'
import { birthAndChildren } from './visits-of-children.ts'
import { olderPeople } from './visits-of-elders.ts'
import { withoutNames } from './visits-without-names.ts'

export function sampleVisits(days: SampleDays): SampleVisit[] {
  return [
    ...olderPeople(days),
    ...birthAndChildren(days),
    ...hardTimes(days),
    ...withoutNames(days),
  ]
}
