/**
 * The official records that concern a household: compared by their published conditions (`evaluated`), found by stage
 * of life, target and region (`related`), or published for others (`apart`: counted and searchable, not listed).
 *
 * Nothing here is a verdict on a service of ours, and nothing that is not known leaves a record out.
 */
import type { PlainDate } from '../../kernel/dates.ts'
import type { Theme } from '../../policy/welfare-service.ts'
import type { EventKind } from '../household-facts.ts'
import type { Kleene } from '../kleene.ts'
import type { PreparedHousehold } from '../prepare-household.ts'
import type { IndexedRecord, RecordIndex } from './index-records.ts'
import type { HouseholdStages } from './stage-ages.ts'
import type { HouseholdTargets } from './target-criteria.ts'
import { both, no, unknown, yes } from '../kleene.ts'
import { currentProvince } from './place-of-record.ts'
import { stagesOf } from './stage-ages.ts'

export interface RecordMatch {
  readonly indexed: IndexedRecord
  /** By the published conditions; not known where there are none. */
  readonly value: Kleene
  readonly score: number
}

/** What is known of the household, as the records are compared with it; the describing reads the same. */
export interface KnownOfHousehold {
  readonly stages: HouseholdStages
  readonly targets: HouseholdTargets
  /** By place in the index' table of tests. */
  readonly values: readonly Kleene[]
}

export interface RecordMatches {
  readonly known: KnownOfHousehold
  readonly evaluated: readonly RecordMatch[]
  readonly related: readonly RecordMatch[]
  readonly apart: readonly RecordMatch[]
  /** How many regional records wait for where the family lives. */
  readonly waiting?: { readonly needs: 'province' | 'district', readonly count: number }
}

/** Themes that an event at the counter brings to the front. */
const themesOfEvent: Readonly<Record<EventKind, readonly Theme[]>> = {
  'move-in': ['housing', 'livelihood'],
  'birth': ['pregnancy-birth', 'childcare'],
  'death': ['legal', 'livelihood', 'mental-health'],
  'counselling': ['livelihood', 'protection-care', 'safety-crisis'],
}

/** Points of order: where it is and whom it names come first, then what brought the family; views decide between equals. */
const points = { district: 3, province: 2, target: 3, targetOpen: -1, stage: 2, stageAmongMany: 1, stageOpen: -1, met: 2, metEvery: 1, officeOnly: -1, theme: 1 } as const

export function matchRecords(index: RecordIndex, household: PreparedHousehold): RecordMatches {
  const known: KnownOfHousehold = {
    stages: stagesOf(household),
    targets: index.readTargets(household),
    values: index.tests.map(test => test(null, household)),
  }
  const lists = { evaluated: [] as RecordMatch[], related: [] as RecordMatch[], apart: [] as RecordMatch[] }
  const themes = new Set(household.source.event ? themesOfEvent[household.source.event.kind] : [])
  const { reached, waiting } = recordsIn(index, household)
  for (const records of reached) {
    for (const indexed of records) {
      if (isInForce(indexed, household.on))
        sortIn(lists, indexed, known, themes)
    }
  }
  return { known, evaluated: inOrder(lists.evaluated), related: inOrder(lists.related), apart: inOrder(lists.apart), ...(waiting ? { waiting } : {}) }
}

/** Those of the whole country and of the places where the family is known to live. */
function recordsIn({ country, provinces, districts }: RecordIndex, { source: { residence } }: PreparedHousehold): { reached: (readonly IndexedRecord[])[], waiting: RecordMatches['waiting'] } {
  const sum = (lists: Iterable<readonly IndexedRecord[]>) => [...lists].reduce((count, { length }) => count + length, 0)
  if (!residence.province)
    return { reached: [country], waiting: waitingFor('province', sum(provinces.values()) + [...districts.values()].reduce((count, of) => count + sum(of.values()), 0)) }
  const province = currentProvince(residence.province)
  const ofProvince = provinces.get(province) ?? []
  const within = districts.get(province) ?? new Map<string, readonly IndexedRecord[]>()
  return residence.district
    ? { reached: [within.get(residence.district) ?? [], ofProvince, country], waiting: undefined }
    : { reached: [ofProvince, country], waiting: waitingFor('district', sum(within.values())) }
}

const waitingFor = (needs: 'province' | 'district', count: number): RecordMatches['waiting'] => count > 0 ? { needs, count } : undefined

const isInForce = ({ record: { from, until } }: IndexedRecord, on: PlainDate): boolean => !(from && from > on) && !(until && until < on)

type Lists = Record<'evaluated' | 'related' | 'apart', RecordMatch[]>

function sortIn(lists: Lists, indexed: IndexedRecord, known: KnownOfHousehold, themes: ReadonlySet<Theme>): void {
  const { conditions, place, record } = indexed
  const own = conditions ? scoreOfConditions(conditions, known) : scoreOfGroups(indexed, known)
  const score = own.score
    + (place.reach === 'district' ? points.district : place.reach === 'province' ? points.province : 0)
    + (record.themes.some(theme => themes.has(theme)) ? points.theme : 0)
  lists[own.apart ? 'apart' : conditions ? 'evaluated' : 'related'].push({ indexed, value: own.value, score })
}

interface Scored { readonly value: Kleene, readonly score: number, readonly apart: boolean }

/** A known no, or words that name nobody in the family, puts it apart; what only the office knows costs a point. */
function scoreOfConditions(conditions: NonNullable<IndexedRecord['conditions']>, { values }: KnownOfHousehold): Scored {
  let value: Kleene = yes
  let score = 0
  let apart = false
  for (const { at, literalAt, about } of conditions) {
    const own = values[at]!
    value = both(value, own)
    apart ||= own === no || (literalAt !== undefined && values[literalAt] === no)
    if (about !== 'prose')
      score += own === yes ? (about === 'age' || about === 'sex' ? points.metEvery : points.met) : points.officeOnly
  }
  return { value, score, apart }
}

/** A record for more stages than this is for nearly everybody. */
const fewStages = 3

function scoreOfGroups({ stages, targets, record }: IndexedRecord, { stages: household, targets: groups }: KnownOfHousehold): Scored {
  const isStage = stages === 0 || (stages & household.possible) !== 0
  const isTarget = targets === 0 || (targets & ~groups.none) !== 0
  const inStage = record.stages.length > fewStages ? points.stageAmongMany : points.stage
  const ofStage = stages === 0 ? 0 : (stages & household.certain) !== 0 ? inStage : points.stageOpen
  const ofTarget = targets === 0 ? 0 : (targets & groups.certain) !== 0 ? points.target : points.targetOpen
  return { value: unknown, score: ofStage + ofTarget, apart: !isStage || !isTarget }
}

/** The best first; the index brought them most viewed first. */
const inOrder = (matches: RecordMatch[]): RecordMatch[] => matches.sort((left, right) => right.score - left.score || (right.indexed.record.views ?? 0) - (left.indexed.record.views ?? 0))
