/** What a service pays, where the notice fixes it: "월 최대 820,556원 (2026년 기준)". */
import type { BilingualText } from '../../kernel/text.ts'
import type { CompiledService } from '../compile-service.ts'
import type { CompiledLimit } from '../limit.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { EligibilityTexts } from '../texts.ts'
import { findDatedValue } from '../../policy/figure.ts'
import { say } from '../texts.ts'
import { quantity } from './wording.ts'

export function amountInWords({ service, amount }: CompiledService, member: PreparedMember | null, household: PreparedHousehold, texts: EligibilityTexts): BilingualText | undefined {
  if (!amount || !service.benefit.amount)
    return undefined
  const least = amount.from.least(member, household)
  const most = (amount.to ?? amount.from).most(member, household)
  if (Number.isNaN(least) || Number.isNaN(most))
    return undefined
  const words = (value: number, { parameter }: CompiledLimit): BilingualText => quantity(texts, value, parameter?.unit ?? household.factTable.currency)
  const value = least === most
    ? words(least, amount.from)
    : say(texts, least === 0 ? 'limit.up-to' : 'limit.span', { least: words(least, amount.from), most: words(most, amount.to ?? amount.from) })
  const per = say(texts, `amount.per.${service.benefit.amount.per}`, { amount: value })
  const parameter = amount.from.parameter ?? amount.to?.parameter
  const since = parameter && findDatedValue(parameter, household.on)?.from
  return since ? say(texts, 'amount.of-year', { amount: per, year: since.slice(0, 4) }) : per
}
