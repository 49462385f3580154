/**
 * The closed list of things a catalogue entry may ask of a household.
 *
 * This is data, not a language: no expressions, no names but the ones listed here. When a notice asks for
 * something this list cannot say, add a kind here, its check in `checks/`, its sentence in
 * `resources/texts/{ko,en}/reasons.json` and a row to `test/policy/cases`.
 *
 * A criterion about a person speaks of the member the service is looked up for; `someone`, `relative` and
 * `count` turn to other members, and everything inside them holds for the *same* one.
 */
import * as z from 'zod'
import { PlainDate } from '../kernel/dates.ts'
import { WelfareServiceId } from '../kernel/ids.ts'
import { Rounding } from '../kernel/money.ts'
import { BilingualText } from '../kernel/text.ts'
import { FactId, FactValue } from './facts.ts'
import { EventKind, Relation, Sex } from './household-facts.ts'

const hasTwoDecimals = (percent: number): boolean => Math.abs(percent * 100 - Math.round(percent * 100)) < 1e-6

const share = {
  /** Of the figure or the answer, with up to two decimals; the whole of it when left out. */
  percent: z.number().positive().max(1000).refine(hasTwoDecimals, { error: 'percent has at most two decimals' }).optional(),
  /** 12 for a month's part of a yearly figure, 3 for a third. */
  dividedBy: z.int().min(2).max(1000).optional(),
  /** Half up to the whole unit when left out. */
  round: Rounding.optional(),
  /** Added after the share was rounded. */
  plus: z.int().optional(),
}

/** A border: a plain number, or a share of a dated figure or of another amount that is known of the household. */
export const Limit = z.union([
  z.int(),
  z.strictObject({ parameter: z.string(), ...share }),
  z.strictObject({ fact: FactId, ...share }),
])
export type Limit = z.infer<typeof Limit>

/** Law, article or notice for this one criterion, where it differs from the entry's source. */
const basis = z.string().min(1).optional()

/** A day that every year has, as month and day. */
const DayOfYear = z.string().regex(/^(?:0[13578]-(?:0[1-9]|[12]\d|3[01])|1[02]-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))$/)

const Age = z.strictObject({
  kind: z.literal('age'),
  unit: z.enum(['years', 'months']).default('years'),
  /** At least this many completed. */
  from: z.int().nonnegative().optional(),
  /** Fewer than this many completed. */
  below: z.int().positive().optional(),
  /**
   * `month-end`: the age reached by the last day of the month, for what is paid by the month. "Until the month
   * before the second birthday" (아동수당법 10) is `below: 2, at: month-end`. `12-31`: the age reached by that day of
   * the calendar year of the lookup, before and after it. Left out: the age on the day.
   */
  at: z.union([z.literal('month-end'), DayOfYear]).optional(),
  basis,
})

/** Birth day within a window, both ends included. */
const Born = z.strictObject({ kind: z.literal('born'), from: PlainDate.optional(), until: PlainDate.optional(), basis })
/**
 * Calendar year in which an age is reached ("연 나이"): the year of the day minus the year of birth.
 * Laws such as the Youth Protection Act and yearly health programmes count so.
 */
