/**
 * Looking ahead: when each service is likely, to be asked first or unlikely for each member over the next years.
 *
 * Pure. What is known today is taken to stay (income, disability, who lives there); what moves by itself is ages,
 * periods, figures and rules whose day is known. Every verdict is the lookup's own of that day: only the days on which
 * something can turn are looked at, and the days between them are as the one before.
 */
import type { PlainDate } from '../../kernel/dates.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { CompiledService } from '../compile-service.ts'
import type { HouseholdFacts } from '../household-facts.ts'
import type { PreparedHousehold } from '../prepare-household.ts'
import type { EligibilityTexts } from '../texts.ts'
import type { Verdict } from '../verdict.ts'
import type { Change, Interval, Timeline, TimelineRow } from './timeline.ts'
import type { Ground } from './turns.ts'
import { addDays, dayOfCompleting } from '../../kernel/dates.ts'
import { compileCatalogue } from '../compile-service.ts'
import { verdictOf } from '../look-up.ts'
import { prepareHousehold } from '../prepare-household.ts'
import { say, withFactTexts } from '../texts.ts'
import { breakDays } from './break-days.ts'
import { memberIn } from './causes.ts'
import { changeOf } from './change-of.ts'

/** What holds from a day on, and the day looked at before; no verdict while the service is not offered or the person is no member. */
interface Stretch { readonly from: PreparedHousehold, readonly eve: PreparedHousehold, readonly verdict: Verdict | null }

interface Ahead {
  readonly ground: Omit<Ground, 'counts'>
  readonly on: PlainDate
  readonly until: PlainDate
  /** Each day is made ready once, for all services. */
  readonly at: (day: PlainDate) => PreparedHousehold
  readonly texts: EligibilityTexts
}

/**
 * @param household what is known; whatever is left out is not known
 * @param on the first day looked at, with `years` more after it
 */
export function timelineOf(household: HouseholdFacts, catalogue: Catalogue, on: PlainDate, texts: EligibilityTexts, { years = 10 } = {}): Timeline {
  const until = dayOfCompleting(on, years, 'years') ?? lastOfAll
  const prepared = new Map<PlainDate, PreparedHousehold>()
  const ahead: Ahead = {
    ground: { household, parameters: catalogue.parameters, facts: catalogue.facts },
    on,
    until,
    texts: withFactTexts(texts, catalogue.facts),
    at(day) {
      const known = prepared.get(day) ?? prepareHousehold(household, day, catalogue.facts)
      prepared.set(day, known)
      return known
    },
  }
  const rows = compileCatalogue(catalogue).flatMap(compiled => rowsOf(compiled, ahead))
  return { on, until, release: catalogue.release, rows: inOrder(rows, household), note: say(ahead.texts, 'timeline.note') }
}

const lastOfAll = '9999-12-31' as PlainDate

/** A row for each member, or one for the household; none for what is never more than unlikely. */
function rowsOf(compiled: CompiledService, ahead: Ahead): readonly TimelineRow[] {
  const { service } = compiled
  const { household } = ahead.ground
  const ground: Ground = { ...ahead.ground, counts: service.counts }
  const days = [...new Set([ahead.on, ...breakDays(service, ground).filter(day => day > ahead.on && day <= ahead.until)])].toSorted().map(ahead.at)
  const subjects = service.concerns === 'household' ? [null] : household.members.map(({ id }) => id)
  // one day after the other, so that the figures of a day are looked up once for everybody
  const verdicts = days.map(day => subjects.map(id => verdictOn(compiled, id, day)))
  return subjects.flatMap((memberId, place) => {
    const stretches = stretchesOf(days, verdicts.map(ofDay => ofDay[place]!))
    return stretches.some(({ verdict }) => verdict === 'likely' || verdict === 'ask-first')
      ? [{ serviceId: service.id, memberId, intervals: intervalsOf(stretches, ahead.until), changes: changesOf(stretches, compiled, memberId, ground, ahead.texts) }]
      : []
  })
}

function verdictOn({ isOffered, test }: CompiledService, memberId: string | null, day: PreparedHousehold): Verdict | null {
  const member = memberIn(day, memberId)
  return isOffered(day) && (memberId === null || member) ? verdictOf(test(member, day)) : null
}

const stretchesOf = (days: readonly PreparedHousehold[], verdicts: readonly (Verdict | null)[]): readonly Stretch[] => days
  .map((from, at) => ({ from, eve: days[at - 1] ?? from, verdict: verdicts[at]! }))
  .filter(({ verdict }, at) => at === 0 || verdict !== verdicts[at - 1])

function intervalsOf(stretches: readonly Stretch[], until: PlainDate): Interval[] {
  return stretches.flatMap(({ from, verdict }, at) => {
    const next = stretches[at + 1]
    return verdict ? [{ verdict, from: from.on, until: next ? addDays(next.from.on, -1) : until }] : []
  })
}

const changesOf = (stretches: readonly Stretch[], compiled: CompiledService, memberId: string | null, ground: Ground, texts: EligibilityTexts): Change[] =>
  stretches.slice(1).map(({ from: after, eve: before, verdict }, at) =>
    changeOf(compiled, { memberId, before, after, from: stretches[at]!.verdict, to: verdict }, ground, texts))

function inOrder(rows: readonly TimelineRow[], { members }: HouseholdFacts): TimelineRow[] {
  const places = new Map(members.map(({ id }, at) => [id, at]))
  const placeOf = ({ memberId }: TimelineRow): number => memberId === null ? members.length : places.get(memberId) ?? 0
  const firstOf = ({ changes }: TimelineRow): string => changes[0]?.on ?? lastOfAll
  return rows.toSorted((left, right) => placeOf(left) - placeOf(right) || firstOf(left).localeCompare(firstOf(right)) || left.serviceId.localeCompare(right.serviceId))
}
