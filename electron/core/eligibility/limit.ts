/**
 * A border ready to compare with: a number, or a share of the figure in force on the day of the lookup.
 *
 * A figure may depend on what is not known (how many count, in which kind of town), so a border has a least and
 * a greatest value. The rows of the figure in force are kept until another comes into force: asking allocates nothing.
 */
import type { PlainDate } from '../kernel/dates.ts'
import type { DatedValue } from '../policy/figure.ts'
import type { Parameter } from '../policy/parameter.ts'
import type { Counts } from '../policy/welfare-service.ts'
import type { Limit } from './criteria.ts'
import type { PreparedHousehold, PreparedMember } from './prepare-household.ts'
import { shareOf } from '../kernel/money.ts'
import { findDatedValue, findFigureOf } from '../policy/figure.ts'
import { sizeOf } from './counted.ts'

export interface CompiledLimit {
  /** The same for the same border, read for the same who count. */
  readonly key: string
  /** Whether it is another for each member: where the couple or the member counts. */
  readonly about: 'person' | 'household'
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

function rowsOf(value: DatedValue['value'] | undefined, { by }: Parameter, share: (figure: number) => number): Rows {
  const at = (key: string | number): number => {
    const figure = value === undefined ? undefined : findFigureOf(value, key)
    return figure === undefined ? Number.NaN : share(figure)
  }
  return {
    single: typeof value === 'number' ? share(value) : Number.NaN,
    bySize: by === 'household-size' ? Array.from({ length: largestHousehold + 1 }, (_, size) => at(size)) : [],
    byKey: Object.fromEntries(['metropolitan', 'city', 'rural', 'single', 'couple'].map(key => [key, at(key)])),
  }
}

export const fixedLimit = (limit: number): CompiledLimit => ({ key: String(limit), about: 'household', least: () => limit, most: () => limit })

/** The one border of a range that is open on the other side. */
export const noLeast = fixedLimit(Number.NEGATIVE_INFINITY)
export const noMost = fixedLimit(Number.POSITIVE_INFINITY)

export function compileLimit(limit: Limit, counts: Counts, parameters: ReadonlyMap<string, Parameter>): CompiledLimit {
  if (typeof limit === 'number')
    return fixedLimit(limit)
  const parameter = parameters.get(limit.parameter)
  if (!parameter)
    throw new Error(`The catalogue names the parameter "${limit.parameter}", but resources/policy/parameters/${limit.parameter}.yaml is missing.`)
  const { percent = 100, plus = 0 } = limit
  const share = (figure: number): number => (percent === 100 ? figure : shareOf(figure, percent)) + plus

  let day: PlainDate | undefined
  let inForce: DatedValue | undefined
  let rows = rowsOf(undefined, parameter, share)
  const prepareDay = (on: PlainDate): void => {
    if (on === day)
      return
    day = on
    const value = findDatedValue(parameter, on)
    if (value !== inForce)
      rows = rowsOf((inForce = value)?.value, parameter, share)
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
      case 'region':
      case 'region-class': {
        let chosen = rows.byKey[household.regionClasses[0]!]!
        for (let at = 1; at < household.regionClasses.length; at++)
          chosen = choose(chosen, rows.byKey[household.regionClasses[at]!]!)
        return chosen
      }
    }
  }
  return {
    key: `${parameter.id}*${percent}+${plus}:${parameter.by === 'household-size' ? counts : ''}`,
    about: parameter.by === 'couple' || (parameter.by === 'household-size' && counts === 'couple') ? 'person' : 'household',
    least: (member, household) => pick(member, household, Math.min),
    most: (member, household) => pick(member, household, Math.max),
    parameter,
    percent,
  }
}
