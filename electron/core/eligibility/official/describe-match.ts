/** A matched record as screens and paper show it: why it stands there, what fits, what is to be asked, whose data it is. */
import type { BilingualText } from '../../kernel/text.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { OfficialRecord } from '../../policy/official-record.ts'
import type { RecordCard } from '../model.ts'
import type { Finding } from '../verdict.ts'
import type { IndexedCondition } from './index-records.ts'
import type { KnownOfHousehold, RecordMatch } from './match-records.ts'
import type { RecordPlace } from './place-of-record.ts'
import type { OfficialWords } from './words.ts'
import { no, yes } from '../kleene.ts'
import { verdictOf } from '../look-up.ts'
import { isDiscreet } from './discreet.ts'
import { stageMask } from './stage-ages.ts'
import { targetMask } from './target-criteria.ts'
import { joinWords, wordsFor } from './words.ts'

export function recordCard({ indexed, value }: RecordMatch, known: KnownOfHousehold, catalogue: Catalogue, words: OfficialWords): RecordCard {
  const { record, twin, place, conditions } = indexed
  const mark = catalogue.marks.get(record.id)
  return {
    id: record.id,
    name: record.name,
    ...(record.summary ? { summary: record.summary } : {}),
    agency: record.agency,
    place: placeInWords(place, words),
    verdict: conditions ? verdictOf(value) : null,
    why: conditions ? whyByConditions(conditions, known, place, words) : whyByGroups(record, known, place, words),
    findings: conditions ? inTellingOrder(conditions, known).map(condition => findingOf(condition, known, words)) : groupFindings(record, known, words),
    published: joinWords(words, [record, ...twin ? [twin] : []].map(each => publishedInWords(each, words))),
    ...(mark ? { changed: mark.mark } : {}),
    ...(isDiscreet(catalogue, record) ? { discreet: true as const } : {}),
  }
}

export function placeInWords(place: RecordPlace, words: OfficialWords): BilingualText {
  switch (place.reach) {
    case 'country': return wordsFor(words, 'country')
    case 'unclear': return wordsFor(words, 'place.unclear')
    case 'province': return { ko: place.province, en: place.province }
    case 'district': return { ko: `${place.province} ${place.district}`, en: `${place.province} ${place.district}` }
  }
}

/** Publisher and date, as the terms of the open data ask wherever a record is shown. */
export function publishedInWords({ publisher, modifiedOn, referenceYear }: OfficialRecord, words: OfficialWords): BilingualText {
  const name = wordsFor(words, `publisher.${publisher}`)
  return modifiedOn
    ? wordsFor(words, 'published.on', { publisher: name, day: modifiedOn })
    : referenceYear ? wordsFor(words, 'published.year', { publisher: name, year: referenceYear }) : wordsFor(words, 'published.undated', { publisher: name })
}

/** "만 65세 이상 · 장애인 · 서울특별시 동작구": the published conditions that are met, then the place. */
const whyByConditions = (conditions: readonly IndexedCondition[], { values }: KnownOfHousehold, place: RecordPlace, words: OfficialWords): BilingualText[] =>
  [...conditions.filter(({ at }) => values[at] === yes).map(({ label }) => label), placeInWords(place, words)]

/** "노년 · 저소득 여부 확인 · 서울특별시". */
function whyByGroups({ stages, targets }: OfficialRecord, known: KnownOfHousehold, place: RecordPlace, words: OfficialWords): BilingualText[] {
  const certain = stages.filter(stage => known.stages.certain & stageMask([stage]))
  const shown = certain.length > 0 ? certain : stages.filter(stage => known.stages.possible & stageMask([stage]))
  const groups = targets.filter(target => !(known.targets.none & targetMask([target]))).map((target) => {
    const name = wordsFor(words, `target.${target}`)
    return known.targets.certain & targetMask([target]) ? name : wordsFor(words, 'target.may-be', { target: name })
  })
  return [
    ...(stages.length === 0 ? [wordsFor(words, 'stage.every')] : shown.map(stage => wordsFor(words, `stage.${stage}`))),
    ...groups,
    placeInWords(place, words),
  ]
}

/** What puts it apart comes first. */
const inTellingOrder = (conditions: readonly IndexedCondition[], { values }: KnownOfHousehold): IndexedCondition[] =>
  conditions.toSorted((left, right) => Number(namesOthers(right, values)) - Number(namesOthers(left, values)))

const namesOthers = ({ at, literalAt }: IndexedCondition, values: KnownOfHousehold['values']): boolean =>
  values[at] === no || (literalAt !== undefined && values[literalAt] === no)

function findingOf(condition: IndexedCondition, { values }: KnownOfHousehold, words: OfficialWords): Finding {
  const { about, label } = condition
  const value = values[condition.at]!
  if (about === 'prose')
    return { outcome: 'not-known', sentence: wordsFor(words, 'prose.not-known') }
  if (value === no)
    return { outcome: 'not-met', sentence: wordsFor(words, 'not-met', { label }) }
  return value === yes
    ? { outcome: 'met', sentence: wordsFor(words, 'met', { label }) }
    : { outcome: 'not-known', sentence: wordsFor(words, namesOthers(condition, values) ? 'apart' : 'not-known', { label }) }
}

/** Why a record without conditions is apart: its stages or groups are others. */
function groupFindings({ stages, targets }: OfficialRecord, known: KnownOfHousehold, words: OfficialWords): Finding[] {
  const apart = (label: BilingualText): Finding => ({ outcome: 'not-known', sentence: wordsFor(words, 'apart', { label }) })
  const named = (kind: 'stage' | 'target', names: readonly string[]) => joinWords(words, names.map(name => wordsFor(words, `${kind}.${name}`)))
  return [
    ...(stages.length > 0 && !(stageMask(stages) & known.stages.possible) ? [apart(named('stage', stages))] : []),
    ...(targets.length > 0 && !(targetMask(targets) & ~known.targets.none) ? [apart(named('target', targets))] : []),
  ]
}
