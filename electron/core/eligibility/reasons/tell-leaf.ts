/** What one plain criterion says of a member, or of the household where it says the same of everybody. */
import type { BilingualText } from '../../kernel/text.ts'
import type { CompiledCriterion } from '../compile-criterion.ts'
import type { Kleene } from '../kleene.ts'
import type { PreparedMember } from '../prepare-household.ts'
import type { EligibilityTexts } from '../texts.ts'
import type { Told } from './memory.ts'
import type { Stage } from './told.ts'
import { findDatedValue } from '../../policy/figure.ts'
import { anotherAnswer } from '../checks/shape.ts'
import { no, opposite, unknown, yes } from '../kleene.ts'
import { oncePer } from '../once-per.ts'
import { sayFirst } from '../texts.ts'
import { describeCriterion } from './describe-criterion.ts'
import { describeState } from './describe-state.ts'
import { marginOf } from './margin.ts'
import { askOnce, toldOnce } from './memory.ts'
import { named, outcomeOf } from './told.ts'

export type Leaf = Extract<CompiledCriterion, { kind: 'leaf' }>

export function tellLeaf(leaf: Leaf, member: PreparedMember | null, negated: boolean, stage: Stage): Told {
  const about = leaf.about === 'household' ? null : member
  const told = toldOnce(stage.memory.leaves, leaf, about, negated, () => tell(leaf, about, negated, stage))
  const sentence = named(told.finding.sentence, member, stage)
  return sentence === told.finding.sentence ? told : { ...told, finding: { ...told.finding, sentence } }
}

function tell(leaf: Leaf, member: PreparedMember | null, negated: boolean, stage: Stage): Told {
  const { criterion, check } = leaf
  const { household, memory } = stage
  const value = leaf.test(member, household)
  const margin = value === no ? marginOf(criterion, check, member, stage) : undefined
  const limit = check.limits?.atMost?.parameter ?? check.limits?.atLeast?.parameter
  return {
    finding: {
      outcome: outcomeOf(negated ? opposite(value) : value),
      sentence: margin?.sentence && !negated ? margin.sentence : sentenceFor(leaf, value, member, negated, stage),
      ask: value === unknown ? askOnce(check.ask(member, household), memory) : undefined,
      basis: criterion.basis,
      figureSince: limit && findDatedValue(limit, household.on)?.from,
      margin: margin?.amount,
    },
    obvious: !negated && (criterion.kind === 'relation' || (criterion.kind === 'resides' && !criterion.atLeast)),
  }
}

/** Sentences that can only turn out in a few ways, kept with the criterion: of the next household they are the same. */
const keptSentences = oncePer((_texts: EligibilityTexts, _leaf: Leaf): Map<string, BilingualText> => new Map())

function sentenceFor(leaf: Leaf, value: Kleene, member: PreparedMember | null, negated: boolean, stage: Stage): BilingualText {
  const state = stateOf(leaf, value, member, stage)
  const key = negated ? (value === yes ? 'excluded' : value === no ? 'not-excluded' : 'not-known.excluding') : outcomeOf(value)
  if (state === undefined)
    return write(leaf, key, value, member, stage)
  const kept = keptSentences(stage.texts, leaf)
  const known = kept.get(`${key} ${state}`) ?? write(leaf, key, value, member, stage)
  kept.set(`${key} ${state}`, known)
  return known
}

/** Which of few states it is in: one of an answer's options, an age. `undefined` where there are as many as amounts or days. */
function stateOf({ criterion, check: { shape, limits } }: Leaf, value: Kleene, member: PreparedMember | null, { household }: Stage): number | undefined {
  if (limits !== undefined)
    return undefined
  if (value === unknown)
    return Number.NaN
  if (shape.kind === 'among' || criterion.kind === 'age' || criterion.kind === 'year-age') {
    const state = shape.kind === 'other' ? anotherAnswer : shape.of.read(member, household)
    return shape.kind === 'among' && state === anotherAnswer ? undefined : state
  }
  return undefined
}

function write(leaf: Leaf, key: string, value: Kleene, member: PreparedMember | null, stage: Stage): BilingualText {
  const { criterion, check } = leaf
  return sayFirst(stage.texts, [`${criterion.kind}.${key}`, key], {
    condition: describeCriterion(leaf, stage, member),
    state: value === unknown ? undefined : describeState(criterion, { ...stage, holds: value === yes }, member, check.actual),
  })
}
