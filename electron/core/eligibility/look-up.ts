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
import type { EligibilityTexts } from './texts.ts'
import type { Finding, Lookup, RunningDeadline, ServiceVerdict, Verdict } from './verdict.ts'
import { countDeadline, deadlineSentence } from '../policy/count-deadline.ts'
import { findDatedValue } from '../policy/figure.ts'
import { holidaySet } from '../policy/working-days.ts'
import { compileCatalogue } from './compile-service.ts'
import { no, yes } from './kleene.ts'
import { prepareHousehold } from './prepare-household.ts'
import { nextQuestions } from './questions.ts'
import { amountInWords } from './reasons/amount-in-words.ts'
import { doubtsAbout } from './reasons/doubts.ts'
import { explain } from './reasons/explain.ts'
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
  const holidays = holidaySet(catalogue.holidays)
  const offered = compileCatalogue(catalogue).filter(({ isOffered }) => isOffered(prepared))
  const verdicts = offered
    .flatMap(compiled => subjectsOf(compiled, prepared).map(member => ({
      compiled,
      answer: serviceVerdict(compiled, member, prepared, catalogue, holidays, texts),
    })))
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

const subjectsOf = ({ service }: CompiledService, { members }: PreparedHousehold): readonly (PreparedMember | null)[] =>
  service.concerns === 'household' ? [null] : members

function serviceVerdict(compiled: CompiledService, member: PreparedMember | null, household: PreparedHousehold, catalogue: Catalogue, holidays: Holidays, texts: EligibilityTexts): ServiceVerdict {
  const { service, test } = compiled
  const verdict = verdictOf(test(member, household))
  return {
    serviceId: service.id,
    memberId: member?.source.id ?? null,
    verdict,
    findings: inTellingOrder(explain(compiled, verdict, member, household, catalogue.services, texts), verdict),
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
