/** What a check is: the shape of one criterion with its test, and what to ask when its answer is not known. */
import type { Parameter } from '../../policy/parameter.ts'
import type { Counts, WelfareService } from '../../policy/welfare-service.ts'
import type { LeafCriterion, LeafKind } from '../criteria.ts'
import type { FactTable } from '../fact-table.ts'
import type { FactId } from '../facts.ts'
import type { CompiledLimit } from '../limit.ts'
import type { Answer, PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { Question } from '../verdict.ts'
import type { Shape, Test } from './shape.ts'
import { kindOf } from '../fact-table.ts'

export interface Check {
  readonly shape: Shape
  /** Read off the shape. */
  readonly test: Test
  /** The question that helps when the test is not known; `undefined` when no question would. */
  readonly ask: (member: PreparedMember | null, household: PreparedHousehold) => Question | undefined
  /** The borders it compares with, for the reasons and for what is to be checked. */
  readonly limits?: { readonly atLeast?: CompiledLimit, readonly atMost?: CompiledLimit }
  /** What is compared with the borders. */
  readonly actual?: (member: PreparedMember | null, household: PreparedHousehold) => Answer
}

/** What a criterion is compiled against. */
export interface Surroundings {
  readonly counts: Counts
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly services: ReadonlyMap<string, WelfareService>
  readonly facts: FactTable
}

export type Criterion<Kind extends LeafKind> = Extract<LeafCriterion, { kind: Kind }>
export type MakeCheck<Kind extends LeafKind> = (criterion: Criterion<Kind>, surroundings: Surroundings) => Omit<Check, 'test'>

/** The answer to a fact, from the member or the household as the fact is about the one or the other. */
export function answerTo(fact: FactId, table: FactTable): (member: PreparedMember | null, household: PreparedHousehold) => Answer {
  const { about } = kindOf(table, fact)
  const index = table.index.get(fact)!
  return about === 'person'
    ? member => member?.answers[index]
    : (_member, household) => household.answers[index]
}

export const askAbout = (about: Exclude<Question['about'], 'fact' | 'receives'>) =>
  (member: PreparedMember | null): Question => ({ about, memberId: about === 'residence' || about === 'event-day' ? null : member?.source.id ?? null })

export function askFact(fact: FactId, table: FactTable): (member: PreparedMember | null) => Question {
  const isPersonal = kindOf(table, fact).about === 'person'
  return member => ({ about: 'fact', fact, memberId: isPersonal ? member?.source.id ?? null : null })
}
