/**
 * Why a verdict is what it is: one finding for each criterion that mattered.
 *
 * Of alternatives (`any`) that are met only the met one is told; of those not met, every one. Under `not` a
 * criterion that holds is the one that excludes.
 */
import type { BilingualText } from '../../kernel/text.ts'
import type { WelfareService } from '../../policy/welfare-service.ts'
import type { CompiledCriterion } from '../compile-criterion.ts'
import type { Kleene } from '../kleene.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { EligibilityTexts } from '../texts.ts'
import type { Finding, Question } from '../verdict.ts'
import type { Scene } from './describe-criterion.ts'
import { findDatedValue } from '../../policy/figure.ts'
import { isKin } from '../kinship.ts'
import { both, no, opposite, unknown, yes } from '../kleene.ts'
import { factIndex } from '../prepare-household.ts'
import { say, sayFirst, term } from '../texts.ts'
import { describeCriterion } from './describe-criterion.ts'
import { describeState } from './describe-state.ts'
import { marginOf } from './margin.ts'
import { whoIs } from './wording.ts'

interface Stage extends Scene {
  readonly service: WelfareService
  /** Whom the verdict is about; a finding about somebody else names them. */
  readonly subject: PreparedMember | null
}

export function explain(criteria: readonly CompiledCriterion[], service: WelfareService, subject: PreparedMember | null, household: PreparedHousehold, services: ReadonlyMap<string, WelfareService>, texts: EligibilityTexts): Finding[] {
  const stage: Stage = { texts, services, household, service, subject }
  return criteria.flatMap(criterion => findingsOf(criterion, subject, false, stage))
}

const outcomeOf = (value: Kleene): Finding['outcome'] => value === yes ? 'met' : value === no ? 'not-met' : 'not-known'

function findingsOf(node: CompiledCriterion, member: PreparedMember | null, negated: boolean, stage: Stage): Finding[] {
  switch (node.kind) {
    case 'leaf': return [leafFinding(node, member, negated, stage)]
    case 'not': return findingsOf(node.of, member, !negated, stage)
    case 'all':
    case 'any': return branchFindings(node, member, negated, stage)
    case 'someone':
    case 'relative': return memberFindings(node, member, negated, stage)
    case 'count': return countFindings(node, member, negated, stage)
  }
}

/** "Not all of them" is an alternative like `any`, and "not any" asks for all. */
function branchFindings(node: Extract<CompiledCriterion, { kind: 'all' | 'any' }>, member: PreparedMember | null, negated: boolean, stage: Stage): Finding[] {
  const areAlternatives = (node.kind === 'any') !== negated
  const wanted = negated ? no : yes
  const met = areAlternatives ? node.of.find(({ test }) => test(member, stage.household) === wanted) : undefined
  return (met ? [met] : node.of).flatMap(each => findingsOf(each, member, negated, stage))
}

function leafFinding(node: Extract<CompiledCriterion, { kind: 'leaf' }>, member: PreparedMember | null, negated: boolean, stage: Stage): Finding {
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
  }
}

/** A sentence about somebody else than the verdict's person says who it is about. */
function named(sentence: BilingualText, member: PreparedMember | null, { texts, household, subject }: Stage): BilingualText {
  return member && member !== subject ? say(texts, 'about', { who: whoIs(texts, member.source, household.source), sentence }) : sentence
}

type OfMembers = Extract<CompiledCriterion, { kind: 'someone' | 'relative' | 'count' }>

/** Whom a criterion about other members goes through, and whether each is the relative it means. */
function candidatesFor(node: OfMembers, member: PreparedMember | null, { household }: Stage): readonly { readonly candidate: PreparedMember, readonly kin: Kleene }[] {
  const everybody = member?.source.relation === 'cohabitant' && node.kind !== 'relative' ? [member, ...household.family] : household.family
  return everybody
    .map(candidate => ({ candidate, kin: node.kind === 'relative' ? (member ? isKin(candidate, node.is, member) : unknown) : yes }))
    .filter(({ kin }) => kin !== no)
}

function memberFindings(node: Extract<CompiledCriterion, { kind: 'someone' | 'relative' }>, member: PreparedMember | null, negated: boolean, stage: Stage): Finding[] {
  const { household } = stage
  const value = node.test(member, household)
  const candidates = candidatesFor(node, member, stage)
  if (value === no)
    return [ofNobody(node, member, negated, stage)]
  const those = candidates.filter(({ candidate, kin }) => both(kin, node.where.test(candidate, household)) === value)
  return (value === yes ? those.slice(0, 1) : those).flatMap(({ candidate, kin }) => [
    ...(kin === unknown ? [kinNotKnown(node, candidate, stage)] : []),
    ...findingsOf(node.where, candidate, negated, stage),
  ])
}

function ofNobody(node: Extract<CompiledCriterion, { kind: 'someone' | 'relative' }>, member: PreparedMember | null, negated: boolean, stage: Stage): Finding {
  const { texts, service } = stage
  const condition = describeCriterion(node.where, stage, member)
  const kin = node.kind === 'relative' ? term(texts, `kin.${node.is}`) : undefined
  return {
    outcome: negated ? 'met' : 'not-met',
    sentence: named(say(texts, `${node.kind}.nobody`, { condition, kin }), member, stage),
    basis: node.criterion.basis ?? service.source.title,
  }
}

/** The relation to the head leaves open how the two are related; of a couple, the marital status tells. */
function kinNotKnown(node: CompiledCriterion, candidate: PreparedMember, stage: Stage): Finding {
  const { texts, service } = stage
  const kinship = node.kind === 'relative' ? node.is : 'spouse'
  const helps = kinship === 'spouse' && typeof candidate.answers[factIndex['marital-status']] !== 'string'
  const ask: Question | undefined = helps ? { about: 'fact', fact: 'marital-status', memberId: candidate.source.id } : undefined
  return {
    outcome: 'not-known',
    sentence: named(say(texts, 'relative.not-known', { kin: term(texts, `kin.${kinship}`) }), candidate, stage),
    ask,
    basis: node.criterion.basis ?? service.source.title,
  }
}

function countFindings(node: Extract<CompiledCriterion, { kind: 'count' }>, member: PreparedMember | null, negated: boolean, stage: Stage): Finding[] {
  const { texts, household, service } = stage
  const value = node.test(member, household)
  const candidates = candidatesFor(node, member, stage)
  if (value === unknown)
    return candidates.filter(({ candidate }) => node.where.test(candidate, household) === unknown).flatMap(({ candidate }) => findingsOf(node.where, candidate, negated, stage))
  const count = candidates.filter(({ candidate }) => node.where.test(candidate, household) === yes).length
  return [{
    outcome: outcomeOf(negated ? opposite(value) : value),
    sentence: say(texts, negated ? (value === yes ? 'excluded' : 'not-excluded') : outcomeOf(value), { state: say(texts, 'state.count', { count }), condition: describeCriterion(node, stage, member) }),
    basis: node.criterion.basis ?? service.source.title,
  }]
}
