/** Looking ten years ahead for the household of a visit, from what is known of it today. Nothing is kept of it. */
import type { Catalogue } from '../policy/catalogue.ts'
import type { LookingAhead, TimelineCard } from './contract.ts'
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { door } from '../door.ts'
import { findVisitRow } from '../intake/find-visit.ts'
import { factsOfHousehold } from './look-up-visit.ts'
import { eligibilityTexts } from './texts-of-host.ts'
import { timelineOf } from './timeline/timeline-of.ts'
import { isWorthShowing } from './timeline/worth-showing.ts'

export const lookAheadVisit = door.eligibility.timeline.handler(async ({ input, errors, context }) => {
  const { db, host, today, about } = context
  about('visit', input.visitId)
  const visit = await findVisitRow(db, input.visitId)
  if (!visit)
    throw errors.VISIT_NOT_FOUND()
  const household = await factsOfHousehold(context, visit)
  const catalogue = await catalogueInForce(db, host)
  const timeline = timelineOf(household, catalogue, today, eligibilityTexts(host.texts))
  return withCards({ ...timeline, rows: timeline.rows.filter(isWorthShowing) }, catalogue)
})

/** The timeline with the names of what stands in it. */
export function withCards(timeline: LookingAhead['timeline'], { services }: Catalogue): LookingAhead {
  const cards = [...new Set(timeline.rows.map(({ serviceId }) => serviceId))].flatMap((id): [string, TimelineCard][] => {
    const entry = services.get(id)
    return entry ? [[id, { name: entry.name, kind: entry.kind, worth: entry.worth, ...(entry.discreet ? { discreet: true as const } : {}) }]] : []
  })
  return { timeline, services: Object.fromEntries(cards) }
}
