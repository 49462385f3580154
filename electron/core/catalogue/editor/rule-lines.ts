/** The conditions of an entry in words, one line each; what stands inside another follows it, one step deeper. */
import type { Criterion } from '../../eligibility/criteria.ts'
import type { BilingualText } from '../../kernel/text.ts'
import type { RuleLine } from './model.ts'
import type { ReadCriterion } from './read-criteria.ts'
import type { RuleSetting } from './rule-setting.ts'
import { term } from '../../eligibility/texts.ts'
import { sayBoth } from '../../kernel/say.ts'
import { figuresOfDay } from './figures-of-day.ts'
import { sentenceOf } from './sentence-of.ts'

/** "0.of.1" for the second of the first condition's. */
export const placeOfPath = (path: ReadCriterion['path']): string => path.slice(1).join('.')

export const ruleLines = (criteria: readonly ReadCriterion[], setting: RuleSetting): RuleLine[] =>
  criteria.flatMap(each => linesOf(each, 0, setting))

function linesOf({ path, criterion, kind, inside }: ReadCriterion, depth: number, setting: RuleSetting): RuleLine[] {
  const basis = criterion?.basis ?? null
  const line: RuleLine = inside.length > 0
    ? { at: placeOfPath(path), depth, sentence: headOf(kind, criterion, setting), basis, figures: [] }
    : { at: placeOfPath(path), depth, sentence: criterion ? sentenceOf(criterion, setting) : null, basis, figures: criterion ? figuresOfDay(criterion, setting) : [] }
  return [line, ...inside.flatMap(each => linesOf(each, depth + 1, setting))]
}

/** What a condition says of those inside it: "one of these at least". */
function headOf(kind: ReadCriterion['kind'], criterion: Criterion | undefined, { words, texts }: RuleSetting): BilingualText {
  if (criterion?.kind === 'relative')
    return sayBoth(words, 'catalogue', 'rules.relative', inBoth({ kin: term(texts, `kin.${criterion.is}`) }))
  if (criterion?.kind === 'count') {
    const { from, to } = criterion
    return sayBoth(words, 'catalogue', `rules.count-${from === undefined ? 'to' : to === undefined ? 'from' : 'between'}`, { from: from ?? '', to: to ?? '' })
  }
  return sayBoth(words, 'catalogue', `rules.${kind === 'relative' ? 'relative-open' : kind}`)
}

const inBoth = (fillings: Readonly<Record<string, BilingualText>>) => ({
  ko: Object.fromEntries(Object.entries(fillings).map(([name, text]) => [name, text.ko])),
  en: Object.fromEntries(Object.entries(fillings).map(([name, text]) => [name, text.en])),
})
