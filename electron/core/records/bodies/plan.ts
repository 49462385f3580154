/** Service plan (서비스 제공계획): goals for each need in the resident's words, and who does what, how often, until when. */
import * as z from 'zod'
import { Instant } from '../../kernel/dates.ts'
import { AgencyId, PersonId, StaffId, WelfareServiceId } from '../../kernel/ids.ts'
import { Day, oneOf, RowId, Short, Words } from './field-parts.ts'
import { NeedArea } from './need-areas.ts'

export const PlanGoal = z.strictObject({
  id: RowId,
  area: NeedArea,
  term: z.enum(['short', 'long']).default('short'),
  /** In the resident's words. */
  words: Words,
  goal: Words,
  /** How one sees that it is reached. */
  criterion: Words,
  state: z.enum(['open', 'achieved', 'partly', 'given-up']).default('open'),
})
export type PlanGoal = z.infer<typeof PlanGoal>

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
  /** Who sees to it: staff, or somebody by name (the resident, an agency's worker). */
  staffId: StaffId.nullable().default(null),
  inCharge: Short,
  state: z.enum(['planned', 'running', 'done', 'dropped']).default('planned'),
})
export type PlanMeasure = z.infer<typeof PlanMeasure>

export const Plan = z.strictObject({
  goals: z.array(PlanGoal).max(40).default([]),
  measures: z.array(PlanMeasure).max(120).default([]),
  reviewOn: Day,
  reviews: z.array(z.strictObject({ id: RowId, on: Day, note: Words, result: oneOf(['go-on', 'change', 'close']) })).max(60).default([]),
  /** Written by the operation that takes the signature, never by saving. */
  agreed: z.strictObject({ at: Instant, personId: PersonId.nullable(), name: z.string().max(60), method: z.enum(['screen', 'paper', 'spoken']), strokes: z.array(z.array(z.tuple([z.number(), z.number(), z.number()]))).nullable() }).nullable().default(null),
  note: Words,
})
export type Plan = z.infer<typeof Plan>
