/** Which services a guide speaks of, in which order, and which of them in full. */
import type { ServiceCard, ServiceMark } from '../../eligibility/contract.ts'
import type { ServiceVerdict } from '../../eligibility/verdict.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { LifeStage } from '../../policy/welfare-service.ts'
import type { Edition } from '../sheet.ts'
import type { GuideData, GuideMember } from './guide-data.ts'
import { isSensitiveFact } from '../../eligibility/facts.ts'
import { completedYears } from '../../kernel/dates.ts'

export interface GuideEntry {
  readonly verdict: ServiceVerdict
  readonly card: ServiceCard
  readonly mark: ServiceMark | undefined
}

/**
 * At most so many services in full over the whole family, and for one member: a guide is read, a catalogue is not.
 * In large print fewer, so that it stays a guide that can be carried; nothing falls out, it becomes a line.
 */
const inFull: Record<Edition, { readonly all: number, readonly each: number }> = {
  'standard': { all: 7, each: 3 },
  'large': { all: 4, each: 2 },
  'portable': { all: 7, each: 3 },
  'portable-a5': { all: 4, each: 2 },
  'one-page': { all: 0, each: 0 },
}

/** A deadline within so many days puts an open service among the likely ones. */
const SOON = 90

const rankOfMark: Record<ServiceMark, number> = { 'apply-today': 0, 'explain': 1, 'for-planner': 1, 'already-receives': 4, 'not-wanted': 4 }
const rankOf = ({ verdict, mark }: GuideEntry): number => mark ? rankOfMark[mark] : verdict.verdict === 'likely' ? 2 : 3

/**
 * Every service worth a word, the best first: by what was agreed on, then as the lookup ranks them.
 *
 * Unlikely ones stay out unless the clerk marked them; what the family has or does not want, too.
 */
export function guideEntries({ lookup, services, marks, members }: GuideData, on: PlainDate): GuideEntry[] {
  const living = new Set(members.filter(({ diedOn }) => !diedOn || diedOn > on).map(({ id }) => id))
  return lookup.verdicts
    .flatMap((verdict) => {
      const card = services[verdict.serviceId]
      const mark = marks[verdict.memberId ? `${verdict.serviceId}/${verdict.memberId}` : verdict.serviceId]
      return card && !card.discreet && (verdict.memberId === null || living.has(verdict.memberId)) ? [{ verdict, card, mark }] : []
    })
    .filter(({ verdict, mark }) => mark ? mark !== 'already-receives' && mark !== 'not-wanted' : verdict.verdict !== 'unlikely')
    .toSorted((left, right) => rankOf(left) - rankOf(right))
}

/** What the family receives already, each once. */
export const receivedServices = ({ marks, services }: GuideData): ServiceCard[] =>
  [...new Set(Object.entries(marks).filter(([, mark]) => mark === 'already-receives').map(([key]) => key.split('/')[0] ?? ''))]
    .flatMap((id) => {
      const card = services[id]
      return card && !card.discreet ? [card] : []
    })

/** Belongs to a member's page now: agreed on, likely, or open with a deadline that runs out soon. The rest is still to be checked. */
export function isSettled({ verdict, mark }: GuideEntry): boolean {
  const { deadline } = verdict
  return mark !== undefined || verdict.verdict === 'likely'
    || (!asksSensitive(verdict) && deadline !== undefined && deadline.daysLeft >= 0 && deadline.daysLeft <= SOON)
}

/** Open on something of health or of how somebody died: never put to a family as something to do. */
export const asksSensitive = ({ findings }: ServiceVerdict): boolean =>
  findings.some(({ outcome, ask }) => outcome === 'not-known' && ask?.fact !== undefined && isSensitiveFact(ask.fact))

/** Open services that fit the member's stage of life; those of another stage would only be noise. */
export function fitsStage({ card, verdict }: GuideEntry, members: readonly GuideMember[], on: PlainDate): boolean {
  const stage = stageOf(members.find(({ id }) => id === verdict.memberId), on)
  return stage === undefined || card.stages.includes(stage) || card.stages.includes('pregnancy-birth')
}

/** The entries printed in full; all others are one line. A service that concerns several is in full once. */
export function entriesInFull(entries: readonly GuideEntry[], edition: Edition): ReadonlySet<GuideEntry> {
  const full = new Set<GuideEntry>()
  const services = new Set<string>()
  const each = new Map<string | null, number>()
  for (const entry of entries) {
    const { memberId, serviceId } = entry.verdict
    const count = each.get(memberId) ?? 0
    const asked = entry.mark === 'apply-today'
    if (services.has(serviceId) || (!asked && (full.size >= inFull[edition].all || count >= inFull[edition].each)))
      continue
    full.add(entry)
    services.add(serviceId)
    each.set(memberId, count + 1)
  }
  return full
}

/**
 * Stage of life (생애주기) by completed age: to school entry 0-5, 6-12, 13-18, 19-34, 35-64, 65 and over.
 * A working division for headings; no benefit turns on it.
 */
export function stageOf(member: GuideMember | undefined, on: PlainDate): LifeStage | undefined {
  if (!member?.birth)
    return undefined
  const age = completedYears(member.birth, on)
  if (age < 6)
    return 'infant-toddler'
  if (age < 13)
    return 'child'
  if (age < 19)
    return 'teen'
  return age < 35 ? 'young-adult' : age < 65 ? 'middle-aged' : 'senior'
}
