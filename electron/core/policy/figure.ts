/**
 * The figure in force on a day.
 *
 * `figureOn` is for those who cannot do without one; the engine asks `findFigure`, because a gap in the data
 * makes one verdict unknown and must not end a lookup.
 */
import type { PlainDate } from '../kernel/dates.ts'
import type { Parameter } from './parameter.ts'

export type DatedValue = Parameter['values'][number]

export const findDatedValue = (parameter: Parameter, on: PlainDate): DatedValue | undefined =>
  parameter.values.findLast(({ from }) => from <= on)

/**
 * The figure of a dated value for a key of its dimension.
 *
 * A household larger than the table gets the largest row and `beyond` for each further person.
 *
 * @param key the size of the household ("4" or 4), "metropolitan", "couple", …; not needed for a single number
 */
export function findFigureOf(value: DatedValue['value'], key?: string | number): number | undefined {
  if (typeof value === 'number')
    return value
  if (key === undefined)
    return undefined
  const figure = value[String(key)]
  if (figure !== undefined)
    return figure
  const { beyond } = value
  const size = Number(key)
  const largest = Math.max(...Object.keys(value).map(Number).filter(Number.isInteger))
  if (beyond === undefined || !Number.isInteger(size) || size <= largest)
    return undefined
  return value[String(largest)]! + beyond * (size - largest)
}

/** @returns `undefined` where `figureOn` would throw */
export function findFigure(parameter: Parameter, on: PlainDate, key?: string | number): number | undefined {
  const inForce = findDatedValue(parameter, on)
  return inForce && findFigureOf(inForce.value, key)
}

/**
 * The figure in force on a day, in the unit of the parameter.
 *
 * @param key the size of the household, the class of region or "single"/"couple", as `by` asks
 * @throws {PolicyGap} when no value was in force yet, or none is given for that key:
 *   a gap in the data, never a matter for the visitor
 */
export function figureOn(parameter: Parameter, on: PlainDate, key?: string | number): number {
  const inForce = findDatedValue(parameter, on)
  if (!inForce)
    throw new PolicyGap(parameter.id, on, `the first value starts ${parameter.values[0]?.from}`)
  const figure = findFigureOf(inForce.value, key)
  if (figure === undefined)
    throw new PolicyGap(parameter.id, on, `it is given by ${parameter.by}, but not for "${key ?? '(left out)'}"`)
  return figure
}

/** Whether what is said with the figure on that day has to be checked (확인 필요), and why. */
export function doubtAbout(parameter: Parameter, on: PlainDate): 'past-review' | 'to-be-checked' | 'gap' | undefined {
  const inForce = findDatedValue(parameter, on)
  if (!inForce)
    return 'gap'
  if (inForce.confidence === 'to-be-checked')
    return 'to-be-checked'
  return on > parameter.reviewBy ? 'past-review' : undefined
}

export class PolicyGap extends Error {
  override readonly name = 'PolicyGap'
  constructor(id: string, on: PlainDate, detail: string) {
    super(`Parameter "${id}" has no value on ${on}: ${detail}. Add it to resources/policy/parameters/${id}.yaml with its source.`)
  }
}
