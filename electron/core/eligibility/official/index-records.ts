/**
 * The official records of a catalogue, made ready once: by region, with masks of stages and targets, and their
 * conditions as tests of the engine. What many records share (65 and over, 장애인) is compiled and tested once.
 */
import type { Catalogue } from '../../policy/catalogue.ts'
import type { OfficialRecord } from '../../policy/official-record.ts'
import type { Test } from '../checks/shape.ts'
import type { Criterion } from '../criteria.ts'
import type { Condition } from './criteria-of-record.ts'
import type { RecordPlace } from './place-of-record.ts'
import type { ReadTargets } from './target-criteria.ts'
import type { OfficialWords } from './words.ts'
import { compileCriterion } from '../compile-criterion.ts'
import { criteriaOfRecord } from './criteria-of-record.ts'
import { mergeRecords } from './merge-records.ts'
import { placeOf } from './place-of-record.ts'
import { stageMask } from './stage-ages.ts'
import { compileTargets, targetMask } from './target-criteria.ts'

export interface IndexedCondition extends Condition {
  /** Places in the table of tests; `literalAt` where the condition can be read word for word. */
  readonly at: number
  readonly literalAt?: number
}

export interface IndexedRecord {
  readonly record: OfficialRecord
  /** The same service at 정부24: its conditions are compared, its publisher is named as well. */
  readonly twin: OfficialRecord | undefined
  readonly place: RecordPlace
  readonly stages: number
  readonly targets: number
  /** `undefined`: the publisher gave none. */
  readonly conditions: readonly IndexedCondition[] | undefined
  /** Name, summary and agency without spaces, for searching. */
  readonly words: string
}

export interface RecordIndex {
  /** Most viewed first, as in every list below. */
  readonly country: readonly IndexedRecord[]
  readonly provinces: ReadonlyMap<string, readonly IndexedRecord[]>
  /** By province, then district. */
  readonly districts: ReadonlyMap<string, ReadonlyMap<string, readonly IndexedRecord[]>>
  readonly unclear: readonly IndexedRecord[]
  readonly tests: readonly Test[]
  readonly readTargets: ReadTargets
}

export const bareWords = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

interface Indexed extends Pick<Catalogue, 'services' | 'parameters'> { readonly words: OfficialWords, readonly index: RecordIndex }
const indexed = new WeakMap<Catalogue['records'], Indexed>()

/** The index of a catalogue, made the first time it is asked for; other holidays are no other records. */
export function indexRecords(catalogue: Catalogue, words: OfficialWords): RecordIndex {
  const { records, services, parameters } = catalogue
  const known = indexed.get(records)
  if (known?.services === services && known.parameters === parameters && known.words === words)
    return known.index
  const index = makeIndex(catalogue, words)
  indexed.set(records, { services, parameters, words, index })
  return index
}

function makeIndex(catalogue: Catalogue, words: OfficialWords): RecordIndex {
  const { records, services } = catalogue
  const table = testTable(catalogue)
  const { withRule, twins } = mergeRecords(services, records)
  const shownAsTwin = new Set(Array.from(twins.values(), ({ id }) => id))
  const made = { country: [] as IndexedRecord[], unclear: [] as IndexedRecord[], provinces: new Map<string, IndexedRecord[]>(), districts: new Map<string, Map<string, IndexedRecord[]>>() }
  for (const record of [...records.values()].sort((left, right) => (right.views ?? 0) - (left.views ?? 0))) {
    if (record.forPersons && !withRule.has(record.id) && !shownAsTwin.has(record.id)) {
      const entry = indexedRecord(record, twins.get(record.id), words, table.add)
      listFor(made, entry.place).push(entry)
    }
  }
  return { ...made, tests: table.tests, readTargets: compileTargets(catalogue) }
}

function indexedRecord(record: OfficialRecord, twin: OfficialRecord | undefined, words: OfficialWords, add: (criterion: Criterion) => number): IndexedRecord {
  const given = twin?.conditions ? twin : record
  const conditions = given.conditions && criteriaOfRecord(given, words).map(condition => ({
    ...condition,
    at: add(condition.criterion),
    ...(condition.literal ? { literalAt: add(condition.literal) } : {}),
  }))
  return {
    record,
    twin,
    place: placeOf(record),
    stages: stageMask(record.stages),
    targets: targetMask(record.targets),
    conditions,
    words: bareWords(`${record.name} ${record.summary ?? ''} ${record.agency}`),
  }
}

/** Tests by what they say, each compiled once. */
function testTable({ parameters, services, facts }: Catalogue) {
  const places = new Map<string, number>()
  const tests: Test[] = []
  const add = (criterion: Criterion): number => {
    const key = JSON.stringify(criterion)
    const known = places.get(key)
    if (known !== undefined)
      return known
    places.set(key, tests.length)
    return tests.push(compileCriterion(criterion, { counts: 'registered', parameters, services, facts }).test) - 1
  }
  return { tests, add }
}

interface Lists {
  readonly country: IndexedRecord[]
  readonly unclear: IndexedRecord[]
  readonly provinces: Map<string, IndexedRecord[]>
  readonly districts: Map<string, Map<string, IndexedRecord[]>>
}

function listFor({ country, unclear, provinces, districts }: Lists, place: RecordPlace): IndexedRecord[] {
  switch (place.reach) {
    case 'country': return country
    case 'unclear': return unclear
    case 'province': return within(provinces, place.province, () => [])
    case 'district': return within(within(districts, place.province, () => new Map<string, IndexedRecord[]>()), place.district, () => [])
  }
}

function within<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key) ?? make()
  map.set(key, known)
  return known
}
