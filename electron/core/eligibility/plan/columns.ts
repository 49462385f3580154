/**
 * What the leaves of a catalogue compare, read once a household: every different measure of every subject, and every
 * different border on the day.
 */
import type { Border, Measure } from '../checks/shape.ts'
import type { PreparedHousehold, PreparedMember } from '../prepare-household.ts'
import { subjectsOfAWord } from './words.ts'

export interface Columns {
  /** Of the measure whose column begins at `column`, the value of a subject is at `column + subject`; of a household's measure only the first is there. */
  readonly values: () => Float64Array
  readonly columnOf: (measure: Measure) => number
  readonly least: () => Float64Array
  readonly most: () => Float64Array
  readonly placeOf: (border: Border) => number
  readonly fill: (subjects: readonly (PreparedMember | null)[], household: PreparedHousehold) => void
}

/** Measures and borders join while the leaves are laid out; `fill` comes after. */
export function makeColumns(): Columns {
  const measures: Measure[] = []
  const borders: Border[] = []
  const columns = new Map<string, number>()
  const places = new Map<string, number>()
  let values = new Float64Array(0)
  let least = new Float64Array(0)
  let most = new Float64Array(0)

  const makeRoom = (): void => {
    values = new Float64Array(measures.length * subjectsOfAWord)
    least = new Float64Array(borders.length)
    most = new Float64Array(borders.length)
  }
  const fill: Columns['fill'] = (subjects, household) => {
    if (values.length < measures.length * subjectsOfAWord || least.length < borders.length)
      makeRoom()
    for (let at = 0; at < measures.length; at++) {
      const { about, read } = measures[at]!
      const column = at * subjectsOfAWord
      const last = about === 'person' ? subjects.length : 1
      for (let subject = 0; subject < last; subject++)
        values[column + subject] = read(subjects[subject]!, household)
    }
    for (let at = 0; at < borders.length; at++) {
      const border = borders[at]!
      least[at] = border.least(null, household)
      most[at] = border.most(null, household)
    }
  }
  const joining = <Thing extends { readonly key: string }>(known: Map<string, number>, all: Thing[]) => (thing: Thing): number => {
    const before = known.get(thing.key)
    if (before !== undefined)
      return before
    known.set(thing.key, all.length)
    return all.push(thing) - 1
  }
  const measureAt = joining(columns, measures)
  return {
    values: () => values,
    columnOf: measure => measureAt(measure) * subjectsOfAWord,
    least: () => least,
    most: () => most,
    placeOf: joining(places, borders),
    fill,
  }
}
