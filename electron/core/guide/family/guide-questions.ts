/** "Still to be checked": each open question once, how it is settled, and the services it settles. */
import type { Finding, Question } from '../../eligibility/verdict.ts'
import type { Block } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import type { GuideData } from './guide-data.ts'
import type { GuideEntry } from './guide-entries.ts'
import { block } from '../sheet-frame.ts'
import { asksSensitive, fitsStage, isSettled } from './guide-entries.ts'
import { nameOf, shownName } from './guide-names.ts'
import { wayToSettle } from './guide-settle.ts'

const keyOf = ({ about, fact, service, memberId }: Question): string => `${about}:${fact ?? service ?? ''}:${memberId ?? ''}`
/** The same question about another member is one question on paper. */
const topicOf = ({ about, fact, service }: Question): string => `${about}:${fact ?? service ?? ''}`
/** The best questions; a longer list is not read. */
const MOST = 6
/** Services named beside a question before their number stands for the rest; fewer where Korean names stand beside them. */
const named = ({ language }: Speaker): number => language === 'ko' ? 3 : 2

export interface OpenQuestion {
  /** With the name of whom it is asked about first. */
  readonly sentence: string
  /** Whom it is about, as it is asked: the first member, then the others. Empty for the household. */
  readonly who: readonly string[]
  /** Which paper says it, or whom to ask. */
  readonly how: string
  readonly services: readonly string[]
}

/** Each open service stands with the question the lookup asks first; the order is the lookup's. */
export function openQuestions(speaker: Speaker, data: GuideData, entries: readonly GuideEntry[]): OpenQuestion[] {
  const asked = new Map(data.lookup.questions.flatMap(({ question, together, sentence }, index) =>
    (together ?? [question]).map(each => [keyOf(each), { index, sentence: speaker.pick(sentence), question, ofAll: together !== undefined }] as const)))
  /** Of alternatives the one that is asked first. */
  const bestOf = ({ ask, together = ask ? [ask] : [] }: Finding) => together.flatMap(each => asked.get(keyOf(each)) ?? []).toSorted((left, right) => left.index - right.index)[0]
  const rankOf = (finding: Finding): number => finding.ask ? bestOf(finding)?.index ?? asked.size : asked.size + 1
  const open = new Map<string, { rank: number, sentence: string, how: string, who: Set<string>, services: Set<string> }>()
  for (const { verdict, card, ...entry } of entries) {
    // After a death nothing of health and of how somebody died is asked on paper; the planner asks it in person.
    if (data.event === 'death' && asksSensitive(verdict))
      continue
    if (verdict.verdict !== 'ask-first' || isSettled({ verdict, card, ...entry }) || !fitsStage({ verdict, card, ...entry }, data.members, data.on))
      continue
    const finding = verdict.findings.filter(({ outcome }) => outcome === 'not-known').toSorted((left, right) => rankOf(left) - rankOf(right))[0]
    const known = finding && bestOf(finding)
    const sentence = known?.sentence ?? (finding ? speaker.pick(finding.sentence) : speaker.pick(card.summary))
    const who = known?.ofAll ? undefined : nameOf(speaker, data, known ? known.question.memberId : verdict.memberId)
    const key = known ? topicOf(known.question) : sentence
    const rank = finding ? rankOf(finding) : asked.size + 1
    const before = open.get(key)
    const question = { rank: Math.min(rank, before?.rank ?? rank), sentence: before?.sentence ?? sentence, how: before?.how ?? wayToSettle(speaker, known?.question ?? finding?.ask, card), who: before?.who ?? new Set(), services: before?.services ?? new Set() }
    open.set(key, question)
    if (who !== undefined)
      question.who.add(who)
    question.services.add(shownName(speaker, card.name))
  }
  return [...open.values()].toSorted((left, right) => left.rank - right.rank)
    .map(({ who, services, sentence, how }) => ({ sentence: saidOf(speaker, data, sentence, [...who]), who: [...who], how, services: [...services] }))
}

export function questionBlocks(speaker: Speaker, data: GuideData, entries: readonly GuideEntry[]): Block[] {
  const { t, list } = speaker
  const questions = openQuestions(speaker, data, entries)
  if (questions.length === 0)
    return []
  return [
    block.heading(t('open.heading')),
    block.say(t('open.intro')),
    block.table(
      [t('open.question'), t('open.how'), t('open.services')],
      questions.slice(0, MOST).map(({ sentence, how, services }) => [sentence, how, list(services, named(speaker))]),
      [38, 34, 28],
    ),
    ...(questions.length > MOST ? [block.say(t('open.more', { count: questions.length - MOST }))] : []),
  ]
}

/** With names the question says whose it is; the others it is asked about follow. */
function saidOf({ t, list }: Speaker, { members }: GuideData, sentence: string, [first, ...others]: readonly string[]): string {
  const named = first !== undefined && members.some(({ name }) => name !== null) ? t('open.about', { who: first, sentence }) : sentence
  return others.length > 0 ? t('open.also', { sentence: named, who: list(others, 3) }) : named
}
