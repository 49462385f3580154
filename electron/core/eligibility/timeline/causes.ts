/**
 * Why a verdict changes on a day: the criteria that turned on it and carried the change up to the verdict.
 *
 * A criterion that turned without mattering, or the other way round, is no cause.
 */
import type { BilingualText } from '../../kernel/text.ts'
import type { CompiledCriterion } from '../compile-criterion.ts'
import type { CompiledService } from '../compile-service.ts'
import type { LeafCriterion } from '../criteria.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { EligibilityTexts } from '../texts.ts'
import type { Ground, Turn } from './turns.ts'
import { whoIs } from '../reasons/wording.ts'
import { joined, say } from '../texts.ts'
import { turnsOf } from './turns.ts'

/** One member, or the household, on the last day before and on the day itself. */
export interface Crossing {
  readonly memberId: string | null
  readonly before: PreparedHousehold
  readonly after: PreparedHousehold
}

export interface Cause { readonly because: BilingualText, readonly basis: string, readonly ofAge: boolean }

export const memberIn = ({ members }: PreparedHousehold, id: string | null): PreparedMember | null =>
  members.find(({ source }) => source.id === id) ?? null

/** Nobody hears out more. */
const most = 2

export function causeOf(compiled: CompiledService, crossing: Crossing, ground: Ground, texts: EligibilityTexts): Cause {
  const { memberId, before, after } = crossing
  const own = compiled.service.source.title
  const cause = (key: string): Cause => ({ because: say(texts, `timeline.${key}`), basis: own, ofAge: false })
  if (memberId !== null && !memberIn(before, memberId))
    return cause('birth')
  if (memberId !== null && !memberIn(after, memberId))
    return cause('members')
  if (!compiled.isOffered(before))
    return cause('service.begins')
  if (!compiled.isOffered(after))
    return cause('service.ends')
  const turned = turnedUnder(compiled.criteria, crossing).flatMap(({ leaf, id }) => {
    const member = ground.household.members.find(each => each.id === id) ?? null
    return turnsOf(leaf, member, ground).filter(({ day }) => day === after.on).map(turn => ({ turn, id, basis: turn.basis ?? leaf.basis ?? own }))
  })
  if (turned.length === 0)
    return cause('members')
  const words = new Map(turned.map(each => inWords(each, crossing, texts)).map(text => [text.ko, text]))
  return {
    because: joined(texts, 'join.list', [...words.values()].slice(0, most)),
    basis: [...new Set(turned.map(({ basis }) => basis))].slice(0, most).join('; '),
    ofAge: turned.some(({ turn }) => turn.ofAge),
  }
}

function inWords({ turn: { key, fill }, id }: { readonly turn: Turn, readonly id: string | null }, { memberId, after }: Crossing, texts: EligibilityTexts): BilingualText {
  const cause = say(texts, `timeline.${key}`, fill(texts))
  const other = id !== memberId && after.source.members.find(each => each.id === id)
  return other ? say(texts, 'timeline.of', { who: whoIs(texts, other, after.source), cause }) : cause
}

interface TurnedLeaf { readonly leaf: LeafCriterion, readonly id: string | null }

function turnedUnder(nodes: readonly CompiledCriterion[], crossing: Crossing): readonly TurnedLeaf[] {
  const of = nodes.map(node => ({ node, by: turnOf(node, crossing) }))
  const all = Math.min(...of.map(({ node }) => node.test(memberIn(crossing.after, crossing.memberId), crossing.after)))
    - Math.min(...of.map(({ node }) => node.test(memberIn(crossing.before, crossing.memberId), crossing.before)))
  return of.filter(({ by }) => by * all > 0).flatMap(({ node }) => leavesTurned(node, crossing))
}

/** Above zero where it holds more than before, below where less. */
const turnOf = ({ test }: CompiledCriterion, { memberId, before, after }: Crossing): number =>
  test(memberIn(after, memberId), after) - test(memberIn(before, memberId), before)

function leavesTurned(node: CompiledCriterion, crossing: Crossing): readonly TurnedLeaf[] {
  const by = turnOf(node, crossing)
  switch (node.kind) {
    case 'leaf': return [{ leaf: node.criterion, id: crossing.memberId }]
    case 'not': return leavesTurned(node.of, crossing)
    case 'all':
    case 'any': return node.of.filter(each => turnOf(each, crossing) * by > 0).flatMap(each => leavesTurned(each, crossing))
    case 'someone':
    case 'relative':
    case 'count': return everybody(crossing).flatMap((memberId) => {
      const other = { ...crossing, memberId }
      const turn = turnOf(node.where, other)
      // of a number, too many count as well as too few
      return (node.kind === 'count' ? turn !== 0 : turn * by > 0) ? leavesTurned(node.where, other) : []
    })
  }
}

/** Who is there on both days. */
const everybody = ({ before, after }: Crossing): readonly string[] =>
  before.members.map(({ source }) => source.id).filter(id => memberIn(after, id) !== null)
