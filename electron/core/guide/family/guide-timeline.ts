/**
 * The years to come on paper, on the page of whom they concern: a small picture and the same in a table. What matters
 * most and comes soonest; the rest is the planner's screen. The whole family reads it: what turns on somebody's health
 * is told only where it stands on their own page of the guide today, and nothing that may come of it is announced;
 * nothing discreet is shown.
 */
import type { TimelineRow } from '../../eligibility/timeline/timeline.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Block, Edition } from '../sheet.ts'
import type { Speaker } from '../speaker.ts'
import type { GuideData } from './guide-data.ts'
import { plainDate } from '../../kernel/calendar.ts'
import { daysBetween } from '../../kernel/dates.ts'
import { block } from '../sheet-frame.ts'
import { guideEntries, isSettled } from './guide-entries.ts'
import { shownName } from './guide-names.ts'

/** So many lines are read, over the whole family; in large print fewer. */
export const yearsOf: Record<Edition, number> = { 'standard': 10, 'large': 4, 'portable': 10, 'portable-a5': 6, 'one-page': 0 }
/** One or two bars say no more than their lines do. */
const WORTH_A_PICTURE = 3

type TimelineBlock = Extract<Block, { kind: 'timeline' }>

/** @param rows of one member, or of the household, from `chosenRows` */
export function timelineBlocks(speaker: Speaker, data: GuideData, rows: readonly TimelineRow[]): Block[] {
  if (rows.length === 0)
    return []
  return [
    block.heading(speaker.t('timeline.heading'), 2),
    ...(rows.length < WORTH_A_PICTURE ? [] : [pictureOf(speaker, data, rows)]),
    tableOf(speaker, data, rows),
  ]
}

/** What begins or ends, the weightiest and then the soonest, in the order of the family; the same family gets the same lines. */
export function chosenRows(data: GuideData, count: number): readonly TimelineRow[] {
  const onPages = pagesOf(data)
  const { timeline: { rows, on }, services } = data.ahead
  const weightOf = ({ serviceId, changes }: TimelineRow): number =>
    (services[serviceId]?.worth ?? 0) - (daysBetween(on, changes[0]!.on) > farAway ? 1 : 0)
  const chosen = new Set(rows
    .filter(row => belongsOnPaper(row, data, onPages))
    .toSorted((left, right) => weightOf(right) - weightOf(left) || left.changes[0]!.on.localeCompare(right.changes[0]!.on) || left.serviceId.localeCompare(right.serviceId))
    .slice(0, count))
  return rows.filter(row => chosen.has(row))
}

/** Five years, in days: what is further away counts a step less. */
const farAway = 5 * 365

const subjectOf = ({ serviceId, memberId }: { readonly serviceId: string, readonly memberId: string | null }): string =>
  memberId ? `${serviceId}/${memberId}` : serviceId

/** What the guide says of each member, and of the household, on their pages. */
const pagesOf = (data: GuideData): ReadonlySet<string> =>
  new Set(guideEntries(data, data.on).filter(isSettled).map(({ verdict }) => subjectOf(verdict)))

/** Likely at some time, or worth asking for because of an age. Where health comes into it, only what is told already. */
function belongsOnPaper(row: TimelineRow, { ahead: { services }, marks }: GuideData, onPages: ReadonlySet<string>): boolean {
  const card = services[row.serviceId]
  const subject = subjectOf(row)
  if (!card || card.discreet || card.kind !== 'service' || marks[subject] === 'not-wanted' || row.changes.length === 0)
    return false
  if (card.sensitive && !onPages.has(subject))
    return false
  const begins = row.changes.some(({ from, to }) => to === 'ask-first' && from !== 'likely')
  return row.intervals.some(({ verdict }) => verdict === 'likely') || (begins && card.comesWithAge === true && !card.sensitive)
}

/** What a lane and a line tell: when it is likely, else when it is worth asking. */
function toldOf({ intervals }: TimelineRow) {
  const likely = intervals.filter(({ verdict }) => verdict === 'likely')
  return likely.length > 0 ? likely : intervals.filter(({ verdict }) => verdict === 'ask-first')
}

function pictureOf(speaker: Speaker, data: GuideData, rows: readonly TimelineRow[]): TimelineBlock {
  const { t, day, pick } = speaker
  const { timeline: { on, until }, services } = data.ahead
  const at = (date: PlainDate): number => Math.min(1, Math.max(0, daysBetween(on, date) / daysBetween(on, until)))
  const lanes = rows.map((row): TimelineBlock['lanes'][number] => {
    const opening = row.changes.find(({ applyFrom }) => applyFrom)?.applyFrom
    return {
      label: pick(services[row.serviceId]!.name),
      bars: toldOf(row).map(({ verdict, from, until: last }) => ({ from: at(from), to: at(last), mark: verdict })),
      ...(opening ? { applyFrom: at(opening.on) } : {}),
    }
  })
  const marks = new Set(lanes.flatMap(({ bars }) => bars.map(({ mark }) => mark)))
  return {
    kind: 'timeline',
    caption: t('timeline.caption', { from: day(on) }),
    years: yearsBetween(on, until).map(first => ({ at: at(first), label: first.slice(0, 4) })).filter(({ at: place }) => place <= roomForLabel),
    lanes,
    legend: [
      ...(['likely', 'ask-first'] as const).filter(mark => marks.has(mark)).map(mark => ({ mark, text: t(`timeline.legend.${mark}`) })),
      ...(lanes.some(({ applyFrom }) => applyFrom !== undefined) ? [{ mark: 'deadline' as const, text: t('timeline.legend.apply') }] : []),
    ],
  }
}

/** Further right a year would be written over the edge. */
const roomForLabel = 0.94

function yearsBetween(on: PlainDate, until: PlainDate): readonly PlainDate[] {
  const [first, last] = [Number(on.slice(0, 4)) + 1, Number(until.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, step) => plainDate(first + step, 1, 1))
}

/** The same in words, by day. */
function tableOf(speaker: Speaker, data: GuideData, rows: readonly TimelineRow[]): Block {
  const { t } = speaker
  const lines = rows.toSorted((left, right) => left.changes[0]!.on.localeCompare(right.changes[0]!.on)).map(row => [
    whenOf(speaker, data, row),
    shownName(speaker, data.ahead.services[row.serviceId]!.name),
    whyOf(speaker, row),
  ])
  return block.table([t('timeline.when'), t('rest.service'), t('timeline.why')], lines, [32, 34, 34])
}

function whenOf({ t, pick, list }: Speaker, { ahead: { timeline } }: GuideData, row: TimelineRow): string {
  const told = toldOf(row)
  const spans = told.map(({ from, until }) => {
    const ends = [from > timeline.on ? 'from' : '', until < timeline.until ? 'to' : ''].filter(Boolean).join('-')
    return t(`timeline.span.${ends || 'always'}`, { from, until })
  })
  const opening = row.changes.find(({ applyFrom }) => applyFrom)?.applyFrom
  const when = told[0]?.verdict === 'ask-first' ? t('timeline.ask', { when: list(spans) }) : list(spans)
  return opening ? t('timeline.apply', { when, opening: pick(opening.sentence) }) : when
}

/** What makes it begin, and what makes it end. */
function whyOf({ pick, list }: Speaker, row: TimelineRow): string {
  const borders = new Set(toldOf(row).flatMap(({ from, until }) => row.changes.filter(({ on }) => on === from || daysBetween(until, on) === 1)))
  return list([...borders].map(({ because }) => pick(because)))
}
