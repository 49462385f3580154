/** The timeline as the page and the paper have it: what is worth showing, with the names of what stands in it. */
import type { PlainDate } from '../../kernel/dates.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { LifeEvent, Target, WelfareService } from '../../policy/welfare-service.ts'
import type { LookingAhead, TimelineCard } from '../contract.ts'
import type { HouseholdFacts } from '../household-facts.ts'
import type { EligibilityTexts } from '../texts.ts'
import type { TimelineRow } from './timeline.ts'
import { isSensitiveFact } from '../facts.ts'
import { leavesIn } from './leaves-in.ts'
import { timelineOf } from './timeline-of.ts'

export function lookAhead(household: HouseholdFacts, catalogue: Catalogue, on: PlainDate, texts: EligibilityTexts): LookingAhead {
  const timeline = timelineOf(household, catalogue, on, texts)
  const rows = timeline.rows.filter(isWorthShowing)
  const cards = [...new Set(rows.map(({ serviceId }) => serviceId))].flatMap((id): [string, TimelineCard][] => {
    const entry = catalogue.services.get(id)
    return entry ? [[id, cardOf(entry)]] : []
  })
  return { timeline: { ...timeline, rows }, services: Object.fromEntries(cards) }
}

/** What begins, ends or changes. What stays as it is belongs to the lookup of the day. */
const isWorthShowing = ({ changes }: TimelineRow): boolean => changes.length > 0

/** Groups that somebody belongs to or not, whatever the age. */
const byMeans: ReadonlySet<string> = new Set(['low-income', 'multi-child'] satisfies Target[])
const agesOfLife: ReadonlySet<string> = new Set(['turning-65', 'school-entry'] satisfies LifeEvent[])

const cardOf = ({ name, kind, worth, discreet, criteria, lifeEvents, targets }: WelfareService): TimelineCard => ({
  name,
  kind,
  worth,
  ...(discreet ? { discreet: true as const } : {}),
  ...(criteria.flatMap(leavesIn).some(leaf => 'fact' in leaf && isSensitiveFact(leaf.fact)) ? { sensitive: true as const } : {}),
  ...(lifeEvents.some(event => agesOfLife.has(event)) && targets.every(target => byMeans.has(target)) ? { comesWithAge: true as const } : {}),
})
