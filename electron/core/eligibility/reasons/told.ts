/** What the reasons share: the scene of a verdict, a finding as it is told, and who a sentence is about. */
import type { BilingualText } from '../../kernel/text.ts'
import type { Counts } from '../../policy/welfare-service.ts'
import type { CompiledCriterion } from '../compile-criterion.ts'
import type { Kleene } from '../kleene.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { EligibilityTexts } from '../texts.ts'
import type { Finding } from '../verdict.ts'
import type { Scene } from './describe-criterion.ts'
import { no, yes } from '../kleene.ts'
import { oncePer } from '../once-per.ts'
import { say } from '../texts.ts'
import { whoIs } from './wording.ts'

export interface Stage extends Scene {
  /** Of the service, when who counts differs the same criterion says something else. */
  readonly counts: Counts
  /** Whom the verdict is about; a finding about somebody else names them. */
  readonly subject: PreparedMember | null
}

export interface Told {
  /** With its basis, even where that is the source of the entry. */
  readonly finding: Finding
  /** Met, and everybody can see it: that the household lives where the service is, that a child is a child. */
  readonly obvious?: boolean
}

type ToldOfCriterion = Map<number, readonly Told[]>

/**
 * What was told of a household already: a criterion says the same of a member in every service that asks for it, apart
 * from whom the verdict is about.
 */
const toldBefore = oncePer((_household: PreparedHousehold, _texts: EligibilityTexts): Map<CompiledCriterion, ToldOfCriterion> => new Map())

/** More than any household has members, with room for the household itself. */
const places = 64
const placeOf = (member: PreparedMember | null): number => member === null ? 0 : member.place + 1

/** Tells it once. */
export function toldOnce(node: CompiledCriterion, member: PreparedMember | null, negated: boolean, { household, texts, subject }: Stage, tell: () => readonly Told[]): readonly Told[] {
  const known = toldBefore(household, texts)
  let ofNode = known.get(node)
  if (!ofNode)
    known.set(node, ofNode = new Map())
  const key = (placeOf(member) * places + placeOf(subject)) * 2 + Number(negated)
  let told = ofNode.get(key)
  if (!told)
    ofNode.set(key, told = tell())
  return told
}

export const outcomeOf = (value: Kleene): Finding['outcome'] => value === yes ? 'met' : value === no ? 'not-met' : 'not-known'

/** A sentence about somebody else than the verdict's person says who it is about. */
export function named(sentence: BilingualText, member: PreparedMember | null, { texts, household, subject }: Stage): BilingualText {
  return member && member !== subject ? say(texts, 'about', { who: whoItIs(household, member, texts), sentence }) : sentence
}

const whoItIs = oncePer((household: PreparedHousehold, { source }: PreparedMember, texts: EligibilityTexts) => whoIs(texts, source, household.source))
