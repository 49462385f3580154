/** The rows of a figure in force, each as the share that a border takes of it: worked out once until another is in force. */
import type { DatedValue } from '../policy/figure.ts'
import type { Parameter } from '../policy/parameter.ts'
import { findFigureOf } from '../policy/figure.ts'

/** Larger households than a table can name are read with its last row and `beyond`; nobody lists more than thirty. */
const largestHousehold = 30

export interface Rows {
  readonly single: number
  readonly bySize: readonly number[]
  readonly byKey: Readonly<Record<string, number>>
  /** Keys of a table by region. */
  readonly places: readonly string[]
}

const namedKeys = ['metropolitan', 'city', 'rural', 'single', 'couple']

export function rowsOf(value: DatedValue['value'] | undefined, { by }: Parameter, share: (figure: number) => number): Rows {
  const at = (key: string | number): number => {
    const figure = value === undefined ? undefined : findFigureOf(value, key)
    return figure === undefined ? Number.NaN : share(figure)
  }
  const places = by === 'region' && typeof value === 'object' ? Object.keys(value) : []
  return {
    single: typeof value === 'number' ? share(value) : Number.NaN,
    bySize: by === 'household-size' ? Array.from({ length: largestHousehold + 1 }, (_, size) => at(size)) : [],
    byKey: Object.fromEntries([...namedKeys, ...places].map(key => [key, at(key)])),
    places,
  }
}

/** NaN, so that nothing is said, where a key has no row or there is none. */
export function pickOf(possible: readonly string[], { byKey }: Rows, choose: (left: number, right: number) => number): number {
  let chosen = byKey[possible[0] ?? ''] ?? Number.NaN
  for (let at = 1; at < possible.length; at++)
    chosen = choose(chosen, byKey[possible[at]!] ?? Number.NaN)
  return chosen
}
