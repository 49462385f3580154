/** A criterion as a short noun phrase: "만 8세 이상 만 9세 미만". What an editor shows and a finding quotes. */
import type { BilingualText } from '../../kernel/text.ts'
import type { WelfareService } from '../../policy/welfare-service.ts'
import type { Check } from '../checks/check.ts'
import type { CompiledCriterion } from '../compile-criterion.ts'
import type { LeafCriterion, LeafKind } from '../criteria.ts'
import type { CompiledLimit } from '../limit.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import type { EligibilityTexts } from '../texts.ts'
import { kindOf } from '../fact-table.ts'
import { oncePer } from '../once-per.ts'
import { factLabel, joined, say, term } from '../texts.ts'
import { answerInWords, nameOfFact, period, quantity } from './wording.ts'

/** Where a phrase is spoken: the borders in it depend on the day and the household. */
export interface Scene {
  readonly texts: EligibilityTexts
  readonly services: ReadonlyMap<string, WelfareService>
  readonly household: PreparedHousehold
}

type Describe<Kind extends LeafKind> = (
  criterion: Extract<LeafCriterion, { kind: Kind }>,
  scene: Scene,
  member: PreparedMember | null,
  limits: NonNullable<Check['limits']>,
) => BilingualText

/** Which of the two ends a range has, as its text's key ends. */
const ends = (from: unknown, to: unknown): 'between' | 'from' | 'to' | 'any' =>
  from !== undefined ? (to !== undefined ? 'between' : 'from') : to !== undefined ? 'to' : 'any'

/** A border in words, with the share of the figure it comes from; a span while it is not known which row counts. */
export function limitInWords({ texts, household }: Scene, limit: CompiledLimit, member: PreparedMember | null): BilingualText {
  const unit = limit.parameter?.unit ?? (limit.fact !== undefined && kindOf(household.factTable, limit.fact).value.type === 'count' ? 'count' : household.factTable.currency)
  const figure = limit.fact === undefined ? limit.parameter?.label : factLabel(texts, limit.fact)
  const least = limit.least(member, household)
  const most = limit.most(member, household)
  if (Number.isNaN(least) || Number.isNaN(most))
    return limit.fact === undefined ? say(texts, 'limit.gap', { figure }) : shareInWords(texts, limit, figure)
  const amount = least === most
    ? quantity(texts, least, unit)
    : say(texts, 'limit.span', { least: quantity(texts, least, unit), most: quantity(texts, most, unit) })
  const isShare = limit.percent !== undefined && (limit.percent !== 100 || limit.dividedBy !== undefined)
  return isShare ? say(texts, 'limit.share', { amount, share: shareInWords(texts, limit, figure) }) : amount
}

/** "기준 중위소득의 47%", "연방 빈곤선의 145% ÷ 12". */
function shareInWords(texts: EligibilityTexts, { percent = 100, dividedBy }: CompiledLimit, figure: BilingualText | undefined): BilingualText {
  const share = percent === 100 ? figure ?? { ko: '', en: '' } : say(texts, 'limit.percent', { figure, percent })
  return dividedBy === undefined ? share : say(texts, 'limit.divided', { share, dividedBy })
}

function borders(scene: Scene, label: BilingualText, isMoney: boolean, member: PreparedMember | null, { atLeast, atMost }: NonNullable<Check['limits']>): BilingualText {
  const words = (limit: CompiledLimit | undefined): BilingualText | undefined =>
    limit && (isMoney || limit.parameter || limit.fact !== undefined ? limitInWords(scene, limit, member) : quantity(scene.texts, limit.least(member, scene.household), 'count'))
  return say(scene.texts, `condition.amount.${ends(atLeast, atMost)}`, { label, from: words(atLeast), to: words(atMost) })
}

