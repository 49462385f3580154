/**
 * Questions that are asked in one go, because a family answers them in one sentence.
 *
 * "기초생활보장 급여를 받고 계신가요?" stands for its four benefits (국민기초생활 보장법 제7조), "모두 대한민국
 * 국적인가요?" for each member's nationality.
 */
import type { BilingualText } from '../kernel/text.ts'
import type { PreparedHousehold } from './prepare-household.ts'
import type { EligibilityTexts } from './texts.ts'
import type { Question } from './verdict.ts'
import { questionKey } from './question-key.ts'
import { whoIs } from './reasons/wording.ts'
import { joined, say } from './texts.ts'

/** Livelihood, medical, housing and education benefit (생계·의료·주거·교육급여), by their entries in the catalogue. */
const basicSecurity: readonly string[] = ['bl-livelihood', 'bl-medical', 'bl-housing', 'bl-education']

/** Questions of one topic are asked together. */
export function topicOf(question: Question): string {
  if (question.about === 'receives' && question.service !== undefined && basicSecurity.includes(question.service))
    return `basic-security:${question.memberId ?? ''}`
  return question.fact === 'nationality' ? 'nationality' : questionKey(question)
}

/** @param asked two or more questions of one topic */
export function togetherSentence(asked: readonly Question[], { source, members }: PreparedHousehold, texts: EligibilityTexts): BilingualText {
  if (asked[0]?.about === 'receives')
    return say(texts, 'question.together.basic-security')
  if (asked.length === members.length)
    return say(texts, 'question.together.nationality')
  const about = source.members.filter(({ id }) => asked.some(({ memberId }) => memberId === id))
  return say(texts, 'question.together.nationality.some', { who: joined(texts, 'join.list', about.map(member => whoIs(texts, member, source))) })
}
