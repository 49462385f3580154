/**
 * What the counter knows already, as the first counselling begins with it: paperwork, household, facts, marks.
 *
 * Only what somebody said or ticked. What is not known stays empty, for an empty field asks.
 */
import type { KnownFact, MemberView } from '../households/model.ts'
import type { Paperwork, Visit } from '../intake/model.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { CrisisReason } from '../records/bodies/crisis-reasons.ts'
import type { FirstCounselling } from '../records/bodies/first-counselling.ts'
import type { NeedArea } from '../records/bodies/need-areas.ts'
import type { CounterKnowledge } from './read-counter.ts'
import { completedYears } from '../kernel/dates.ts'
import { memberRowId } from '../records/bodies/first-counselling.ts'

type Draft = Partial<FirstCounselling>

/** The age at which a household counts as one of old people (노인가구), and below which as one of children: 노인복지법, 아동복지법 제3조. */
const old = 65
const grown = 18

export function knownAtCounter(known: CounterKnowledge): Draft {
  const { household, paperwork, visit, words } = known
  const living = household.members.filter(({ diedOn, livingTogether }) => diedOn === null && livingTogether !== false)
  const won = (name: 'deposit' | 'monthly-rent' | 'monthly-income'): number | null => numberOf(household.facts[name])
  return {
    foundBy: foundBy(visit, paperwork),
    householdTypes: householdTypes(known, living),
    members: household.members.filter(({ diedOn }) => diedOn === null).map(member => ({ id: memberRowId(member.id), health: words.health(member), work: words.work(member), income: numberOf(member.facts['earned-income']) })),
    protection: protection(known),
    housing: { tenure: tenures[String(household.facts.tenure?.value)] ?? null, deposit: won('deposit'), monthlyRent: won('monthly-rent'), heating: '', note: '' },
    money: { income: won('monthly-income'), spending: null, debt: null, note: '' },
    inUse: words.inUse(household),
    complaint: words.concerns(paperwork),
    needs: [...new Set(concernsOf(paperwork).flatMap(concern => areaOf[concern] ?? []))],
    crisisReasons: crisisReasons(known),
    talk: words.howTheyCame(known),
  }
}

const numberOf = (fact: KnownFact | undefined): number | null => typeof fact?.value === 'number' ? fact.value : null
const isYes = (fact: KnownFact | undefined): boolean => fact?.value === true

/** Who came on their own and who was there for paperwork anyway; how a nurse or planner found them is not known here. */
function foundBy(visit: Pick<Visit, 'channel'> | undefined, paperwork: Paperwork | undefined): FirstCounselling['foundBy'] {
  if (visit?.channel !== 'counter' && visit?.channel !== 'phone')
    return null
  return paperwork?.event === 'counselling' || visit.channel === 'phone' ? 'self' : 'counter'
}

function householdTypes({ household, today }: CounterKnowledge, living: readonly MemberView[]): FirstCounselling['householdTypes'] {
  const facts = household.facts
  const ages = living.map(({ birth }) => birth ? completedYears(birth, today as PlainDate) : undefined)
  const all = (fits: (age: number) => boolean): boolean => ages.length > 0 && ages.every(age => age !== undefined && fits(age))
  const anybody = (fits: (member: MemberView) => boolean): boolean => living.some(fits)
  return [
    ...(living.length === 1 ? ['one-person' as const] : []),
    ...(isYes(facts['single-parent']) ? ['single-parent' as const] : []),
    ...(isYes(facts['grandparent-family']) ? ['grandparent' as const] : []),
    ...(all(age => age >= old) ? ['elderly' as const] : []),
    ...(anybody(member => ['mild', 'severe'].includes(String(member.facts.disability?.value))) ? ['disability' as const] : []),
    ...(isYes(facts.multicultural) || anybody(member => isYes(member.facts['marriage-migrant'])) ? ['multicultural' as const] : []),
    ...(anybody(member => isYes(member.facts['north-korean-defector'])) ? ['defector' as const] : []),
    ...(all(age => age < grown) ? ['child-headed' as const] : []),
  ]
}

function protection({ household }: CounterKnowledge): FirstCounselling['protection'] {
  const receives = (service: string): boolean => household.receives[service] === true || household.members.some(member => member.receives[service] === true)
  if (receives('bl-livelihood'))
    return 'basic-livelihood'
  if (receives('bl-medical') || household.facts['health-insurance-type']?.value === 'medical-aid')
    return 'medical-aid'
  return isYes(household.facts['near-poor']) ? 'near-poor' : null
}

const tenures: Readonly<Record<string, FirstCounselling['housing']['tenure']>> = { 'owned': 'own', 'jeonse': 'jeonse', 'monthly-rent': 'monthly', 'public-rental': 'public-rental', 'free': 'free', 'non-housing': 'other' }

type Concern = NonNullable<Extract<Paperwork, { event: 'counselling' }>['concerns']>[number]
const areaOf: Readonly<Partial<Record<Concern, NeedArea>>> = { livelihood: 'economy', housing: 'living-environment', health: 'health', care: 'family', children: 'family', work: 'work', debt: 'economy', loneliness: 'social', safety: 'safety' }
const concernsOf = (paperwork: Paperwork | undefined): readonly Concern[] => paperwork?.event === 'counselling' ? paperwork.concerns ?? [] : []

const reasonOf: Readonly<Record<string, CrisisReason>> = { 'earner-lost': 'earner-lost', 'illness': 'serious-illness', 'neglect-or-abuse': 'neglect-or-abuse', 'domestic-violence': 'violence', 'disaster': 'fire-or-disaster', 'business-closed': 'business-closed', 'job-lost': 'job-lost', 'divorce': 'divorce', 'power-cut': 'power-cut', 'released': 'released-prisoner', 'homeless': 'homeless', 'referred': 'referred-blind-spot' }

function crisisReasons({ household, paperwork }: CounterKnowledge): CrisisReason[] {
  const told = reasonOf[String(household.facts['crisis-reason']?.value)]
  const earnerDied = paperwork?.event === 'death' && paperwork.wasEarner === true
  return [...new Set([...(earnerDied ? ['earner-lost' as const] : []), ...(told ? [told] : [])])]
}
