/** "What to do now": at most three actions, each with verb, deadline, place and what to bring. */
import type { GuideData } from './guide-data.ts'
import type { GuideEntry } from './guide-entries.ts'
import type { Block } from './sheet.ts'
import type { Speaker } from './speaker.ts'
import { deadlineWords } from './guide-deadline.ts'
import { isSettled } from './guide-entries.ts'
import { nameOf } from './guide-names.ts'

const MOST = 3
/** A deadline further away than a year is no action of today. */
const NEAR = 365

/** What was agreed for today first, then the deadlines that end soonest, then what is likely, best first. Each service once. */
export function chooseActions(entries: readonly GuideEntry[]): GuideEntry[][] {
  const groups = new Map<string, GuideEntry[]>()
  for (const entry of entries)
    groups.set(entry.verdict.serviceId, [...groups.get(entry.verdict.serviceId) ?? [], entry])
  return [...groups.values()]
    .filter(group => urgencyOf(group)[0] < 3 && group.some(isSettled))
    .toSorted((left, right) => compare(urgencyOf(left), urgencyOf(right)))
    .slice(0, MOST)
}

const compare = (left: readonly [number, number], right: readonly [number, number]): number => left[0] - right[0] || left[1] - right[1]

function urgencyOf(group: readonly GuideEntry[]): readonly [rank: number, within: number] {
  const daysLeft = Math.min(...group.map(({ verdict: { deadline } }) => deadline && deadline.daysLeft >= 0 ? deadline.daysLeft : Number.MAX_SAFE_INTEGER))
  if (group.some(({ mark }) => mark === 'apply-today'))
    return [0, daysLeft]
  if (daysLeft <= NEAR)
    return [1, daysLeft]
  return [group.some(({ verdict }) => verdict.verdict === 'likely') ? 2 : 3, 0]
}

export function actionBlocks(speaker: Speaker, data: GuideData, entries: readonly GuideEntry[]): Block[][] {
  const chosen = chooseActions(entries)
  const heading: Block = { kind: 'heading', level: 1, text: speaker.t(data.event === 'death' ? 'actions.headingAfterDeath' : 'actions.heading') }
  const [first, ...others] = chosen.map((group, index) => actionOf(speaker, data, group, index + 1))
  return first
    ? [[heading, first], ...others.map(action => [action])]
    : [[heading, { kind: 'paragraph', tone: 'plain', text: speaker.t('actions.none') }]]
}

function actionOf(speaker: Speaker, data: GuideData, group: readonly GuideEntry[], number: number): Block {
  const { t, pick, list } = speaker
  const [first] = group
  if (!first)
    throw new RangeError('An action is about one entry at least.')
  const { card } = first
  const asking = group.every(({ verdict, mark }) => verdict.verdict === 'ask-first' && mark !== 'apply-today')
  const what = t(card.kind === 'procedure' ? 'actions.procedure' : asking ? 'actions.ask' : 'actions.apply', { service: pick(card.name) })
  const who = list(group.flatMap(({ verdict }) => nameOf(speaker, data, verdict.memberId) ?? []), 3)
  const deadline = group.map(({ verdict }) => verdict.deadline).filter(each => each !== undefined).toSorted((left, right) => left.daysLeft - right.daysLeft)[0]
  const bring = list(card.bring.map(({ name }) => pick(name)))
  return {
    kind: 'action',
    number,
    what: who ? t('actions.who', { what, who }) : what,
    ...(deadline && deadline.daysLeft >= 0 ? { deadline: deadlineWords(speaker, deadline) } : {}),
    place: pick(card.applyAt),
    ...(bring ? { bring } : {}),
    ...(card.phone ? { phone: card.phone } : {}),
  }
}
