/**
 * What the engine says of a condition, as a phrase: the same words that the reasons quote.
 *
 * Nobody's household is meant, so a border that depends on who counts is told as the span from one to four persons.
 * Conditions inside conditions stand in brackets where they would run into one another.
 */
import type { Criterion, LeafCriterion } from '../../eligibility/criteria.ts'
import type { BilingualText } from '../../kernel/text.ts'
import type { RuleSetting } from './rule-setting.ts'
import { compileCriterion } from '../../eligibility/compile-criterion.ts'
import { HouseholdFacts } from '../../eligibility/household-facts.ts'
import { prepareHousehold } from '../../eligibility/prepare-household.ts'
import { describeCriterion } from '../../eligibility/reasons/describe-criterion.ts'
import { joined, say, term } from '../../eligibility/texts.ts'
import { sayBoth } from '../../kernel/say.ts'
import { isReadable } from './references.ts'

/** One who lives there and three of whom that is not known: a household of one to four, anywhere. */
export const anybodys = HouseholdFacts.parse({
  members: [{ id: 'a', relation: 'head', livingTogether: true }, ...['b', 'c', 'd'].map(id => ({ id, relation: 'other-relative' }))],
})

export function sentenceOf(criterion: Criterion, setting: RuleSetting): BilingualText {
  const { texts } = setting
  switch (criterion.kind) {
    case 'all':
    case 'any': {
      const other = criterion.kind === 'all' ? 'any' : 'all'
      return joined(texts, criterion.kind === 'all' ? 'join.and' : 'join.or', criterion.of.map(inner => bracketed(inner, other, setting)))
    }
    case 'not': return say(texts, 'condition.not', { condition: sentenceOf(criterion.of, setting) })
    case 'someone': return say(texts, 'condition.someone', { condition: bracketed(criterion.where, 'any', setting) })
    case 'relative': return say(texts, 'condition.relative', { kin: term(texts, `kin.${criterion.is}`), condition: sentenceOf(criterion.where, setting) })
    case 'count': {
      const { from, to } = criterion
      const ends = from !== undefined ? (to !== undefined ? 'between' : 'from') : to !== undefined ? 'to' : 'any'
      return say(texts, `condition.count.${ends}`, { from, to, condition: sentenceOf(criterion.where, setting) })
    }
    default: return leafSentence(criterion, setting)
  }
}

function bracketed(criterion: Criterion, kind: 'all' | 'any', setting: RuleSetting): BilingualText {
  const said = sentenceOf(criterion, setting)
  return criterion.kind === kind && criterion.of.length > 1 ? { ko: `(${said.ko})`, en: `(${said.en})` } : said
}

function leafSentence(criterion: LeafCriterion, { catalogue, texts, words, on, counts }: RuleSetting): BilingualText {
  if (!isReadable(criterion, catalogue))
    return sayBoth(words, 'catalogue', 'rules.unreadable')
  const { parameters, services, facts } = catalogue
  const node = compileCriterion(criterion, { counts, parameters, services, facts })
  const household = prepareHousehold(anybodys, on, facts)
  return describeCriterion(node, { texts, services, household }, household.head)
}
