/** What the reasons share: the scene of a verdict, a finding as it is told, and who a sentence is about. */
import type { BilingualText } from '../../kernel/text.ts'
import type { Counts } from '../../policy/welfare-service.ts'
import type { CompiledCriterion } from '../compile-criterion.ts'
import type { Kleene } from '../kleene.ts'
import type { PreparedMember } from '../prepare-household.ts'
import type { Finding } from '../verdict.ts'
import type { Scene } from './describe-criterion.ts'
import type { Memory, Told } from './memory.ts'
import { no, yes } from '../kleene.ts'
import { say } from '../texts.ts'
import { whoItIs } from './memory.ts'

export interface Stage extends Scene {
  /** Of the service, when who counts differs the same criterion says something else. */
  readonly counts: Counts
  /** Whom the verdict is about; a finding about somebody else names them. */
  readonly subject: PreparedMember | null
  readonly memory: Memory
}

/** Tells what is inside, of the member it turned to. */
export type Tell = (node: CompiledCriterion, member: PreparedMember | null, negated: boolean, stage: Stage) => readonly Told[]

export const outcomeOf = (value: Kleene): Finding['outcome'] => value === yes ? 'met' : value === no ? 'not-met' : 'not-known'

/** A sentence about somebody else than the verdict's person says who it is about. */
export function named(sentence: BilingualText, member: PreparedMember | null, { texts, household, subject, memory }: Stage): BilingualText {
  return member && member !== subject ? say(texts, 'about', { who: whoItIs(memory, member, household, texts), sentence }) : sentence
}
