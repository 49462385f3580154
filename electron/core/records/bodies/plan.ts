/** Service plan (서비스 제공계획): goals for each need in the resident's words, and who does what, how often, until when. */
import * as z from 'zod'
import { Instant } from '../../kernel/dates.ts'
import { AgencyId, PersonId, StaffId, WelfareServiceId } from '../../kernel/ids.ts'
import { Day, oneOf, RowId, Short, Words } from './field-parts.ts'
import { NeedArea } from './need-areas.ts'

export const GoalState = z.enum(['open', 'achieved', 'partly', 'given-up'])
export type GoalState = z.infer<typeof GoalState>

export const PlanGoal = z.strictObject({
  id: RowId,
  area: NeedArea,
  term: z.enum(['short', 'long']).default('short'),
  /** In the resident's words. */
  words: Words,
  goal: Words,
  /** How one sees that it is reached. */
  criterion: Words,
  state: GoalState.default('open'),
})
export type PlanGoal = z.infer<typeof PlanGoal>

export const MeasureState = z.enum(['planned', 'running', 'done', 'dropped'])
export type MeasureState = z.infer<typeof MeasureState>

/** staff 직원, resident 주민 본인·가족, agency 기관 담당자. */
export const inChargeKinds = ['staff', 'resident', 'agency'] as const

export const PlanMeasure = z.strictObject({
  id: RowId,
  goalId: RowId.nullable().default(null),
  kind: z.enum(['service', 'task']).default('service'),
  what: Short,
  serviceId: WelfareServiceId.nullable().default(null),
  agencyId: AgencyId.nullable().default(null),
  provider: Short,
  from: Day,
  until: Day,
  frequency: Short,
  /** Who sees to it: somebody of the office, the resident, an agency's worker. */
  by: oneOf(inChargeKinds),
  staffId: StaffId.nullable().default(null),
  inCharge: Short,
  state: MeasureState.default('planned'),
})
export type PlanMeasure = z.infer<typeof PlanMeasure>

export const reviewResults = ['go-on', 'change', 'close'] as const

/** A look at how the plan goes (점검), with the states of the goals as they were that day. */
export const PlanReview = z.strictObject({
  id: RowId,
  on: Day,
  note: Words,
  result: oneOf(reviewResults),
  nextOn: Day,
  goals: z.array(z.strictObject({ id: RowId, state: GoalState })).max(40).default([]),
})
export type PlanReview = z.infer<typeof PlanReview>

/** Written by the operation that takes the signature, never by saving. */
export const PlanAgreed = z.strictObject({
  at: Instant,
  personId: PersonId.nullable(),
  name: z.string().max(60),
  method: z.enum(['screen', 'paper', 'spoken']),
  strokes: z.array(z.array(z.tuple([z.number(), z.number(), z.number()]))).nullable(),
  /** Why it was only spoken. */
  why: Short,
})
export type PlanAgreed = z.infer<typeof PlanAgreed>

export const Plan = z.strictObject({
  goals: z.array(PlanGoal).max(40).default([]),
  measures: z.array(PlanMeasure).max(120).default([]),
  reviewOn: Day,
  reviews: z.array(PlanReview).max(60).default([]),
  agreed: PlanAgreed.nullable().default(null),
  note: Words,
})
export type Plan = z.infer<typeof Plan>

/** Services and tasks in the order of the goals they serve; what belongs to none comes last. `place` is that of the goal, from 1. */
export function measuresInOrder({ goals, measures }: Pick<Plan, 'goals' | 'measures'>): { readonly measure: PlanMeasure, readonly place: number | null }[] {
  const placed = measures.map(measure => ({ measure, place: goals.findIndex(({ id }) => id === measure.goalId) + 1 || null }))
  return placed.toSorted((one, other) => (one.place ?? goals.length + 1) - (other.place ?? goals.length + 1))
}
