/**
 * The first-visit card of one topic (안내 카드), for whoever goes without a tablet: greeting, questions in their order, what
 * an answer may mean. Nobody's name stands on it.
 */
import type { Office } from '../guide/sheet-frame.ts'
import type { Block, Edition, Sheet } from '../guide/sheet.ts'
import type { Speaker } from '../guide/speaker.ts'
import type { Texts } from '../host.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { Filling } from '../kernel/say.ts'
import type { Language } from '../kernel/text.ts'
import type { WelfareService } from '../policy/welfare-service.ts'
import type { Answer, Handbook, Question } from './model.ts'
import { ORPCError } from '@orpc/server'
import { block, sheetOf } from '../guide/sheet-frame.ts'
import { speaker } from '../guide/speaker.ts'
import { say } from '../kernel/say.ts'
import { itemsOfKind } from './model.ts'

export interface HandbookCardData {
  readonly on: PlainDate
  readonly office: Office
  readonly topicId: string
  readonly handbook: Handbook
  readonly services: { readonly get: (id: string) => WelfareService | undefined }
}

interface Words { readonly says: Speaker, readonly t: (key: string, filling?: Filling) => string, readonly numbers: ReadonlyMap<string, number>, readonly data: HandbookCardData }

/** @throws {ORPCError} RECORD_NOT_FOUND where the handbook has no such topic */
export function handbookCard(data: HandbookCardData, texts: Texts, language: Language, edition: Edition): Sheet {
  const { on, office, topicId, handbook } = data
  const topic = handbook.topics.find(({ id }) => id === topicId)
  if (!topic)
    throw new ORPCError('RECORD_NOT_FOUND')
  const says = speaker(texts, language)
  const t: Words['t'] = (key, filling) => say(texts, language, 'handbook', key, filling)
  const questions = itemsOfKind(handbook, 'question').filter(question => question.topic === topicId)
  const words: Words = { says, t, numbers: new Map(questions.map(({ id }, place) => [id, place + 1])), data }
  const title = t('card.title', { title: says.pick(topic.title) })
  return sheetOf(says, { edition, office, title, footer: t('card.footer', { day: says.day(on) }) }, [
    [block.title(title, t('card.sub')), block.say(says.pick(topic.intro))],
    [block.heading(t('card.greet')), ...itemsOfKind(handbook, 'greeting').filter(({ when }) => when === 'door').map(greeting => block.say(says.pick(greeting.say), 'speech'))],
    // The heading stays with the first question.
    ...questions.map((question, place) => [...place === 0 ? [block.heading(t('card.ask'))] : [], ...questionBlocks(question, words)]),
  ])
}

function questionBlocks(question: Question, words: Words): Block[] {
  const { says, t, numbers } = words
  return [
    block.heading(`${numbers.get(question.id)}. ${says.pick(question.ask)}`, 2),
    ...(question.tip ? [block.say(says.pick(question.tip), 'meta')] : []),
    block.table([t('edit.answerSay'), t('means'), t('points.links')], question.answers.map(answer => [says.pick(answer.say), meaning(answer, words), links(answer, words)]), [2, 4, 2.4]),
    ...question.basis.map(({ text, source }) => block.say(`${t('card.law')}: ${says.pick(text)} (${source ? `${source.title}, ${t('readOn', { day: source.readOn })}` : t('toCheck')})`, 'meta')),
  ]
}

const meaning = ({ means, act, next, topic }: Answer, { says, t, numbers, data }: Words): string => [
  says.pick(means),
  ...(act ? [`▶ ${t(`acts.${act}`)}`] : []),
  ...(topic ? [t('card.to', { what: says.pick(data.handbook.topics.find(({ id }) => id === topic)?.title ?? { ko: topic, en: topic }) })] : []),
  ...(next ? [`→ ${numbers.get(next)}`] : []),
].join('\n')

const links = ({ services, agencies }: Answer, { says, t, data }: Words): string => [
  ...services.map(id => says.pick(data.services.get(id)?.name ?? { ko: id, en: id })),
  ...agencies.map(agency => t(`agencies.${agency}`)),
].join(', ')
