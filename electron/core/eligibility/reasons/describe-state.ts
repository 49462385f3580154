/** How things stand, as far as it is known, in a short clause: "만 8세예요". The first half of a finding. */
import type { BilingualText } from '../../kernel/text.ts'
import type { Check } from '../checks/check.ts'
import type { LeafCriterion, LeafKind } from '../criteria.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { Scene } from './describe-criterion.ts'
import { ageByDay } from '../age-by-day.ts'
import { sizeOf } from '../counted.ts'
import { say, term } from '../texts.ts'
import { answerInWords, nameOfFact } from './wording.ts'

type State<Kind extends LeafKind> = (
  criterion: Extract<LeafCriterion, { kind: Kind }>,
  scene: Scene & { readonly holds: boolean, readonly counts: 'registered' | 'family' | 'couple' | 'member' },
  member: PreparedMember | null,
  actual: Check['actual'],
) => BilingualText

/** `yes` and `no` are sentences of their own where a word for the state would be awkward. */
const yesOrNo = (holds: boolean): 'yes' | 'no' => holds ? 'yes' : 'no'

const states: { readonly [Kind in LeafKind]: State<Kind> } = {
  'age': ({ unit, at }, { texts, household }, member) => {
    if (at !== undefined && at !== 'month-end')
      return say(texts, `state.age.${unit}.at-day`, { age: ageByDay(member?.birth, unit, at, household.on), day: at })
    const years = at ? member?.yearsAtMonthEnd : member?.years
    const months = at ? member?.monthsAtMonthEnd : member?.months
    return say(texts, `state.age.${unit}`, { age: unit === 'months' ? months : years })
  },
  'born': (_criterion, { texts, holds }) => say(texts, `state.born.${yesOrNo(holds)}`),
  'year-age': (_criterion, { texts, household }, member) => say(texts, 'state.year-age', { age: household.year - (member?.birthYear ?? Number.NaN) }),
  'sex': (_criterion, { texts }, member) => say(texts, 'state.sex', { sex: term(texts, `sex.${member?.source.sex}`) }),
  'relation': (_criterion, { texts }, member) => say(texts, 'state.relation', { relation: term(texts, `relation.${member?.source.relation}`) }),
  'living-together': (_criterion, { texts }, member) => say(texts, `state.living-together.${member?.source.livingTogether}`),
  'fact': ({ fact }, { texts, household }, member, actual) => valueOf(fact, texts, household, actual?.(member, household)),
  'amount': ({ fact }, { texts, household }, member, actual) => valueOf(fact, texts, household, actual?.(member, household)),
  'since': ({ fact }, { texts, household }, member, actual) => valueOf(fact, texts, household, actual?.(member, household)),
  'income': ({ measure }, { texts, household }, member, actual) => valueOf(measure, texts, household, actual?.(member, household)),
  'household-size': (_criterion, { texts, household, counts }, member) => {
    const { min, max } = sizeOf(counts, member, household)
    return min === max ? say(texts, 'state.household-size', { size: min }) : say(texts, 'state.household-size.span', { min, max })
  },
  'receives': ({ service }, { texts, services, holds }) => say(texts, `state.receives.${yesOrNo(holds)}`, { service: services.get(service)?.name ?? service }),
  'resides': ({ district, atLeast }, { texts, household: { source: { residence } } }) => {
    const place = [residence.province, residence.district].filter(Boolean).join(' ')
    const since = district ? residence.inDistrictSince : residence.inProvinceSince ?? residence.inDistrictSince
    return atLeast && since ? say(texts, 'state.resides.since', { place, since }) : say(texts, 'state.resides', { place })
  },
  'event': ({ within }, { texts, household: { source: { event } } }) => within && event?.on
    ? say(texts, 'state.event.on', { event: term(texts, `event.${event.kind}`), on: event.on })
    : say(texts, 'state.event', { event: term(texts, `event.${event?.kind}`) }),
  'office-decides': ({ what }) => what,
}

function valueOf(fact: Parameters<typeof nameOfFact>[1], texts: Scene['texts'], { factTable }: PreparedHousehold, value: ReturnType<NonNullable<Check['actual']>>): BilingualText {
  return value === undefined || value === null
    ? nameOfFact(texts, fact)
    : say(texts, 'state.fact', { label: nameOfFact(texts, fact), value: answerInWords(texts, factTable, fact, value) })
}

export function describeState<Kind extends LeafKind>(
  criterion: LeafCriterion & { kind: Kind },
  scene: Parameters<State<Kind>>[1],
  member: PreparedMember | null,
  actual: Check['actual'],
): BilingualText {
  const state: State<Kind> = states[criterion.kind as Kind]
  return state(criterion as Extract<LeafCriterion, { kind: Kind }>, scene, member, actual)
}
