/**
 * The questions worth asking next.
 *
 * A question is worth what the open verdicts that wait for it are worth, shared among all questions a verdict
 * waits for, and less when it is hard to answer at a counter. What was asked already and is not known is left out.
 */
import type { BilingualText } from '../kernel/text.ts'
import type { WelfareService } from '../policy/welfare-service.ts'
import type { PreparedHousehold } from './prepare-household.ts'
import type { EligibilityTexts } from './texts.ts'
import type { NextQuestion, Question, ServiceVerdict } from './verdict.ts'
import { facts } from './facts.ts'
import { whoIs } from './reasons/wording.ts'
import { fill, say } from './texts.ts'

/** How much of its worth a question keeps by its ease: at a glance, a plain question, to be looked up at home. */
const keptWorth = { 1: 1, 2: 0.6, 3: 0.3 } as const

export const questionKey = ({ about, fact, service, memberId }: Question): string => `${about}:${fact ?? service ?? ''}:${memberId ?? ''}`

const easeOf = ({ about, fact }: Question): 1 | 2 | 3 => about === 'fact' && fact ? facts[fact].ease : about === 'receives' ? 2 : 1

export function nextQuestions(verdicts: readonly ServiceVerdict[], household: PreparedHousehold, services: ReadonlyMap<string, WelfareService>, texts: EligibilityTexts): NextQuestion[] {
  const waiting = new Map<string, { readonly question: Question, worth: number, readonly settles: { readonly verdict: ServiceVerdict, readonly worth: number }[] }>()
  for (const verdict of verdicts) {
    const questions = verdict.verdict === 'ask-first' ? questionsOf(verdict) : []
    for (const question of questions) {
      const worth = services.get(verdict.serviceId)?.worth ?? 1
      const entry = waiting.get(questionKey(question)) ?? { question, worth: 0, settles: [] }
      waiting.set(questionKey(question), entry)
      entry.worth += worth / questions.length
      entry.settles.push({ verdict, worth })
    }
  }
  return [...waiting.values()]
    .filter(({ question }) => !wasAsked(question, household))
    .map(entry => ({ ...entry, score: entry.worth * keptWorth[easeOf(entry.question)] }))
    .sort((left, right) => right.score - left.score)
    .map(({ question, settles }) => ({
      question,
      sentence: questionSentence(question, household, services, texts),
      settles: settles.sort((left, right) => right.worth - left.worth).map(({ verdict: { serviceId, memberId } }) => ({ serviceId, memberId })),
    }))
}

/** The questions of a verdict, each once. */
function questionsOf({ findings }: ServiceVerdict): readonly Question[] {
  const byKey = new Map(findings.flatMap(({ ask }) => ask ? [[questionKey(ask), ask] as const] : []))
  return [...byKey.values()]
}

/** Asked already, and the family did not know. */
function wasAsked({ about, fact, memberId }: Question, { source }: PreparedHousehold): boolean {
  if (about !== 'fact' || !fact)
    return false
  const given = memberId === null ? source.facts : source.members.find(({ id }) => id === memberId)?.facts
  return given?.[fact] === null
}

/** The question as it is read out, politely, with the person it is about. */
export function questionSentence(question: Question, { source }: PreparedHousehold, services: ReadonlyMap<string, WelfareService>, texts: EligibilityTexts): BilingualText {
  const { about, fact, service, memberId } = question
  const member = source.members.find(({ id }) => id === memberId)
  const who = member && whoIs(texts, member, source)
  if (about === 'fact' && fact) {
    // the income of one person where a service looks at them alone
    const ofOnePerson = facts[fact].about === 'household' && who
    const asked = (language: 'ko' | 'en'): string => fill(texts[language].facts[fact]?.question ?? fact, { who }, language)
    const sentence = { ko: asked('ko'), en: asked('en') }
    return ofOnePerson ? say(texts, 'question.for-one-person', { who, sentence }) : sentence
  }
  return say(texts, `question.${about}${member || about !== 'receives' ? '' : '.household'}`, { who, service: service === undefined ? undefined : services.get(service)?.name ?? service })
}
