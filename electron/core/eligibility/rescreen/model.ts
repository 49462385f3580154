/** What changes (달라지는 것): whose verdicts become others under new rules or figures, or on another day. */
import * as z from 'zod'
import { PlainDate } from '../../kernel/dates.ts'
import { CaseId, HouseholdId, VisitId, WelfareServiceId } from '../../kernel/ids.ts'
import { BilingualText } from '../../kernel/text.ts'
import { Verdict } from '../verdict.ts'

/** What is held against each other. */
export const Compared = z.discriminatedUnion('with', [
  /** The rules in force and the draft, both as they are on one day: the day on which the new figures begin. */
  z.strictObject({ with: z.literal('draft'), on: PlainDate }),
  /** Two releases by their numbers, on one day. */
  z.strictObject({ with: z.literal('release'), from: z.int().positive(), to: z.int().positive(), on: PlainDate }),
  /** The rules in force on a day and on the day before it: figures and services that begin, ages that are reached. */
  z.strictObject({ with: z.literal('day'), on: PlainDate }),
])
export type Compared = z.infer<typeof Compared>

/** `null`: the service is not offered, because it is not in force or only elsewhere. */
export const VerdictOrNone = Verdict.nullable()

/** A service and a direction; all households in it have the same before and the same after. */
export const Direction = z.strictObject({ serviceId: WelfareServiceId, before: VerdictOrNone, after: VerdictOrNone })
export type Direction = z.infer<typeof Direction>

export const FlipGroup = Direction.extend({
  name: BilingualText,
  households: z.int().positive(),
  /** Verdicts: a service may concern several of a household. */
  verdicts: z.int().positive(),
  /** Households that were told at their last lookup that it is nothing for them. */
  toldNo: z.int().nonnegative(),
})
export type FlipGroup = z.infer<typeof FlipGroup>

export const RunId = z.string().min(1).max(60).brand<'RunId'>()
export type RunId = z.infer<typeof RunId>

/** Counts only: nothing here says anything about anybody. */
export const LookingAgain = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('looking'), done: z.int().nonnegative(), of: z.int().nonnegative() }),
  z.object({
    phase: z.literal('done'),
    run: RunId,
    /** Looked up under both; and left out because no consent stands. */
    looked: z.int().nonnegative(),
    leftOut: z.int().nonnegative(),
    /** Services that differ and were looked up. */
    services: z.int().nonnegative(),
    /** What may be asked for again first: told no and likely now, then what became likely, then the rest. */
    groups: z.array(FlipGroup),
  }),
])
export type LookingAgain = z.infer<typeof LookingAgain>

/** Of one page of names; each of them is a line in the access log. */
export const householdsShown = 20

/** A household in whose favour or against which something changed. */
export const FlippedHousehold = z.object({
  householdId: HouseholdId,
  /** The members it concerns, or whoever came to the counter; masked. */
  who: z.array(z.string()),
  dong: z.string(),
  toldNo: z.boolean(),
  /** Marked as received, or as not wanted, in their last visit. */
  mark: z.enum(['already-receives', 'not-wanted']).nullable(),
  /** Why, under the later rules: what decided, first. */
  why: z.array(BilingualText),
  visitId: VisitId.nullable(),
  case: z.object({ id: CaseId, planner: z.string() }).nullable(),
})
export type FlippedHousehold = z.infer<typeof FlippedHousehold>
