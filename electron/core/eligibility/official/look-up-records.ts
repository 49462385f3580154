/** The official part of a lookup: what concerns the household, a page at a time. Pure, as `look-up.ts`. */
import type { PlainDate } from '../../kernel/dates.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { HouseholdFacts } from '../household-facts.ts'
import type { OfficialAnswer, RecordPage, RecordsAsked } from '../model.ts'
import type { RecordIndex } from './index-records.ts'
import type { RecordMatch, RecordMatches } from './match-records.ts'
import type { OfficialWords } from './words.ts'
import { recordsOnAPage } from '../model.ts'
import { prepareHousehold } from '../prepare-household.ts'
import { recordCard } from './describe-match.ts'
import { bareWords, indexRecords } from './index-records.ts'
import { matchRecords } from './match-records.ts'
import { stageMask } from './stage-ages.ts'

export function lookUpRecords(household: HouseholdFacts, catalogue: Catalogue, on: PlainDate, words: OfficialWords): OfficialAnswer {
  const matches = matchesOf(household, catalogue, on, words)
  const first = (part: 'evaluated' | 'related') => pageOf(matches[part], 0, matches, catalogue, words)
  return { evaluated: first('evaluated'), related: first('related'), apart: matches.apart.length, ...(matches.waiting ? { waiting: matches.waiting } : {}) }
}

/** Pages on and searches. What no region can be read off is found by its words alone. */
export function searchRecords(household: HouseholdFacts, catalogue: Catalogue, on: PlainDate, words: OfficialWords, asked: RecordsAsked): RecordPage {
  const matches = matchesOf(household, catalogue, on, words)
  const parts = (asked.text ?? '').trim().split(/\s+/).filter(part => part !== '').map(bareWords)
  const unclear = asked.part === 'apart' && parts.length > 0 ? unclearMatches(indexRecords(catalogue, words)) : []
  const stage = asked.stage ? stageMask([asked.stage]) : 0
  const found = [...matches[asked.part], ...unclear].filter(({ indexed }) =>
    parts.every(part => indexed.words.includes(part)) && (stage === 0 || indexed.stages === 0 || (indexed.stages & stage) !== 0))
  return pageOf(found, asked.offset, matches, catalogue, words)
}

const matchesOf = (household: HouseholdFacts, catalogue: Catalogue, on: PlainDate, words: OfficialWords): RecordMatches =>
  matchRecords(indexRecords(catalogue, words), prepareHousehold(household, on, catalogue.facts))

const unclearMatches = ({ unclear }: RecordIndex): RecordMatch[] => unclear.map(indexed => ({ indexed, value: 1, score: 0 }))

function pageOf(matches: readonly RecordMatch[], offset: number, { known }: RecordMatches, catalogue: Catalogue, words: OfficialWords): RecordPage {
  const shown = matches.slice(offset, offset + recordsOnAPage)
  return { total: matches.length, offset, records: shown.map(match => recordCard(match, known, catalogue, words)) }
}
