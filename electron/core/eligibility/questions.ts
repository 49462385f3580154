/**
 * The questions worth asking next.
 *
 * A question is worth what the open verdicts that wait for it are worth, shared among all questions a verdict
 * waits for, and divided by the effort of answering it at a counter. What was asked already and is not known is
 * left out; what belongs together is asked in one go.
 */
import type { BilingualText } from '../kernel/text.ts'
import type { WelfareService } from '../policy/welfare-service.ts'
import type { FactTable } from './fact-table.ts'
import type { PreparedHousehold } from './prepare-household.ts'
import type { EligibilityTexts } from './texts.ts'
import type { Finding, NextQuestion, Question, ServiceVerdict } from './verdict.ts'
import { kindOf } from './fact-table.ts'
import { questionKey } from './question-key.ts'
import { togetherSentence, topicOf } from './questions-together.ts'
import { whoIs } from './reasons/wording.ts'
import { fill, say } from './texts.ts'

/** How much harder an answer is by its ease: at a glance, a plain question, to be looked up at home. */
const effortOf = { 1: 1, 2: 1.7, 3: 3.3 } as const
/** Health and what else is sensitive is asked only where it settles much more than a plain question. */
const sensitiveEffort = 2.5

const easeOf = ({ about, fact }: Question, table: FactTable): 1 | 2 | 3 => about === 'fact' && fact ? kindOf(table, fact).ease : about === 'receives' ? 2 : 1
const isSensitive = ({ fact }: Question, table: FactTable): boolean => fact !== undefined && kindOf(table, fact).sensitive === true
const effort = (question: Question, table: FactTable): number => effortOf[easeOf(question, table)] * (isSensitive(question, table) ? sensitiveEffort : 1)

interface Waiting {
  readonly questions: Set<Question>
  readonly settles: { readonly verdict: ServiceVerdict, readonly worth: number }[]
  worth: number
}

export function nextQuestions(verdicts: readonly ServiceVerdict[], household: PreparedHousehold, services: ReadonlyMap<string, WelfareService>, texts: EligibilityTexts): NextQuestion[] {
  const ranked = waitingTopics(verdicts, household, services)
    .map(topic => ({ ...topic, asked: [...topic.questions] }))
    .map(topic => ({ ...topic, score: topic.worth / effort(topic.asked[0]!, household.factTable) }))
    .sort((left, right) => right.score - left.score)
  return withTact(ranked, household).map(({ asked, settles }) => ({
    question: asked[0]!,
    ...(asked.length > 1 ? { together: asked } : {}),
    sentence: asked.length > 1 ? togetherSentence(asked, household, texts) : questionSentence(asked[0]!, household, services, texts),
    settles: settles.sort((left, right) => right.worth - left.worth).map(({ verdict: { serviceId, memberId } }) => ({ serviceId, memberId })),
  }))
}

/** A question as it stands among the findings of many verdicts: which topic it is of, and whether it was asked already. */
interface Known { readonly question: Question, readonly topic: string, readonly wasAsked: boolean }

/** What each verdict waits for, by topic; a verdict counts once for a topic, whatever number of its questions it needs. */
function waitingTopics(verdicts: readonly ServiceVerdict[], household: PreparedHousehold, services: ReadonlyMap<string, WelfareService>): Waiting[] {
  const waiting = new Map<string, Waiting>()
  const questionsIn = questionsOfFindings(household)
  for (const verdict of verdicts) {
    if (verdict.verdict !== 'ask-first')
      continue
    const known = new Set(verdict.findings.flatMap(questionsIn))
    const topics = new Set(Array.from(known, ({ topic }) => topic))
    const worth = services.get(verdict.serviceId)?.worth ?? 1
    for (const { question, topic, wasAsked } of known) {
      if (wasAsked)
        continue
      const entry: Waiting = waiting.get(topic) ?? { questions: new Set(), settles: [], worth: 0 }
      entry.questions.add(question)
      waiting.set(topic, entry)
      if (entry.settles.at(-1)?.verdict !== verdict) {
        entry.worth += worth / topics.size
        entry.settles.push({ verdict, worth })
      }
    }
  }
  return [...waiting.values()]
}

/** The questions of a finding, each the same object wherever it is asked; a finding that stands in many verdicts is read once. */
function questionsOfFindings(household: PreparedHousehold): (finding: Finding) => readonly Known[] {
  const read = new Map<Finding, readonly Known[]>()
  const byKey = new Map<string, Known>()
  const knowing = (question: Question): Known => {
    const key = questionKey(question)
    const known = byKey.get(key) ?? { question, topic: topicOf(question), wasAsked: wasAsked(question, household) }
    byKey.set(key, known)
    return known
  }
  return (finding) => {
    const known = read.get(finding) ?? (finding.together ?? (finding.ask ? [finding.ask] : [])).map(knowing)
    read.set(finding, known)
    return known
  }
}

/** After a death nobody is asked first about health or a pregnancy while anything else is open. */
function withTact<Topic extends { readonly asked: readonly Question[] }>(ranked: readonly Topic[], { source, factTable }: PreparedHousehold): readonly Topic[] {
  const first = source.event?.kind === 'death' ? ranked.findIndex(({ asked }) => !asked.some(question => isSensitive(question, factTable))) : 0
  return first > 0 ? [ranked[first]!, ...ranked.slice(0, first), ...ranked.slice(first + 1)] : ranked
}

/** Asked already, and the family did not know. */
function wasAsked({ about, fact, memberId }: Question, { source }: PreparedHousehold): boolean {
  if (about !== 'fact' || !fact)
    return false
  const given = memberId === null ? source.facts : source.members.find(({ id }) => id === memberId)?.facts
  return given?.[fact] === null
}

/** The question as it is read out, politely, with the person it is about. */
export function questionSentence(question: Question, { source, factTable }: PreparedHousehold, services: ReadonlyMap<string, WelfareService>, texts: EligibilityTexts): BilingualText {
  const { about, fact, service, memberId } = question
  const member = source.members.find(({ id }) => id === memberId)
  const who = member && whoIs(texts, member, source)
  if (about === 'fact' && fact) {
    // the income of one person where a service looks at them alone
    const ofOnePerson = kindOf(factTable, fact).about === 'household' && who
    const asked = (language: 'ko' | 'en'): string => fill(texts[language].facts[fact]?.question ?? fact, { who }, language)
    const sentence = { ko: asked('ko'), en: asked('en') }
    return ofOnePerson ? say(texts, 'question.for-one-person', { who, sentence }) : sentence
  }
  return say(texts, `question.${about}${member || about !== 'receives' ? '' : '.household'}`, { who, service: service === undefined ? undefined : services.get(service)?.name ?? service })
}
