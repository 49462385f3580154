/**
 * The household as the engine and the command line see it: no names, only what a rule may turn on.
 *
 * Documented for outsiders in `resources/policy/README.md`. Whatever is left out is *not known*.
 */
import type { FactTable } from './fact-table.ts'
import * as z from 'zod'
import { PlainDate } from '../kernel/dates.ts'
import { nearest } from '../kernel/nearest.ts'
import { builtInFacts } from './fact-table.ts'
import { answersTo, FactValue, fitsKind } from './facts.ts'

/** Relation to the head of household (세대주와의 관계). */
export const Relation = z.enum([
  'head',
  'spouse',
  'child',
  'parent',
  'grandparent',
  'grandchild',
  'sibling',
  'parent-in-law',
  'child-in-law',
  'other-relative',
  /** 동거인: lives there, no family. */
  'cohabitant',
])
export type Relation = z.infer<typeof Relation>

export const Sex = z.enum(['female', 'male'])
export type Sex = z.infer<typeof Sex>

const factsOf = ({ kinds }: FactTable) => z.record(z.string().max(80), FactValue.nullable()).superRefine((answers, context) => {
  for (const [name, value] of Object.entries(answers)) {
    const kind = kinds.get(name)
    if (!kind)
      context.addIssue({ code: 'unrecognized_keys', keys: [name], message: `there is no such fact; the nearest are: ${nearest(name, kinds.keys()).join(', ')}` })
    else if (!fitsKind(kind, value))
      context.addIssue({ code: 'custom', path: [name], message: answersTo(kind) })
  }
})

/** Which services are received already, by service id; one that is not named is not known. */
const Receives = z.record(z.string().max(80), z.boolean())

const memberFacts = (table: FactTable) => z.strictObject({
  id: z.string().min(1).max(60),
  relation: Relation,
  birth: PlainDate.optional(),
  sex: Sex.optional(),
  /** Lives in the household; `false` for a child away, a conscript, a patient in an institution. */
  livingTogether: z.boolean().optional(),
  /** Set when the person has died: no service concerns them any more, but what they leave does. */
  diedOn: PlainDate.optional(),
  facts: factsOf(table).default({}),
  receives: Receives.default({}),
})
export type MemberFacts = z.infer<ReturnType<typeof memberFacts>>

/** The events at the counter, and the ones a rule may count from. */
export const EventKind = z.enum(['move-in', 'birth', 'death', 'counselling'])
export type EventKind = z.infer<typeof EventKind>

function eachIdOnce(members: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  members.forEach(({ id }, at) => {
    if (members.findIndex(other => other.id === id) < at)
      context.addIssue({ code: 'custom', path: [at, 'id'], message: 'another member has the same id; give each its own' })
  })
}

/** @param table the facts of the catalogue that the household is looked up in */
export const householdFacts = (table: FactTable) => z.strictObject({
  /** What brought the resident, and the day it happened (birth day, day of death, day of moving in). */
  event: z.strictObject({ kind: EventKind, on: PlainDate.optional() }).optional(),
  residence: z.strictObject({
    province: z.string().max(40).optional(),
    district: z.string().max(40).optional(),
    /** Since when registered in the province and in the district without a break. */
    inProvinceSince: PlainDate.optional(),
    inDistrictSince: PlainDate.optional(),
  }).default({}),
  members: z.array(memberFacts(table)).min(1).max(30).superRefine(eachIdOnce),
  facts: factsOf(table).default({}),
  receives: Receives.default({}),
})
/** With the built-in facts alone, as the desk asks them. */
export const HouseholdFacts = householdFacts(builtInFacts)
export type HouseholdFacts = z.infer<typeof HouseholdFacts>
