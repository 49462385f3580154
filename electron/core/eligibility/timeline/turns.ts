/**
 * On which days a criterion can turn for a household, and what happens on them in words.
 *
 * The days are a superset: on every other day the criterion answers as on the day before. A kind that does not say
 * on which days it can turn does not compile.
 */
import type { PlainDate } from '../../kernel/dates.ts'
import type { Parameter } from '../../policy/parameter.ts'
import type { Counts } from '../../policy/welfare-service.ts'
import type { LeafCriterion, LeafKind, Limit } from '../criteria.ts'
import type { FactTable } from '../fact-table.ts'
import type { HouseholdFacts, MemberFacts } from '../household-facts.ts'
import type { EligibilityTexts, Fillings } from '../texts.ts'
import { plainDate } from '../../kernel/calendar.ts'
import { addDays, dayOfCompleting, firstDayOfMonth, lastDayOfPeriod } from '../../kernel/dates.ts'
import { ageOfOwnHousehold, agesOfService } from '../counted.ts'
import { kindOf } from '../fact-table.ts'
import { period } from '../reasons/wording.ts'
import { factLabel, term } from '../texts.ts'

export interface Turn {
  readonly day: PlainDate
  /** Of a sentence in `reasons.json`, under `timeline.`. */
  readonly key: string
  readonly fill: (texts: EligibilityTexts) => Fillings
  /** Where the day comes from, when not from the criterion: the notice of a figure, the rule of who counts. */
  readonly basis?: string
  /** Somebody reaches an age on it: what a service may be applied for ahead of. */
  readonly ofAge?: true
}

/** What a criterion is read against. */
export interface Ground {
  readonly household: HouseholdFacts
  readonly counts: Counts
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly facts: FactTable
}

type TurnsOf<Kind extends LeafKind> = (criterion: Extract<LeafCriterion, { kind: Kind }>, member: MemberFacts | null, ground: Ground) => readonly Turn[]

const never = (): readonly Turn[] => []

const turns: { readonly [Kind in LeafKind]: TurnsOf<Kind> } = {
  'age': ({ unit, from, below, at }, member) => [from, below].flatMap((age): readonly Turn[] => {
    const day = member?.birth && age !== undefined ? dayOfCompleting(member.birth, age, unit) : undefined
    if (!day)
      return []
    const { key, fillings } = ageInWords(age!, unit)
    // what counts by a day of the year counts from the first day of the year on
    if (at !== undefined && at !== 'month-end')
      return [{ day: plainDate(Number(day.slice(0, 4)) + (day.slice(5) <= at ? 0 : 1), 1, 1), key: `${key}.by-day`, fill: () => ({ ...fillings, day: at }), ofAge: true }]
    // by the last day of its month the age is reached from the first of that month on
    return [{ day: at ? firstDayOfMonth(day) : day, key: `${key}${at ? '.month' : ''}`, fill: () => fillings, ofAge: true }]
  }),
  // Neither the window nor the day of birth ever moves.
  'born': never,
  'year-age': ({ from, below }, member) => [from, below].flatMap((age) => {
    const year = member?.birth && age !== undefined ? Number(member.birth.slice(0, 4)) + age : Number.NaN
    return year <= 9999 ? [{ day: plainDate(year, 1, 1), key: 'year-age', fill: () => ({ age }), ofAge: true }] : []
  }),
  'sex': never,
  'relation': never,
  'living-together': never,
  'fact': never,
  'amount': ({ atLeast, atMost }, _member, ground) => limitTurns([atLeast, atMost], ground),
  'since': ({ fact, within }, member, { household, facts }) => {
    const answers = kindOf(facts, fact).about === 'person' ? member?.facts : household.facts
    const start = answers?.[fact]
    return typeof start === 'string'
      ? [
          { day: start as PlainDate, key: 'since.begins', fill: texts => ({ label: factLabel(texts, fact) }) },
          { day: dayAfter(start as PlainDate, within), key: 'since.over', fill: texts => ({ label: factLabel(texts, fact), period: period(texts, within) }) },
        ]
      : []
  },
  'income': ({ atMost }, _member, ground) => limitTurns([atMost], ground),
  'household-size': (_criterion, _member, ground) => sizeTurns(ground),
  'receives': never,
  'resides': ({ atLeast }, _member, { household: { residence } }) => atLeast
    ? [residence.inDistrictSince, residence.inProvinceSince].flatMap((since) => {
        const day = since && dayOfCompleting(since, atLeast.count, atLeast.unit)
        return day ? [{ day, key: 'resides', fill: (texts: EligibilityTexts) => ({ period: period(texts, atLeast) }) }] : []
      })
    : [],
  'event': ({ within }, _member, { household: { event } }) => within && event?.on
    ? [
        { day: event.on, key: 'event.begins', fill: texts => ({ event: term(texts, `event.${event.kind}`) }) },
        { day: dayAfter(event.on, within), key: 'event.over', fill: texts => ({ event: term(texts, `event.${event.kind}`), period: period(texts, within) }) },
      ]
    : [],
  'office-decides': never,
}

export function turnsOf<Kind extends LeafKind>(criterion: LeafCriterion & { kind: Kind }, member: MemberFacts | null, ground: Ground): readonly Turn[] {
  const of: TurnsOf<Kind> = turns[criterion.kind as Kind]
  return of(criterion as Extract<LeafCriterion, { kind: Kind }>, member, ground)
}

/** Nobody counts the months of a grown person. */
const countedInMonths = 36

function ageInWords(age: number, unit: 'years' | 'months'): { readonly key: string, readonly fillings: Fillings } {
  if (unit === 'months' && age < countedInMonths)
    return { key: 'age.months', fillings: { age } }
  const [years, months] = unit === 'years' ? [age, 0] : [Math.floor(age / 12), age % 12]
  return months === 0 ? { key: 'age.years', fillings: { age: years } } : { key: 'age.years-and-months', fillings: { age: years, months } }
}

/** The first day on which a period that runs from the day, itself not counted, is over. */
const dayAfter = (day: PlainDate, { count, unit }: { readonly count: number, readonly unit: 'days' | 'weeks' | 'months' | 'years' }): PlainDate =>
  addDays(lastDayOfPeriod(addDays(day, 1), count, unit), 1)

/** A border moves with its figure, and with how many count. */
function limitTurns(limits: readonly (Limit | undefined)[], ground: Ground): readonly Turn[] {
  const figures = limits.flatMap(limit => typeof limit === 'object' && 'parameter' in limit ? ground.parameters.get(limit.parameter) ?? [] : [])
  return [
    ...figures.flatMap(({ label, values }) => values.map(({ from, source }): Turn => ({ day: from, key: 'figures', fill: () => ({ year: from.slice(0, 4), figure: label }), basis: source.title }))),
    ...sizeTurns(ground),
  ]
}

/** Who counts though living apart is a matter of age in the one way of counting. */
function sizeTurns({ counts, household: { members } }: Ground): readonly Turn[] {
  const ages = [agesOfService.from, ageOfOwnHousehold, agesOfService.below]
  return counts !== 'family'
    ? []
    : members.filter(({ relation }) => relation === 'child' || relation === 'spouse').flatMap(({ birth }) => ages.flatMap((age) => {
        const day = birth && dayOfCompleting(birth, age, 'years')
        return day ? [{ day, key: 'size', fill: () => ({ age }), basis: '국민기초생활 보장법 시행령 제2조' }] : []
      }))
}