const YearAge = z.strictObject({ kind: z.literal('year-age'), from: z.int().optional(), below: z.int().optional(), basis })
const HasSex = z.strictObject({ kind: z.literal('sex'), is: Sex, basis })
const HasRelation = z.strictObject({ kind: z.literal('relation'), in: z.array(Relation).min(1), basis })
const LivingTogether = z.strictObject({ kind: z.literal('living-together'), is: z.boolean().default(true), basis })
/** A fact has one of these values (a choice, or true/false). Whether it is the member's or the household's follows from the fact. */
const HasFact = z.strictObject({ kind: z.literal('fact'), fact: FactId, in: z.array(FactValue).min(1), basis })
/** A fact in won or a count against borders, both included. */
const Amount = z.strictObject({ kind: z.literal('amount'), fact: FactId, atLeast: Limit.optional(), atMost: Limit.optional(), basis })
/** A fact that is a day lies not further back than this, and not in the future. */
const Since = z.strictObject({
  kind: z.literal('since'),
  fact: FactId,
  within: z.strictObject({ count: z.int().positive(), unit: z.enum(['days', 'weeks', 'months', 'years']) }),
  basis,
})
/** Recognised or declared monthly income against a share of the standard median income or a fixed figure. */
const Income = z.strictObject({
  kind: z.literal('income'),
  /** `recognised-income` 소득인정액, `monthly-income` 소득. */
  measure: z.enum(['recognised-income', 'monthly-income']).default('recognised-income'),
  atMost: Limit,
  basis,
})
const HouseholdSize = z.strictObject({ kind: z.literal('household-size'), from: z.int().positive().optional(), to: z.int().positive().optional(), basis })
/** This service is received already, by the member or the household. */
const Receives = z.strictObject({ kind: z.literal('receives'), service: WelfareServiceId, basis })
const Resides = z.strictObject({
  kind: z.literal('resides'),
  province: z.string().optional(),
  district: z.string().optional(),
  /** Registered there without a break for at least this long. */
  atLeast: z.strictObject({ count: z.int().positive(), unit: z.enum(['days', 'months', 'years']) }).optional(),
  basis,
})
/** What brought the resident to the counter, and how long ago it may be. */
const Event = z.strictObject({
  kind: z.literal('event'),
  is: z.array(EventKind).min(1),
  within: z.strictObject({ count: z.int().positive(), unit: z.enum(['days', 'weeks', 'months', 'years']) }).optional(),
  basis,
})
/**
 * What only the responsible office can judge (담당 기관이 판단): "the district selects by score". Never known here, and
 * nothing the family could answer, so it asks nothing and keeps a verdict at best open.
 */
const OfficeDecides = z.strictObject({ kind: z.literal('office-decides'), what: BilingualText, basis })

const Leaf = z.discriminatedUnion('kind', [
  Age,
  Born,
  YearAge,
  HasSex,
  HasRelation,
  LivingTogether,
  HasFact,
  Amount,
  Since,
  Income,
  HouseholdSize,
  Receives,
  Resides,
  Event,
  OfficeDecides,
])
export type LeafCriterion = z.infer<typeof Leaf>
export type LeafKind = LeafCriterion['kind']

/** How another member is related to the one in question, read off their relations to the head. */
export const Kinship = z.enum(['child', 'parent', 'spouse', 'sibling', 'grandchild', 'grandparent'])
export type Kinship = z.infer<typeof Kinship>

export type Criterion
  = | LeafCriterion
    | { kind: 'all', of: Criterion[], basis?: string | undefined }
    | { kind: 'any', of: Criterion[], basis?: string | undefined }
    | { kind: 'not', of: Criterion, basis?: string | undefined }
  /** Somebody of the household, the member included. */
    | { kind: 'someone', where: Criterion, basis?: string | undefined }
  /** A relative of the member within the household. */
    | { kind: 'relative', is: Kinship, where: Criterion, basis?: string | undefined }
  /** How many of the household hold it, both ends included. */
    | { kind: 'count', where: Criterion, from?: number | undefined, to?: number | undefined, basis?: string | undefined }

export const Criterion: z.ZodType<Criterion> = z.lazy(() => z.union([
  Leaf,
  z.strictObject({ kind: z.literal('all'), of: z.array(Criterion).min(1), basis }),
  z.strictObject({ kind: z.literal('any'), of: z.array(Criterion).min(1), basis }),
  z.strictObject({ kind: z.literal('not'), of: Criterion, basis }),
  z.strictObject({ kind: z.literal('someone'), where: Criterion, basis }),
  z.strictObject({ kind: z.literal('relative'), is: Kinship, where: Criterion, basis }),
  z.strictObject({ kind: z.literal('count'), where: Criterion, from: z.int().nonnegative().optional(), to: z.int().nonnegative().optional(), basis }),
]))
