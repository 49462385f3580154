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
import type { Finding, Question, Verdict } from '../verdict.ts'
import type { Memory, Told } from './memory.ts'
import type { Leaf } from './tell-leaf.ts'
import type { Stage } from './told.ts'
import { kindOf } from '../fact-table.ts'
import { no, unknown, yes } from '../kleene.ts'
import { factLabel, joined, say } from '../texts.ts'
import { describeCriterion } from './describe-criterion.ts'
import { countFindings, memberFindings } from './explain-members.ts'
import { askOnce, freshMemory, toldOnce } from './memory.ts'
import { tellLeaf } from './tell-leaf.ts'
import { named } from './told.ts'

/** @param memory of the same lookup; left out, nothing was told before */
export function explain({ criteria, service }: CompiledService, verdict: Verdict, subject: PreparedMember | null, household: PreparedHousehold, services: ReadonlyMap<string, WelfareService>, texts: EligibilityTexts, memory: Memory = freshMemory()): Finding[] {
  const stage: Stage = { texts, services, household, counts: service.counts, subject, memory }
  const told = verdict === 'unlikely' ? unmet(criteria, subject, stage) : telling(criteria.flatMap(criterion => findingsOf(criterion, subject, false, stage)), stage)
  return told.map(each => withoutEntrySource(each, service))
}

/** The entry's own source stands with the entry, once for all its findings. */
const withoutEntrySource = ({ finding }: Told, { source }: WelfareService): Finding =>
  finding.basis === source.title ? { ...finding, basis: undefined } : finding

/** Everything that made it unlikely, and nothing else: what is met or open besides changes nothing any more. */
function unmet(criteria: readonly CompiledCriterion[], subject: PreparedMember | null, stage: Stage): readonly Told[] {
  const told = criteria
    .filter(({ test }) => test(subject, stage.household) === no)
    .flatMap(criterion => findingsOf(criterion, subject, false, stage))
    .filter(({ finding }) => finding.outcome === 'not-met')
  return [...new Set(told)]
}

/** What is worth reading out; where everything is met and plain to see, that. */
function telling(told: readonly Told[], stage: Stage): readonly Told[] {
  const those = told.filter(({ finding, obvious }) => finding.outcome !== 'met' || !obvious)
  return oneForEachQuestion(those.length > 0 ? those : told, stage)
}

/** One line for each open question: conditions that wait for the same answer are told by what is asked. */
function oneForEachQuestion(told: readonly Told[], stage: Stage): readonly Told[] {
  const lines = new Map<Question | Told, Told>()
  for (const each of told) {
    const { finding } = each
    const key = finding.ask && !finding.together ? finding.ask : each
    const before = lines.get(key)
    lines.set(key, before && before.finding.sentence.ko !== finding.sentence.ko ? { finding: { ...before.finding, sentence: askedSentence(before.finding, stage) } } : before ?? each)
  }
  return [...lines.values()]
}

function askedSentence({ ask, sentence }: Finding, stage: Stage): Finding['sentence'] {
  if (!ask?.fact)
    return sentence
  const member = stage.household.members.find(({ source }) => source.id === ask.memberId) ?? null
  return named(say(stage.texts, 'not-known', { condition: factLabel(stage.texts, ask.fact) }), member, stage)
}

function findingsOf(node: CompiledCriterion, member: PreparedMember | null, negated: boolean, stage: Stage): readonly Told[] {
  if (node.kind === 'leaf')
    return [tellLeaf(node, member, negated, stage)]
  if (member !== stage.subject)
    return findingsIn(node, member, negated, stage)
  return toldOnce(stage.memory.branches, node, node.about === 'household' ? null : member, negated, () => findingsIn(node, member, negated, stage))
}

function findingsIn(node: Exclude<CompiledCriterion, Leaf>, member: PreparedMember | null, negated: boolean, stage: Stage): readonly Told[] {
  switch (node.kind) {
    case 'not': return findingsOf(node.of, member, !negated, stage)
    case 'all':
    case 'any': return branchFindings(node, member, negated, stage)
    case 'someone':
    case 'relative': return memberFindings(node, member, negated, stage, findingsOf)
    case 'count': return countFindings(node, member, negated, stage, findingsOf)
  }
}

/** "Not all of them" is an alternative like `any`, and "not any" asks for all. */
function branchFindings(node: Extract<CompiledCriterion, { kind: 'all' | 'any' }>, member: PreparedMember | null, negated: boolean, stage: Stage): readonly Told[] {
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
function openAlternatives(open: readonly CompiledCriterion[], member: PreparedMember | null, stage: Stage): readonly Told[] {
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
  const asks = new Set(nodes.flatMap(({ check }) => askOnce(check.ask(member, household), stage.memory) ?? []))
  const [ask, ...further] = asks
  const bases = new Set(nodes.map(({ criterion }) => criterion.basis))
  const conditions = joined(texts, 'join.list', nodes.map(node => describeCriterion(node, stage, member)))
  return {
    finding: {
      outcome: 'not-known',
      sentence: named(say(texts, 'not-known.alternatives', { conditions }), member, stage),
      ask,
      ...(further.length > 0 ? { together: [...asks] } : {}),
      basis: bases.size === 1 ? [...bases][0] : undefined,
    },
  }
}
