/** How far from the border, for amounts: "기준보다 31,000원 많습니다". */
import type { BilingualText } from '../../kernel/text.ts'
import type { Check } from '../checks/check.ts'
import type { LeafCriterion } from '../criteria.ts'
import type { PreparedMember } from '../prepare-household.ts'
import type { Scene } from './describe-criterion.ts'
import { kindOf } from '../fact-table.ts'
import { say } from '../texts.ts'
import { limitInWords } from './describe-criterion.ts'
import { nameOfFact, quantity } from './wording.ts'

export interface Margin {
  /** In the unit of the criterion, always positive; in the currency for amounts. */
  readonly amount: number
  readonly sentence: BilingualText
}

/** @returns `undefined` for criteria without a border in numbers */
export function marginOf(criterion: LeafCriterion, { limits, actual }: Check, member: PreparedMember | null, scene: Scene): Margin | undefined {
  const value = actual?.(member, scene.household)
  if (typeof value !== 'number' || (criterion.kind !== 'income' && criterion.kind !== 'amount'))
    return undefined
  const { texts, household } = scene
  const fact = criterion.kind === 'income' ? criterion.measure : criterion.fact
  const isMoney = kindOf(household.factTable, fact).value.type === 'money'
  const unit = isMoney ? household.factTable.currency : 'count'
  const most = limits?.atMost?.most(member, household) ?? Number.POSITIVE_INFINITY
  const isOver = value > most
  const limit = isOver ? limits?.atMost : limits?.atLeast
  if (!limit)
    return undefined
  const amount = isOver ? value - most : limit.least(member, household) - value
  return {
    amount,
    sentence: say(texts, isOver ? 'margin.over' : 'margin.under', {
      label: nameOfFact(texts, fact),
      limit: isMoney || limit.fact !== undefined ? limitInWords(scene, limit, member) : quantity(texts, isOver ? most : limit.least(member, household), unit),
      margin: quantity(texts, amount, unit),
    }),
  }
}
