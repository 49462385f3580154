/**
 * What the leaves of a catalogue compare, read once a household: every different measure of every subject, and every
 * different border on the day.
 */
import type { Border, Measure, Shape } from '../checks/shape.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import { subjectsOfAWord } from './words.ts'

export interface Columns {
  /** The value of a subject stands at `columnOf(measure) + subject`; of a household's measure only the first is there. */
  readonly values: Float64Array
  /** Of each border what it is at least and at most. */
  readonly least: Float64Array
  readonly most: Float64Array
  readonly columnOf: (measure: Measure) => number
  readonly placeOf: (border: Border) => number
  readonly fill: (subjects: readonly (PreparedMember | null)[], household: PreparedHousehold) => void
}

/** Each once, by its key, in the order of first use. */
const distinct = <Thing extends { readonly key: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing> =>
  new Map(things.toReversed().map(thing => [thing.key, thing]))

const placesOf = (keys: Iterable<string>): ReadonlyMap<string, number> => new Map(Array.from(keys, (key, at) => [key, at]))

export function columnsFor(shapes: readonly Exclude<Shape, { kind: 'other' }>[]): Columns {
  const measures = distinct(shapes.map(({ of }) => of))
  const borders = distinct(shapes.flatMap(shape => shape.kind === 'range' ? [shape.atLeast, shape.atMost] : []))
  const columns = placesOf(measures.keys())
  const places = placesOf(borders.keys())
  const least = Float64Array.from(borders.values(), ({ fixed = Number.NaN }) => fixed)
  const most = least.slice()
  const values = new Float64Array(measures.size * subjectsOfAWord)
  const read = [...measures.values()]
  const moving = [...borders.values()].filter(({ fixed }) => fixed === undefined).map(border => ({ border, place: places.get(border.key)! }))
  return {
    values,
    least,
    most,
    columnOf: ({ key }) => columns.get(key)! * subjectsOfAWord,
    placeOf: ({ key }) => places.get(key)!,
    fill: (subjects, household) => {
      for (let at = 0; at < read.length; at++)
        fillColumn(values, at * subjectsOfAWord, read[at]!, subjects, household)
      for (const { border, place } of moving) {
        least[place] = border.least(null, household)
        most[place] = border.most(null, household)
      }
    },
  }
}

function fillColumn(values: Float64Array, column: number, { about, read }: Measure, subjects: readonly (PreparedMember | null)[], household: PreparedHousehold): void {
  const last = about === 'person' ? subjects.length : 1
  for (let subject = 0; subject < last; subject++)
    values[column + subject] = read(subjects[subject]!, household)
}
