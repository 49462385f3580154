/** The figures a condition turns on, as they stand on the day: amounts of the share it names, source and since when. */
import type { Criterion, Limit } from '../../eligibility/criteria.ts'
import type { BilingualText } from '../../kernel/text.ts'
import type { Parameter } from '../../policy/parameter.ts'
import type { FigureOfDay } from './model.ts'
import type { RuleSetting } from './rule-setting.ts'
import { quantity } from '../../eligibility/reasons/wording.ts'
import { shareOf } from '../../kernel/money.ts'
import { sayBoth } from '../../kernel/say.ts'
import { findDatedValue, findFigureOf } from '../../policy/figure.ts'

type ShareOfFigure = Extract<Limit, { parameter: string }>

export function figuresOfDay(criterion: Criterion, setting: RuleSetting): FigureOfDay[] {
  const limits: readonly (Limit | undefined)[] = criterion.kind === 'amount' ? [criterion.atLeast, criterion.atMost] : criterion.kind === 'income' ? [criterion.atMost] : []
  return limits.flatMap((limit) => {
    const parameter = typeof limit === 'object' && 'parameter' in limit ? setting.catalogue.parameters.get(limit.parameter) : undefined
    return parameter ? [figureOfDay(parameter, limit as ShareOfFigure, setting)] : []
  })
}

export function figureOfDay(parameter: Parameter, { percent = 100, dividedBy, round, plus = 0 }: Omit<ShareOfFigure, 'parameter'>, { texts, words, on }: RuleSetting): FigureOfDay {
  const inForce = findDatedValue(parameter, on)
  const share = (figure: number): number => (percent === 100 && dividedBy === undefined && round === undefined ? figure : shareOf(figure, percent, dividedBy, round)) + plus
  const row = (key: string | null): FigureOfDay['rows'] => {
    const figure = inForce && findFigureOf(inForce.value, key ?? undefined)
    return figure === undefined ? [] : [{ key: key === null ? null : keyInWords(parameter, key, words), amount: quantity(texts, share(figure), parameter.unit) }]
  }
  const keys = inForce && typeof inForce.value === 'object' ? Object.keys(inForce.value).filter(key => key !== 'beyond') : [null]
  return {
    parameter: parameter.id,
    label: parameter.label,
    since: inForce?.from ?? null,
    reviewBy: parameter.reviewBy,
    confidence: inForce?.confidence ?? 'to-be-checked',
    source: inForce?.source.title ?? '',
    rows: keys.flatMap(row),
  }
}

/** Keys with words of their own; a place is called by its name. */
const named = new Set(['metropolitan', 'city', 'rural', 'single', 'couple'])

const keyInWords = ({ by }: Parameter, key: string, words: RuleSetting['words']): BilingualText =>
  by === 'household-size' ? sayBoth(words, 'catalogue', 'keys.persons', { count: key }) : named.has(key) ? sayBoth(words, 'catalogue', `keys.${key}`) : { ko: key, en: key }