const descriptions: { readonly [Kind in LeafKind]: Describe<Kind> } = {
  'age': ({ unit, from, below, at }, { texts }) => {
    const age = say(texts, `condition.age.${unit}.${ends(from, below)}`, { from, below })
    return at === undefined ? age : say(texts, at === 'month-end' ? 'condition.age.at-month-end' : 'condition.age.at-day', { age, day: at })
  },
  'born': ({ from, until }, { texts }) => say(texts, `condition.born.${ends(from, until)}`, { from, until }),
  'year-age': ({ from, below }, { texts }) => say(texts, `condition.year-age.${ends(from, below)}`, { from, below }),
  'sex': ({ is }, { texts }) => term(texts, `sex.${is}`),
  'relation': ({ in: relations }, { texts }) =>
    say(texts, 'condition.relation', { relations: joined(texts, 'join.or', relations.map(relation => term(texts, `relation.${relation}`))) }),
  'living-together': ({ is }, { texts }) => say(texts, `condition.living-together.${is}`),
  'fact': ({ fact, in: values }, { texts, household: { factTable } }) => values.length === 1 && values[0] === true
    ? nameOfFact(texts, fact)
    : say(texts, 'condition.fact', { label: nameOfFact(texts, fact), values: joined(texts, 'join.or', values.map(value => answerInWords(texts, factTable, fact, value))) }),
  'amount': ({ fact }, scene, member, limits) => borders(scene, nameOfFact(scene.texts, fact), kindOf(scene.household.factTable, fact).value.type === 'money', member, limits),
  'since': ({ fact, within }, { texts }) => say(texts, 'condition.since', { label: nameOfFact(texts, fact), period: period(texts, within) }),
  'income': ({ measure }, scene, member, limits) => borders(scene, nameOfFact(scene.texts, measure), true, member, limits),
  'household-size': ({ from = 1, to }, { texts }) => from === to
    ? say(texts, 'condition.household-size.exactly', { from })
    : say(texts, `condition.household-size.${ends(from, to)}`, { from, to }),
  'receives': ({ service }, { texts, services }) => say(texts, 'condition.receives', { service: services.get(service)?.name ?? service }),
  'resides': ({ province, district, atLeast }, { texts }) => {
    const place = [province, district].filter(Boolean).join(' ')
    return atLeast
      ? say(texts, place ? 'condition.resides.long' : 'condition.resides.long-here', { place, period: period(texts, atLeast) })
      : say(texts, 'condition.resides', { place })
  },
  'event': ({ is, within }, { texts }) => {
    const events = joined(texts, 'join.or', is.map(kind => term(texts, `event.${kind}`)))
    return within ? say(texts, 'condition.event.within', { events, period: period(texts, within) }) : say(texts, 'condition.event', { events })
  },
  'office-decides': ({ what }) => what,
}

/** Whether the phrase is the same for everybody: no border in it depends on the day or the household. */
function isFixed(node: CompiledCriterion): boolean {
  switch (node.kind) {
    case 'leaf': return node.check.limits === undefined
    case 'not': return isFixed(node.of)
    case 'all':
    case 'any': return node.of.every(isFixed)
    default: return isFixed(node.where)
  }
}

/** What is the same for everybody is written once for each set of texts; a compiled criterion belongs to one catalogue. */
const fixedPhrase = oncePer((_texts: EligibilityTexts, node: CompiledCriterion, scene: Scene): BilingualText | undefined =>
  isFixed(node) ? describe(node, scene, null) : undefined)

export const describeCriterion = (node: CompiledCriterion, scene: Scene, member: PreparedMember | null): BilingualText =>
  fixedPhrase(scene.texts, node, scene) ?? describe(node, scene, member)

function describe(node: CompiledCriterion, scene: Scene, member: PreparedMember | null): BilingualText {
  const { texts } = scene
  const { criterion } = node
  switch (node.kind) {
    case 'leaf': return describeLeaf(node.criterion, scene, member, node.check.limits ?? {})
    case 'all': return joined(texts, 'join.and', node.of.map(each => describeCriterion(each, scene, member)))
    case 'any': return joined(texts, 'join.or', node.of.map(each => describeCriterion(each, scene, member)))
    case 'not': return say(texts, 'condition.not', { condition: describeCriterion(node.of, scene, member) })
    case 'someone': return say(texts, 'condition.someone', { condition: describeCriterion(node.where, scene, member) })
    case 'relative': return say(texts, 'condition.relative', { kin: term(texts, `kin.${node.is}`), condition: describeCriterion(node.where, scene, member) })
    case 'count': {
      const { from, to } = criterion as Extract<typeof criterion, { kind: 'count' }>
      return say(texts, `condition.count.${ends(from, to)}`, { from, to, condition: describeCriterion(node.where, scene, member) })
    }
  }
}

function describeLeaf<Kind extends LeafKind>(criterion: LeafCriterion & { kind: Kind }, scene: Scene, member: PreparedMember | null, limits: NonNullable<Check['limits']>): BilingualText {
  const inWords: Describe<Kind> = descriptions[criterion.kind as Kind]
  return inWords(criterion as Extract<LeafCriterion, { kind: Kind }>, scene, member, limits)
}
