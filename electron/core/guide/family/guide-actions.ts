/** "What to do now": at most three actions, each with verb, deadline, place and what to bring. */
import type { Block, Edition } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import type { GuideData } from './guide-data.ts'
import type { GuideEntry } from './guide-entries.ts'
import { block } from '../sheet-frame.ts'
import { deadlineWords, soonestDeadline, untilWords } from './guide-deadline.ts'
import { isSettled } from './guide-entries.ts'
import { nameOf, shownName } from './guide-names.ts'

const MOST = 3
/** A deadline further away than a year is no action of today. */
const NEAR = 365

/**
 * Of these the actions are chosen. What stands among what must be reported is no action as well, unless somebody marked
 * it: what was agreed on is never lost.
 *
 * @param reports of the event, as far as they are printed
 */
export function doableEntries(entries: readonly GuideEntry[], reports: GuideData['notes']): GuideEntry[] {
  const marked = new Set<string>(entries.filter(({ mark }) => mark !== undefined).map(({ card }) => card.id))
  const reported = new Set(reports.filter(({ kind, id }) => kind === 'report' && !marked.has(id)).map(({ id }) => id))
  return entries.filter(({ card }) => !reported.has(card.id))
}

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
  const daysLeft = soonestDeadline(group)?.daysLeft ?? Number.MAX_SAFE_INTEGER
  if (group.some(({ mark }) => mark === 'apply-today'))
    return [0, daysLeft]
  if (daysLeft <= NEAR)
    return [1, daysLeft]
  return [group.some(({ verdict }) => verdict.verdict === 'likely') ? 2 : 3, 0]
}

/** Papers named beside an action before their number stands for the rest; the merged list has them all. */
const named: Record<Edition, number> = { 'standard': 6, 'large': 3, 'portable': 6, 'portable-a5': 4, 'one-page': 3 }
const AFTER_DEATH = 2

export function actionBlocks(speaker: Speaker, data: GuideData, entries: readonly GuideEntry[], edition: Edition): Block[][] {
  const actions = chooseActions(entries).map(group => actionOf(speaker, data, group, edition))
  const heading = block.heading(speaker.t(data.event === 'death' ? 'actions.headingAfterDeath' : 'actions.heading'))
  if (actions.length === 0)
    return [[heading, block.say(speaker.t('actions.none'))]]
  // After a death what must be reported and what ends stand above them, and A5 is small for a longer language: in lines, or in rows, more of them have room on the first page.
  if (data.event === 'death' && (edition === 'one-page' || edition === 'large'))
    return [[heading, rowsOf(speaker, actions)]]
  if (data.event === 'death' || (edition === 'portable-a5' && speaker.language !== 'ko'))
    return inGroups(heading, actions.map((action, index) => linesOf(speaker, action, index + 1, data.event === 'death' ? 'meta' : 'plain')))
  return inGroups(heading, actions.map(({ deadline, ...action }, index) => [{ kind: 'action', number: index + 1, ...action, ...(deadline ? { deadline: deadline.whole } : {}) }]))
}

/** Each whole on its page, the first with the heading. */
const inGroups = (heading: Block, [first = [], ...others]: readonly Block[][]): Block[][] => [[heading, ...first], ...others]

/** The day alone where three actions have to share a page with little room; how it is counted stands with the service. */
export const isShort = ({ language }: Speaker, edition: Edition): boolean => language !== 'ko' || edition === 'one-page' || edition === 'portable-a5' || edition === 'large'

interface Action {
  readonly what: string
  readonly deadline?: { readonly whole: string, readonly short: string }
  readonly place: string
  readonly bring?: string
  readonly phone?: string
}

function rowsOf({ t }: Speaker, actions: readonly Action[]): Block {
  return block.table(
    [t('actions.what'), t('label.deadline'), t('notes.where'), t('label.bring')],
    actions.map(({ what, deadline, place, phone, bring }, index) => [`${index + 1}. ${what}`, deadline?.short ?? '', phone ? `${place} · ${phone}` : place, bring ?? '']),
    [27, 24, 24, 25],
  )
}

function linesOf({ t }: Speaker, { what, deadline, place, phone, bring }: Action, number: number, tone: 'meta' | 'plain'): Block[] {
  const parts: [string, string | undefined][] = [[t('label.deadline'), deadline?.short], [t('label.place'), phone ? `${place} ${phone}` : place], [t('label.bring'), bring]]
  return [block.say(`${number}. ${what}`, 'strong'), block.say(parts.flatMap(([label, text]) => text ? [`${label}: ${text}`] : []).join(' · '), tone)]
}

function actionOf(speaker: Speaker, data: GuideData, group: readonly GuideEntry[], edition: Edition): Action {
  const { t, pick, list } = speaker
  const [first] = group
  if (!first)
    throw new RangeError('An action is about one entry at least.')
  const { card } = first
  const asking = group.every(({ verdict, mark }) => verdict.verdict === 'ask-first' && mark !== 'apply-today')
  const what = t(card.kind === 'procedure' ? 'actions.procedure' : asking ? 'actions.ask' : 'actions.apply', { service: shownName(speaker, card.name) })
  const who = list(group.flatMap(({ verdict }) => nameOf(speaker, data, verdict.memberId) ?? []), 3)
  const deadline = soonestDeadline(group)
  const room = data.event === 'death' ? AFTER_DEATH : named[edition]
  const bring = list(card.bring.map(({ name }) => pick(name)), speaker.language === 'ko' ? room : Math.min(room, 3))
  return {
    what: who ? t('actions.who', { what, who }) : what,
    ...(deadline ? { deadline: { whole: isShort(speaker, edition) ? untilWords(speaker, deadline) : deadlineWords(speaker, deadline), short: untilWords(speaker, deadline) } } : {}),
    place: pick(card.applyAt),
    ...(bring ? { bring } : {}),
    ...(card.phone ? { phone: card.phone } : {}),
  }
}
