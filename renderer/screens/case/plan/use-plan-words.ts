/** How the places and choices of a plan are called: for what is missing, for two versions side by side, for the history. */
import type { Json, Place } from '#core/kernel/places'
import type { Plan } from '#core/records/bodies/plan'
import { isMap } from '#core/kernel/places'
import { NeedArea } from '#core/records/bodies/need-areas'
import { GoalState, MeasureState } from '#core/records/bodies/plan'
import { dayOf, showDay } from '../../../client/dates'
import { i18n } from '../../../texts'

const labels: Readonly<Record<string, string>> = {
  goals: 'goals.title',
  measures: 'measures.title',
  area: 'goals.area',
  term: 'goals.term',
  words: 'goals.words',
  goal: 'goals.goal',
  criterion: 'goals.criterion',
  state: 'goals.state',
  kind: 'measures.kind',
  what: 'measures.what',
  provider: 'measures.provider',
  from: 'measures.from',
  until: 'measures.until',
  frequency: 'measures.frequency',
  by: 'measures.by',
  inCharge: 'measures.inCharge',
  reviewOn: 'review.on',
  reviews: 'review.title',
  result: 'review.result',
  nextOn: 'review.nextOn',
  agreed: 'agree.title',
  note: 'note',
}
/** Ids that nobody reads: they go with the words beside them. */
const silent = new Set(['goalId', 'serviceId', 'agencyId', 'staffId', 'personId', 'strokes'])

/** "목표 2 · 이루어진 것을 아는 방법" */
export function nameOfPlace(plan: Plan, path: Place): string {
  const { t } = i18n.global
  const [list, id, ...rest] = path
  const place = (list === 'goals' ? plan.goals : list === 'measures' ? plan.measures : []).findIndex(row => row.id === id)
  const row = place < 0 ? '' : list === 'goals' ? t('plan.goals.number', { number: place + 1 }) : plan.measures[place]?.what || t('plan.measures.number', { number: place + 1 })
  const steps = row ? rest : path
  return [row, ...steps.map(step => labels[step] ? t(`plan.${labels[step]}`) : '')].filter(Boolean).join(' · ')
}

const isOne = <Value extends string>(options: readonly Value[], value: Json): value is Value => options.includes(value as Value)

export function sayValue(path: Place, value: Json): string | undefined {
  const { t } = i18n.global
  const last = path.at(-1) ?? ''
  if (last === 'agreed' && isMap(value) && typeof value.at === 'string')
    return t('plan.agree.saved', { day: showDay(dayOf(value.at)), name: String(value.name), method: t(`plan.agree.methods.${String(value.method)}`) })
  if (silent.has(last))
    return '…'
  if (last === 'area' && isOne(NeedArea.options, value))
    return t(`casework.areas.${value}`)
  if (last === 'term')
    return t(`plan.terms.${String(value)}`)
  if (last === 'kind')
    return t(`plan.kinds.${String(value)}`)
  if (last === 'by')
    return t(`plan.by.${String(value)}`)
  if (last === 'state' && isOne(GoalState.options, value))
    return t(`plan.goalStates.${value}`)
  if (last === 'state' && isOne(MeasureState.options, value))
    return t(`plan.measureStates.${value}`)
  if (last === 'result')
    return t(`plan.review.results.${String(value)}`)
  return ['from', 'until', 'reviewOn', 'nextOn', 'on'].includes(last) && typeof value === 'string' ? showDay(value) : undefined
}
