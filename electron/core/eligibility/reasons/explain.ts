/**
 * Why a verdict is what it is: one finding for each criterion that mattered.
 *
 * Of alternatives (`any`) only the met one is told; of those not met, every one; while it is open, those still
 * open. Under `not` a criterion that holds is the one that excludes.
 */
import type { WelfareService } from '../../policy/welfare-service.ts'
import type { CompiledCriterion } from '../compile-criterion.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { EligibilityTexts } from '../texts.ts'
import type { Finding } from '../verdict.ts'
import type { Stage, Told } from './told.ts'
import { findDatedValue } from '../../policy/figure.ts'
import { no, opposite, unknown, yes } from '../kleene.ts'
import { sayFirst } from '../texts.ts'
import { describeCriterion } from './describe-criterion.ts'
import { describeState } from './describe-state.ts'
import { countFindings, memberFindings } from './explain-members.ts'
import { marginOf } from './margin.ts'
import { named, outcomeOf } from './told.ts'

export function explain(criteria: readonly CompiledCriterion[], service: WelfareService, subject: PreparedMember | null, household: PreparedHousehold, services: ReadonlyMap<string, WelfareService>, texts: EligibilityTexts): Finding[] {
  const stage: Stage = { texts, services, household, service, subject }
  const told = criteria.flatMap(criterion => findingsOf(criterion, subject, false, stage))
  const telling = told.filter(({ outcome, obvious }) => outcome !== 'met' || !obvious)
  return (telling.length > 0 ? telling : told).map(({ obvious: _obvious, ...finding }) => finding)
}

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
  // one that is met is enough, and the first open one may not be the one that gets answered
  return (value === (negated ? no : yes) ? those.slice(0, 1) : those).flatMap(each => findingsOf(each, member, negated, stage))
}

function leafFinding(node: Extract<CompiledCriterion, { kind: 'leaf' }>, member: PreparedMember | null, negated: boolean, stage: Stage): Told {
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
    basis: criterion.basis ?? service.source.title,
    figureSince: limit && findDatedValue(limit, household.on)?.from,
    margin: margin?.amount,
    obvious: !negated && (criterion.kind === 'relation' || (criterion.kind === 'resides' && !criterion.atLeast)),
  }
}
