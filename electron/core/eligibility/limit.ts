/**
 * A border ready to compare with: a number, or a share of the figure in force on the day of the lookup.
 *
 * A figure may depend on what is not known (how many count, in which kind of town), so a border has a least and
 * a greatest value. The rows of the day are kept until another day is asked for: asking allocates nothing.
 */
import type { PlainDate } from '../kernel/dates.ts'
import type { Parameter } from '../policy/parameter.ts'
import type { Counts } from '../policy/welfare-service.ts'
import type { Limit } from './criteria.ts'
import type { PreparedHousehold, PreparedMember } from './prepare-household.ts'
import { shareOf } from '../kernel/money.ts'
import { findDatedValue, findFigureOf } from '../policy/figure.ts'
import { sizeOf } from './counted.ts'

export interface CompiledLimit {
  /** NaN where the data have no figure: then nothing can be said. */
  readonly least: (member: PreparedMember | null, household: PreparedHousehold) => number
  readonly most: (member: PreparedMember | null, household: PreparedHousehold) => number
  readonly parameter?: Parameter
  readonly percent?: number
}

/** Larger households than a table can name are read with its last row and `beyond`; nobody lists more than thirty. */
const largestHousehold = 30

interface Rows {
  readonly single: number
  readonly bySize: readonly number[]
  readonly byKey: Readonly<Record<string, number>>
}

function rowsOn(parameter: Parameter, on: PlainDate, share: (figure: number) => number): Rows {
  const value = findDatedValue(parameter, on)?.value
  const at = (key: string | number): number => {
    const figure = value === undefined ? undefined : findFigureOf(value, key)
    return figure === undefined ? Number.NaN : share(figure)
  }
  return {
    single: typeof value === 'number' ? share(value) : Number.NaN,
    bySize: parameter.by === 'household-size' ? Array.from({ length: largestHousehold + 1 }, (_, size) => at(size)) : [],
    byKey: Object.fromEntries(['metropolitan', 'city', 'rural', 'single', 'couple'].map(key => [key, at(key)])),
  }
}

export function compileLimit(limit: Limit, counts: Counts, parameters: ReadonlyMap<string, Parameter>): CompiledLimit {
  if (typeof limit === 'number')
    return { least: () => limit, most: () => limit }
  const parameter = parameters.get(limit.parameter)
  if (!parameter)
    throw new Error(`The catalogue names the parameter "${limit.parameter}", but resources/policy/parameters/${limit.parameter}.yaml is missing.`)
  const { percent = 100, plus = 0 } = limit
  const share = (figure: number): number => (percent === 100 ? figure : shareOf(figure, percent)) + plus

  let day: PlainDate | undefined
  let rows: Rows = { single: Number.NaN, bySize: [], byKey: {} }
  const prepareDay = (on: PlainDate): void => {
    if (on !== day) {
      rows = rowsOn(parameter, on, share)
      day = on
    }
  }
  const pick = (member: PreparedMember | null, household: PreparedHousehold, choose: (left: number, right: number) => number): number => {
    prepareDay(household.on)
    switch (parameter.by) {
      case 'nothing': return rows.single
      case 'household-size': {
        const { min, max } = sizeOf(counts, member, household)
        let chosen = rows.bySize[min]!
        for (let size = min + 1; size <= max; size++)
          chosen = choose(chosen, rows.bySize[size]!)
        return chosen
      }
      case 'couple': {
        const { min, max } = sizeOf('couple', member, household)
        const first = min === 1 ? rows.byKey.single! : rows.byKey.couple!
        return max === min ? first : choose(first, rows.byKey.couple!)
      }
      case 'region-class': {
        let chosen = rows.byKey[household.regionClasses[0]!]!
        for (let at = 1; at < household.regionClasses.length; at++)
          chosen = choose(chosen, rows.byKey[household.regionClasses[at]!]!)
        return chosen
      }
    }
  }
  return {
    least: (member, household) => pick(member, household, Math.min),
    most: (member, household) => pick(member, household, Math.max),
    parameter,
    percent,
  }
}
