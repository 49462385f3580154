/** The made-up visits of the sample center: families of many kinds, cases in every state, and today's line. */
import type { SampleDays } from './sample-days.ts'
import type { SampleVisit } from './sample-visit.ts'
import { birthAndChildren } from './visits-of-children.ts'
import { olderPeople } from './visits-of-elders.ts'
import { hardTimes } from './visits-in-hardship.ts'
import { withoutNames } from './visits-without-names.ts'

export const sampleVisits = (days: SampleDays): SampleVisit[] =>
  [...olderPeople(days), ...birthAndChildren(days), ...hardTimes(days), ...withoutNames(days)]
