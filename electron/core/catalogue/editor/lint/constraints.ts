/** What a simple condition leaves possible, thing by thing; nothing where that cannot be said exactly. */
import type { LeafCriterion, Limit } from '../../../eligibility/criteria.ts'
import type { RuleSetting } from '../rule-setting.ts'
import type { Literal } from './literals.ts'
import type { Values } from './values.ts'
import { kindOf } from '../../../eligibility/fact-table.ts'
import { EventKind, Relation, Sex } from '../../../eligibility/household-facts.ts'
import { dayNumberOf } from '../../../kernel/calendar.ts'
import { between, noneOf, oneOf, outside } from './values.ts'

export interface Constraint {
  /** What it is about: "a:age:years", "household:income:recognised-income". */
  readonly thing: string
  readonly values: Values
  /** Every answer there is, where the list is closed. */
  readonly domain?: readonly unknown[]
}

/** The span in which a border lies in the household that is thought of. */
export type SpanOf = (limit: Limit) => { readonly least: number, readonly most: number }

const infinity = Number.POSITIVE_INFINITY

export function constraintsOf(literal: Literal, setting: RuleSetting, spanOf: SpanOf): readonly Constraint[] {
  if ('whole' in literal)
    return [{ thing: `${literal.whose}:whole:${literal.whole}`, values: oneOf([literal.holds]), domain: [true, false] }]
  return ofLeaf(literal.leaf, literal.holds, literal.whose, setting, spanOf)
}

function ofLeaf(leaf: LeafCriterion, holds: boolean, whose: string, setting: RuleSetting, spanOf: SpanOf): readonly Constraint[] {
  const numbers = (thing: string, least: number, most: number): Constraint[] => [{ thing: `${whose}:${thing}`, values: holds ? between(least, most) : outside(least, most) }]
  const answers = (thing: string, only: readonly unknown[], domain?: readonly unknown[], about = whose): Constraint[] =>
    [{ thing: `${about}:${thing}`, values: holds ? oneOf(only) : noneOf(only), ...(domain ? { domain } : {}) }]
  switch (leaf.kind) {
    case 'age': return numbers(`age:${leaf.unit}:${leaf.at ?? ''}`, leaf.from ?? 0, (leaf.below ?? infinity) - 1)
    case 'year-age': return numbers('year-age', leaf.from ?? 0, (leaf.below ?? infinity) - 1)
    case 'born': return numbers('born', leaf.from ? dayNumberOf(leaf.from) : -infinity, leaf.until ? dayNumberOf(leaf.until) : infinity)
    case 'sex': return answers('sex', [leaf.is], Sex.options)
    case 'relation': return answers('relation', leaf.in, Relation.options)
    case 'living-together': return answers('living-together', [leaf.is], [true, false])
    case 'household-size': return sizes(leaf.from ?? 0, leaf.to ?? infinity, holds, whose, setting)
    case 'receives': return answers(`receives:${leaf.service}`, [true], [true, false])
    case 'event': return holds || !leaf.within ? answers('event', leaf.is, EventKind.options, 'household') : []
    case 'resides': return ofPlace(leaf, holds)
    case 'since': return numbers(`since:${leaf.fact}:${leaf.within.unit}`, 0, leaf.within.count)
    case 'fact': return ofFact(leaf, whose, setting, answers)
    case 'amount': return bordered(`${ownerOf(leaf.fact, whose, setting)}:amount:${leaf.fact}`, leaf, holds, spanOf)
    case 'income': return bordered(`${whose}:income:${leaf.measure}`, leaf, holds, spanOf)
    case 'office-decides': return []
  }
}

/** Of a size that a service counts by member, each member has one of his own. */
export const sizeOwner = (whose: string, { counts }: RuleSetting): string => counts === 'registered' || counts === 'family' ? 'household' : whose
const sizes = (from: number, to: number, holds: boolean, whose: string, setting: RuleSetting): Constraint[] =>
  [{ thing: `${sizeOwner(whose, setting)}:size`, values: holds ? between(from, to) : outside(from, to) }]

const ownerOf = (fact: string, whose: string, { catalogue }: RuleSetting): string => kindOf(catalogue.facts, fact).about === 'household' ? 'household' : whose

function ofFact(leaf: Extract<LeafCriterion, { kind: 'fact' }>, whose: string, setting: RuleSetting, answers: (thing: string, only: readonly unknown[], domain: readonly unknown[] | undefined, about: string) => Constraint[]): Constraint[] {
  const { value } = kindOf(setting.catalogue.facts, leaf.fact)
  const domain = value.type === 'choice' ? value.options : value.type === 'yes-no' ? [true, false] : undefined
  return answers(`fact:${leaf.fact}`, leaf.in, domain, ownerOf(leaf.fact, whose, setting))
}

/** Not to live in a place that is named by province and district says nothing about either alone. */
function ofPlace({ province, district, atLeast }: Extract<LeafCriterion, { kind: 'resides' }>, holds: boolean): Constraint[] {
  const named = [['province', province], ['district', district]] as const
  if (!holds && (atLeast || (province !== undefined && district !== undefined)))
    return []
  return named.flatMap(([thing, name]) => name === undefined ? [] : [{ thing: `household:${thing}`, values: holds ? oneOf([name]) : noneOf([name]) }])
}

/** Both borders included; where a border lies in a span, as much as possible is left possible. */
function bordered(thing: string, leaf: { readonly atLeast?: Limit | undefined, readonly atMost?: Limit | undefined }, holds: boolean, spanOf: SpanOf): Constraint[] {
  const lower = leaf.atLeast === undefined ? { least: -infinity, most: -infinity } : spanOf(leaf.atLeast)
  const upper = leaf.atMost === undefined ? { least: infinity, most: infinity } : spanOf(leaf.atMost)
  return [{ thing, values: holds ? between(lower.least, upper.most) : outside(lower.most, upper.least) }]
}
