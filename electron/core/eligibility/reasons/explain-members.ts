/** Findings about other members: the one who fits, those still open, or that there is nobody. */
import type { CompiledCriterion } from '../compile-criterion.ts'
import type { Kleene } from '../kleene.ts'
import type { PreparedMember } from '../prepare-household.ts'
import type { Question } from '../verdict.ts'
import type { Told } from './memory.ts'
import type { Stage, Tell } from './told.ts'
import { factIndex } from '../fact-table.ts'
import { isKin } from '../kinship.ts'
import { both, no, opposite, unknown, yes } from '../kleene.ts'
import { say, term } from '../texts.ts'
import { describeCriterion } from './describe-criterion.ts'
import { askOnce } from './memory.ts'
import { named, outcomeOf } from './told.ts'

type OfMembers = Extract<CompiledCriterion, { kind: 'someone' | 'relative' | 'count' }>

/** Whom a criterion about other members goes through, and whether each is the relative it means. */
function candidatesFor(node: OfMembers, member: PreparedMember | null, { household }: Stage): readonly { readonly candidate: PreparedMember, readonly kin: Kleene }[] {
  const everybody = member?.source.relation === 'cohabitant' && node.kind !== 'relative' ? [member, ...household.family] : household.family
  return everybody
    .map(candidate => ({ candidate, kin: node.kind === 'relative' ? (member ? isKin(candidate, node.is, member) : unknown) : yes }))
    .filter(({ kin }) => kin !== no)
}

export function memberFindings(node: Extract<CompiledCriterion, { kind: 'someone' | 'relative' }>, member: PreparedMember | null, negated: boolean, stage: Stage, tell: Tell): readonly Told[] {
  const { household } = stage
  const value = node.test(member, household)
  const candidates = candidatesFor(node, member, stage)
  if (value === no)
    return [ofNobody(node, member, negated, stage)]
  const those = candidates.filter(({ candidate, kin }) => both(kin, node.where.test(candidate, household)) === value)
  return (value === yes ? those.slice(0, 1) : those).flatMap(({ candidate, kin }) => [
    ...(kin === unknown ? [kinNotKnown(node, candidate, stage)] : []),
    // What would exclude them excludes nobody while it is open whether they are that relative.
    ...(negated && kin === unknown && node.where.test(candidate, household) === yes ? [] : tell(node.where, candidate, negated, stage)),
  ])
}

function ofNobody(node: Extract<CompiledCriterion, { kind: 'someone' | 'relative' }>, member: PreparedMember | null, negated: boolean, stage: Stage): Told {
  const { texts } = stage
  const condition = describeCriterion(node.where, stage, member)
  const kin = node.kind === 'relative' ? term(texts, `kin.${node.is}`) : undefined
  return {
    finding: {
      outcome: negated ? 'met' : 'not-met',
      sentence: named(say(texts, `${node.kind}.nobody`, { condition, kin }), member, stage),
      basis: node.criterion.basis,
    },
  }
}

/** The relation to the head leaves open how the two are related; of a couple, the marital status tells. */
function kinNotKnown(node: CompiledCriterion, candidate: PreparedMember, stage: Stage): Told {
  const { texts } = stage
  const kinship = node.kind === 'relative' ? node.is : 'spouse'
  const helps = kinship === 'spouse' && typeof candidate.answers[factIndex['marital-status']] !== 'string'
  const ask: Question | undefined = helps ? { about: 'fact', fact: 'marital-status', memberId: candidate.source.id } : undefined
  return {
    finding: {
      outcome: 'not-known',
      sentence: named(say(texts, 'relative.not-known', { kin: term(texts, `kin.${kinship}`) }), candidate, stage),
      ask: askOnce(ask, stage.memory),
      basis: node.criterion.basis,
    },
  }
}

export function countFindings(node: Extract<CompiledCriterion, { kind: 'count' }>, member: PreparedMember | null, negated: boolean, stage: Stage, tell: Tell): readonly Told[] {
  const { texts, household } = stage
  const value = node.test(member, household)
  const candidates = candidatesFor(node, member, stage)
  if (value === unknown)
    return candidates.filter(({ candidate }) => node.where.test(candidate, household) === unknown).flatMap(({ candidate }) => tell(node.where, candidate, negated, stage))
  const count = candidates.filter(({ candidate }) => node.where.test(candidate, household) === yes).length
  return [{
    finding: {
      outcome: outcomeOf(negated ? opposite(value) : value),
      sentence: say(texts, negated ? (value === yes ? 'excluded' : 'not-excluded') : outcomeOf(value), { state: say(texts, 'state.count', { count }), condition: describeCriterion(node, stage, member) }),
      basis: node.criterion.basis,
    },
  }]
}
