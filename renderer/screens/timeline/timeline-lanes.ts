/** The timeline as lanes: what stands at the left, bars as shares of the whole span, and the words of each change. */
import type { LookingAhead } from '#core/eligibility/contract'
import type { Verdict } from '#core/eligibility/verdict'
import { daysBetween } from '../../client/dates'

type Row = LookingAhead['timeline']['rows'][number]
export type TimelineChange = Row['changes'][number]

export interface Bar { readonly verdict: Exclude<Verdict, 'unlikely'>, readonly left: number, readonly width: number }
export interface Lane {
  readonly key: string
  readonly row: Row
  readonly card: LookingAhead['services'][string]
  readonly bars: readonly Bar[]
  /** Where the application opens. */
  readonly opening?: number
}
export interface LaneGroup { readonly memberId: string | null, readonly lanes: readonly Lane[] }

export interface Wanted {
  /** Words that the service's name holds. */
  readonly text: string
  /** A member, `household`, or everybody. */
  readonly memberId: string
  /** Also what is only worth asking for. */
  readonly all: boolean
}

/** Likely at some time, or worth mentioning to everybody of an age; what turns on health is left to the switch. */
export const isMain = ({ intervals, changes }: Row, card: Lane['card'] | undefined): boolean =>
  intervals.some(({ verdict }) => verdict === 'likely') || (card?.comesWithAge === true && !card.sensitive) || changes.some(({ applyFrom }) => applyFrom)

export function lanesOf({ timeline, services }: LookingAhead, { text, memberId, all }: Wanted): LaneGroup[] {
  const span = daysBetween(timeline.on, timeline.until)
  const at = (day: string): number => Math.min(1, Math.max(0, daysBetween(timeline.on, day) / span))
  const words = text.trim().toLowerCase().split(/\s+/)
  const groups = new Map<string | null, Lane[]>()
  for (const row of timeline.rows) {
    const card = services[row.serviceId]
    const name = card ? `${card.name.ko} ${card.name.en}`.toLowerCase() : ''
    const isWanted = (memberId === '' || (row.memberId ?? 'household') === memberId) && words.every(word => name.includes(word))
    if (!card || !isWanted || !(all || isMain(row, card)))
      continue
    const opening = row.changes.find(({ applyFrom }) => applyFrom)?.applyFrom
    const bars = row.intervals.flatMap(({ verdict, from, until }) =>
      verdict === 'unlikely' ? [] : [{ verdict, left: at(from), width: at(until) - at(from) }])
    const lane = { key: `${row.serviceId}/${row.memberId}`, row, card, bars, ...(opening ? { opening: at(opening.on) } : {}) }
    groups.set(row.memberId, [...groups.get(row.memberId) ?? [], lane])
  }
  return Array.from(groups, ([member, lanes]) => ({ memberId: member, lanes }))
}

/** Each first of January, as a share of the span. */
export function yearsOf({ timeline: { on, until } }: LookingAhead): { readonly year: number, readonly at: number }[] {
  const [first, last] = [Number(on.slice(0, 4)) + 1, Number(until.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, step) => ({ year: first + step, at: daysBetween(on, `${first + step}-01-01`) / daysBetween(on, until) }))
}

/** What a change is: something begins, ends, or becomes more or less certain. */
export const turnOf = ({ from, to }: Pick<TimelineChange, 'from' | 'to'>): 'begins' | 'ends' | 'becomes' => {
  const isOpen = (verdict: TimelineChange['from']) => verdict === 'likely' || verdict === 'ask-first'
  return !isOpen(to) ? 'ends' : isOpen(from) ? 'becomes' : 'begins'
}
