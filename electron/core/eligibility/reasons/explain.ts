/**
 * Why a verdict is what it is: one finding for each criterion that mattered.
 *
 * Of alternatives (`any`) only the met one is told; of those not met, every one; while it is open, those still
 * open. Under `not` a criterion that holds is the one that excludes.
 */
import type { WelfareService } from '../../policy/welfare-service.ts'
import type { CompiledCriterion } from '../compile-criterion.ts'
import type { CompiledService } from '../compile-service.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { EligibilityTexts } from '../texts.ts'
import type { Finding, Verdict } from '../verdict.ts'
import type { Stage, Told } from './told.ts'
import { findDatedValue } from '../../policy/figure.ts'
import { kindOf } from '../fact-table.ts'
import { no, opposite, unknown, yes } from '../kleene.ts'
import { questionKey } from '../question-key.ts'
import { factLabel, joined, say, sayFirst } from '../texts.ts'
import { describeCriterion } from './describe-criterion.ts'
import { describeState } from './describe-state.ts'
import { countFindings, memberFindings } from './explain-members.ts'
import { marginOf } from './margin.ts'
import { named, outcomeOf, ownBasis } from './told.ts'

export function explain({ criteria, service }: CompiledService, verdict: Verdict, subject: PreparedMember | null, household: PreparedHousehold, services: ReadonlyMap<string, WelfareService>, texts: EligibilityTexts): Finding[] {
  const stage: Stage = { texts, services, household, service, subject }
  if (verdict === 'unlikely')
    return unmetFindings(criteria, subject, stage)
  const told = criteria.flatMap(criterion => findingsOf(criterion, subject, false, stage))
  const telling = told.filter(({ outcome, obvious }) => outcome !== 'met' || !obvious)
  return oneForEachQuestion(telling.length > 0 ? telling : told, stage).map(asFinding)
}

const asFinding = ({ obvious: _obvious, ...finding }: Told): Finding => finding

/** Everything that made it unlikely, and nothing else: what is met or open besides changes nothing any more. */
function unmetFindings(criteria: readonly CompiledCriterion[], subject: PreparedMember | null, stage: Stage): Finding[] {
  return criteria
    .filter(({ test }) => test(subject, stage.household) === no)
    .flatMap(criterion => findingsOf(criterion, subject, false, stage))
    .filter(({ outcome }) => outcome === 'not-met')
    .map(asFinding)
}

/** One line for each open question: conditions that wait for the same answer are told by what is asked. */
function oneForEachQuestion(told: readonly Told[], stage: Stage): Told[] {
  const lines = new Map<string | Told, Told>()
  for (const finding of told) {
    const key = finding.ask && !finding.together ? questionKey(finding.ask) : finding
    const before = lines.get(key)
    lines.set(key, before && before.sentence.ko !== finding.sentence.ko ? { ...before, sentence: askedSentence(before, stage) } : before ?? finding)
  }
  return [...lines.values()]
}

function askedSentence({ ask, sentence }: Told, stage: Stage): Told['sentence'] {
  if (!ask?.fact)
    return sentence
  const member = stage.household.members.find(({ source }) => source.id === ask.memberId) ?? null
  return named(say(stage.texts, 'not-known', { condition: factLabel(stage.texts, ask.fact) }), member, stage)
}

type Leaf = Extract<CompiledCriterion, { kind: 'leaf' }>

function findingsOf(node: CompiledCriterion, member: PreparedMember | null, negated: boolean, stage: Stage): Told[] {
  switch (node.kind) {
    case 'leaf': return [leafFinding(node, member, negated, stage)]
    case 'not': return findingsOf(node.of, member, !negated, stage)
    case 'all':
    case 'any': return branchFindings(node, member, negated, stage)
    case 'someone':
    case 'relative': return memberFindings(node, member, negated, stage, findingsOf)
    case 'count': return countFindings(node, member, negated, stage, findingsOf)
  }
}

/** "Not all of them" is an alternative like `any`, and "not any" asks for all. */
function branchFindings(node: Extract<CompiledCriterion, { kind: 'all' | 'any' }>, member: PreparedMember | null, negated: boolean, stage: Stage): Told[] {
  const areAlternatives = (node.kind === 'any') !== negated
  if (!areAlternatives)
    return node.of.flatMap(each => findingsOf(each, member, negated, stage))
  const value = node.test(member, stage.household)
  const those = node.of.filter(({ test }) => test(member, stage.household) === value)
  if (value === unknown && !negated)
    return openAlternatives(those, member, stage)
  // one that is met is enough, and the first open one may not be the one that gets answered
  return (value === (negated ? no : yes) ? those.slice(0, 1) : those).flatMap(each => findingsOf(each, member, negated, stage))
}

/** Of what is still open one is enough: one line for all of it, but health keeps its own. */
function openAlternatives(open: readonly CompiledCriterion[], member: PreparedMember | null, stage: Stage): Told[] {
  const plain = open.filter(node => node.kind === 'leaf').filter(({ check }) => {
    const ask = check.ask(member, stage.household)
    return ask !== undefined && !(ask.fact && kindOf(stage.household.factTable, ask.fact).sensitive)
  })
  if (plain.length < 2)
    return open.flatMap(each => findingsOf(each, member, false, stage))
  const others = open.filter(node => !(plain as readonly CompiledCriterion[]).includes(node))
  return [oneOf(plain, member, stage), ...others.flatMap(each => findingsOf(each, member, false, stage))]
}

function oneOf(nodes: readonly Leaf[], member: PreparedMember | null, stage: Stage): Told {
  const { texts, household } = stage
  const asks = new Map(nodes.flatMap(({ check }) => check.ask(member, household) ?? []).map(ask => [questionKey(ask), ask]))
  const [ask, ...further] = asks.values()
  const bases = new Set(nodes.map(({ criterion }) => criterion.basis))
  const conditions = joined(texts, 'join.list', nodes.map(node => describeCriterion(node, stage, member)))
  return {
    outcome: 'not-known',
    sentence: named(say(texts, 'not-known.alternatives', { conditions }), member, stage),
    ask,
    ...(further.length > 0 ? { together: [...asks.values()] } : {}),
    basis: bases.size === 1 ? ownBasis([...bases][0], stage) : undefined,
  }
}

function leafFinding(node: Leaf, member: PreparedMember | null, negated: boolean, stage: Stage): Told {
  const { criterion, check } = node
  const { texts, household, service } = stage
  const value = node.test(member, household)
  const outcome = outcomeOf(negated ? opposite(value) : value)
  const margin = value === no ? marginOf(criterion, check, member, stage) : undefined
  const key = negated ? (value === yes ? 'excluded' : value === no ? 'not-excluded' : 'not-known.excluding') : outcome
  const sentence = margin?.sentence && !negated
    ? margin.sentence
    : sayFirst(texts, [`${criterion.kind}.${key}`, key], {
        condition: describeCriterion(node, stage, member),
        state: value === unknown ? undefined : describeState(criterion, { ...stage, holds: value === yes, counts: service.counts }, member, check.actual),
      })
  const limit = check.limits?.atMost?.parameter ?? check.limits?.atLeast?.parameter
  return {
    outcome,
    sentence: named(sentence, member, stage),
    ask: value === unknown ? check.ask(member, household) : undefined,
    basis: ownBasis(criterion.basis, stage),
    figureSince: limit && findDatedValue(limit, household.on)?.from,
    margin: margin?.amount,
    obvious: !negated && (criterion.kind === 'relation' || (criterion.kind === 'resides' && !criterion.atLeast)),
  }
}
