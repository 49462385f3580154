/**
 * The lookup at the counter: every service for everybody it may concern, with reasons, deadline, amount and doubts.
 *
 * Pure: the day, the catalogue and the sentences come in. Verdicts are hints for the counter, not decisions in law.
 */
import type { PlainDate } from '../kernel/dates.ts'
import type { Catalogue } from '../policy/catalogue.ts'
import type { Holidays } from '../policy/working-days.ts'
import type { CompiledService } from './compile-service.ts'
import type { HouseholdFacts } from './household-facts.ts'
import type { Kleene } from './kleene.ts'
import type { PreparedHousehold, PreparedMember } from './prepare-household.ts'
import type { Memory } from './reasons/memory.ts'
import type { EligibilityTexts } from './texts.ts'
import type { Finding, Lookup, RunningDeadline, ServiceVerdict, Verdict } from './verdict.ts'
import { countDeadline, deadlineSentence } from '../policy/count-deadline.ts'
import { findDatedValue } from '../policy/figure.ts'
import { holidaySet } from '../policy/working-days.ts'
import { no, yes } from './kleene.ts'
import { planOf, verdictAt } from './plan/plan-of.ts'
import { prepareHousehold } from './prepare-household.ts'
import { nextQuestions } from './questions.ts'
import { amountInWords } from './reasons/amount-in-words.ts'
import { doubtsAbout } from './reasons/doubts.ts'
import { explain } from './reasons/explain.ts'
import { freshMemory } from './reasons/memory.ts'
import { startingDay } from './starting-day.ts'
import { say, withFactTexts } from './texts.ts'

/** A deadline that passed longer ago than this is history and no longer told. */
const toldAfterPassing = 365

export const verdictOf = (value: Kleene): Verdict => value === yes ? 'likely' : value === no ? 'unlikely' : 'ask-first'

/**
 * Looks a household up.
 *
 * @param household what is known; whatever is left out is not known
 * @param on the day whose figures, ages and deadlines count
 */
export function lookUp(household: HouseholdFacts, catalogue: Catalogue, on: PlainDate, given: EligibilityTexts): Lookup {
  const prepared = prepareHousehold(household, on, catalogue.facts)
  const texts = withFactTexts(given, catalogue.facts)
  const { services, screen } = planOf(catalogue)
  const screening = screen(prepared)
  const offered = services.filter((_, at) => screening.subjects[at] !== 0)
  const at: At = { household: prepared, services: catalogue.services, holidays: holidaySet(catalogue.holidays), texts, memory: freshMemory() }
  const everybody = [null, ...prepared.members]
  const verdicts = services
    .flatMap((compiled, place) => everybody
      .filter((_, subject) => (screening.subjects[place]! >>> subject) & 1)
      .map(member => ({ compiled, answer: serviceVerdict(compiled, verdictOf(verdictAt(screening, place, member === null ? 0 : member.place + 1)), member, at) })))
    .sort((left, right) => inOrder(left.answer, right.answer) || right.compiled.service.worth - left.compiled.service.worth)
    .map(({ answer }) => answer)
  return {
    on,
    release: catalogue.release,
    figuresOf: yearOfFigures(offered, on),
    verdicts,
    questions: nextQuestions(verdicts, prepared, catalogue.services, texts),
  }
}

/** Where and with what words a lookup is made. */
interface At {
  readonly household: PreparedHousehold
  readonly services: Catalogue['services']
  readonly holidays: Holidays
  readonly texts: EligibilityTexts
  readonly memory: Memory
}

function serviceVerdict(compiled: CompiledService, verdict: Verdict, member: PreparedMember | null, { household, services, holidays, texts, memory }: At): ServiceVerdict {
  return {
    serviceId: compiled.service.id,
    memberId: member?.source.id ?? null,
    verdict,
    findings: inTellingOrder(explain(compiled, verdict, member, household, services, texts, memory), verdict),
    toCheck: doubtsAbout(household, compiled, texts),
    deadline: runningDeadline(compiled, member, household, holidays, texts),
    amount: verdict === 'unlikely' ? undefined : amountInWords(compiled, member, household, texts),
  }
}

/** What decided comes first: what is not met for an unlikely verdict, what to ask for an open one. */
function inTellingOrder(findings: Finding[], verdict: Verdict): Finding[] {
  const first: Finding['outcome'] = verdict === 'unlikely' ? 'not-met' : verdict === 'ask-first' ? 'not-known' : 'met'
  return [...findings.filter(({ outcome }) => outcome === first), ...findings.filter(({ outcome }) => outcome !== first)]
}

function runningDeadline({ service: { deadline } }: CompiledService, member: PreparedMember | null, household: PreparedHousehold, holidays: Holidays, texts: EligibilityTexts): RunningDeadline | undefined {
  const start = deadline && startingDay(deadline, member, household)
  if (!deadline || !start)
    return undefined
  const counted = countDeadline(deadline, start, household.on, holidays)
  if (counted.daysLeft < -toldAfterPassing)
    return undefined
  const sentence = deadlineSentence(deadline, counted, { say: (key, fillings) => say(texts, key, fillings) })
  return { ...counted, sentence, effect: deadline.effect }
}

const rank = { 'likely': 0, 'ask-first': 1, 'unlikely': 2 } as const satisfies Record<Verdict, number>
const daysLeft = ({ deadline }: ServiceVerdict): number => deadline && deadline.daysLeft >= 0 ? deadline.daysLeft : Number.MAX_SAFE_INTEGER

const inOrder = (left: ServiceVerdict, right: ServiceVerdict): number =>
  rank[left.verdict] - rank[right.verdict] || daysLeft(left) - daysLeft(right)

/** The latest year from which a figure of these services holds; without any, the year of the day. */
function yearOfFigures(services: readonly CompiledService[], on: PlainDate): string {
  const years = services.flatMap(({ figures }) => figures.map(parameter => findDatedValue(parameter, on)?.from.slice(0, 4) ?? ''))
  return years.reduce((latest, year) => year > latest ? year : latest, '') || on.slice(0, 4)
}
