/** A border or an amount as it is written in a rule: the figure by its name and its share, not the won of today. */
import type { Limit } from '../../eligibility/criteria.ts'
import type { BilingualText } from '../../kernel/text.ts'
import type { RuleSetting } from '../editor/rule-setting.ts'
import { quantity } from '../../eligibility/reasons/wording.ts'
import { factLabel } from '../../eligibility/texts.ts'
import { inBoth, joinedBy, words } from './said.ts'

export function sayLimit(limit: Limit, setting: RuleSetting): BilingualText {
  if (typeof limit === 'number')
    return quantity(setting.texts, limit, 'KRW')
  const of = 'parameter' in limit
    ? setting.catalogue.parameters.get(limit.parameter)?.label ?? inBoth(limit.parameter)
    : factLabel(setting.texts, limit.fact)
  return joinedBy(' ', [
    limit.percent === undefined ? of : words(setting, 'limit.share', { of, percent: limit.percent }),
    limit.dividedBy === undefined ? undefined : words(setting, 'limit.divided', { by: limit.dividedBy }),
    limit.round === undefined ? undefined : words(setting, `limit.round-${limit.round.way}`, { to: limit.round.to }),
    limit.plus === undefined ? undefined : words(setting, 'limit.plus', { plus: quantity(setting.texts, limit.plus, 'KRW') }),
  ])
}
