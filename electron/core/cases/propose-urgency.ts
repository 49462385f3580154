/**
 * How urgent a case is and of which kind, proposed from what is known, each with its reason.
 *
 * A proposal for the clerk, who may choose otherwise and says why. The crisis reasons are those of
 * 긴급복지지원법 제2조; the rest is the team's practice and weighs no score.
 */
import type { Lookup } from '../eligibility/verdict.ts'
import type { Texts } from '../host.ts'
import type { HouseholdView } from '../households/model.ts'
import type { Paperwork } from '../intake/model.ts'
import type { PlainDate } from '../kernel/dates.ts'
import type { BilingualText } from '../kernel/text.ts'
import type { CaseKind, Urgency } from './model.ts'
import { completedYears } from '../kernel/dates.ts'
import { sayBoth } from '../kernel/say.ts'

export interface Known {
  readonly household: HouseholdView
  readonly paperwork: Paperwork
  readonly lookup: Lookup | undefined
  readonly marks: Readonly<Record<string, string>>
  readonly today: PlainDate
}

export interface Proposal { readonly urgency: Urgency, readonly kind: CaseKind, readonly reasons: BilingualText[] }

interface Sign { readonly key: string, readonly weight: 'crisis' | 'soon' | 'counselling', readonly filling?: Readonly<Record<string, number>> }

export function proposeUrgency(known: Known, texts: Texts): Proposal {
  const signs = signsOf(known)
  const has = (weight: Sign['weight']): boolean => signs.some(sign => sign.weight === weight)
  const urgency = has('crisis') ? 'crisis' : has('soon') ? 'soon' : 'normal'
  const kind = has('crisis') ? 'crisis' : signs.length > 0 ? 'counselling' : 'guidance'
  const reasons = signs.length > 0
    ? signs.map(({ key, filling }) => sayBoth(texts, 'cases', `signs.${key}`, filling))
    : [sayBoth(texts, 'cases', 'signs.none')]
  return { urgency, kind, reasons }
}

function signsOf({ household, paperwork, lookup, marks, today }: Known): Sign[] {
  const living = household.members.filter(({ diedOn, livingTogether }) => diedOn === null && livingTogether !== false)
  const crisis = household.facts['crisis-reason']?.value
  const oldAlone = living.length === 1 && living[0]?.birth && completedYears(living[0].birth, today) >= 75
  const soonest = Math.min(...(lookup?.verdicts ?? [])
    .filter(({ verdict, deadline }) => verdict !== 'unlikely' && deadline && deadline.daysLeft >= 0)
    .map(({ deadline }) => deadline?.daysLeft ?? Infinity))
  const forPlanner = Object.values(marks).filter(mark => mark === 'for-planner').length
  const open = lookup?.verdicts.filter(({ verdict }) => verdict === 'ask-first').length ?? 0
  const bereaved = paperwork.event === 'death'
  return [
    ...(typeof crisis === 'string' && crisis !== 'none' ? [{ key: 'crisisReason', weight: 'crisis' } as const] : []),
    ...(bereaved && paperwork.wasEarner === true ? [{ key: 'earnerDied', weight: 'soon' } as const] : []),
    ...(bereaved && living.some(({ birth }) => birth && completedYears(birth, today) < 18) ? [{ key: 'childrenRemain', weight: 'soon' } as const] : []),
    ...(oldAlone ? [{ key: 'oldAlone', weight: 'soon' } as const] : []),
    ...(soonest <= 7 ? [{ key: 'deadlineNear', weight: 'soon', filling: { days: soonest } } as const] : []),
    ...(household.facts['single-parent']?.value === true ? [{ key: 'singleParent', weight: 'counselling' } as const] : []),
    ...(forPlanner > 0 ? [{ key: 'forPlanner', weight: 'counselling', filling: { count: forPlanner } } as const] : []),
    ...(bereaved ? [{ key: 'bereaved', weight: 'counselling' } as const] : []),
    ...(open >= 10 ? [{ key: 'manyOpen', weight: 'counselling', filling: { count: open } } as const] : []),
  ]
}
