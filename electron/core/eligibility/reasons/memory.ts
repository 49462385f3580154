/**
 * What was told in one lookup already: a criterion says the same of a member in every service that asks for it, and a
 * question is the same one whoever asks it.
 */
import type { BilingualText } from '../../kernel/text.ts'
import type { CompiledCriterion } from '../compile-criterion.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { EligibilityTexts } from '../texts.ts'
import type { Finding, Question } from '../verdict.ts'
import { questionKey } from '../question-key.ts'
import { whoIs } from './wording.ts'

export interface Told {
  /** With its basis, even where that is the source of the entry. */
  readonly finding: Finding
  /** Met, and everybody can see it: that the household lives where the service is, that a child is a child. */
  readonly obvious?: boolean
}

/** By criterion, member and whether it was turned round. */
type TellingOf<What> = Map<number, What>

/** One household, one set of texts, the services of one catalogue. */
export interface Memory {
  readonly leaves: TellingOf<Told>
  /** Of branches only what they say of whom the verdict is about. */
  readonly branches: TellingOf<readonly Told[]>
  readonly questions: Map<string, Question>
  readonly who: Map<PreparedMember, BilingualText>
}

export const freshMemory = (): Memory => ({ leaves: new Map(), branches: new Map(), questions: new Map(), who: new Map() })

/** More than any household has members, the household itself among them. */
const places = 32

/** @param member `null` for what is the same for everybody of the household */
export function toldOnce<What extends object>(told: TellingOf<What>, { number }: CompiledCriterion, member: PreparedMember | null, negated: boolean, tell: () => What): What {
  const key = (number * places + (member === null ? 0 : member.place + 1)) * 2 + Number(negated)
  let known = told.get(key)
  if (!known)
    told.set(key, known = tell())
  return known
}

/** The question that helps, the same object each time it is asked. */
export function askOnce(question: Question | undefined, { questions }: Memory): Question | undefined {
  if (!question)
    return undefined
  const key = questionKey(question)
  const known = questions.get(key)
  if (known)
    return known
  questions.set(key, question)
  return question
}

export function whoItIs({ who }: Memory, member: PreparedMember, household: PreparedHousehold, texts: EligibilityTexts): BilingualText {
  let known = who.get(member)
  if (!known)
    who.set(member, known = whoIs(texts, member.source, household.source))
  return known
}
