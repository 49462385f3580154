/**
 * A border ready to compare with: a number, or a share of the figure in force on the day of the lookup or of another
 * amount that is known of the household.
 *
 * A figure may depend on what is not known (how many count, in which kind of town), so a border has a least and
 * a greatest value. The rows of the figure in force are kept until another comes into force: asking allocates nothing.
 */
import type { PlainDate } from '../kernel/dates.ts'
import type { DatedValue } from '../policy/figure.ts'
import type { Parameter } from '../policy/parameter.ts'
import type { Surroundings } from './checks/check.ts'
import type { Limit } from './criteria.ts'
import type { FactId } from './facts.ts'
import type { PreparedHousehold, PreparedMember } from './prepare-household.ts'
import type { Question } from './verdict.ts'
import { shareOf } from '../kernel/money.ts'
import { findDatedValue } from '../policy/figure.ts'
import { answerTo, askFact } from './checks/check.ts'
import { sizeOf } from './counted.ts'
import { kindOf } from './fact-table.ts'
import { pickOf, rowsOf } from './limit-rows.ts'
import { placeKeys } from './place-keys.ts'

export interface CompiledLimit {
  /** The same for the same border, read for the same who count. */
  readonly key: string
  /** Whether it is another for each member: where the couple or the member counts. */
  readonly about: 'person' | 'household'
  /** A plain number, the same on any day. */
  readonly fixed?: number
  /** NaN where the data have no figure: then nothing can be said. */
  readonly least: (member: PreparedMember | null, household: PreparedHousehold) => number
  readonly most: (member: PreparedMember | null, household: PreparedHousehold) => number
  readonly parameter?: Parameter
  /** The other amount it is a share of, and what to ask while that is not known. */
  readonly fact?: FactId
  readonly ask?: (member: PreparedMember | null, household: PreparedHousehold) => Question | undefined
  readonly percent?: number
  readonly dividedBy?: number
}

export const fixedLimit = (limit: number): CompiledLimit => ({ key: String(limit), about: 'household', fixed: limit, least: () => limit, most: () => limit })

/** The one border of a range that is open on the other side. */
export const noLeast = fixedLimit(Number.NEGATIVE_INFINITY)
export const noMost = fixedLimit(Number.POSITIVE_INFINITY)

type Share = Exclude<Limit, number>

/** The whole of a figure stands as published, even where that is no whole number. */
function sharing({ percent = 100, dividedBy, round, plus = 0 }: Share): (figure: number) => number {
  return percent === 100 && dividedBy === undefined && round === undefined
    ? figure => figure + plus
    : figure => shareOf(figure, percent, dividedBy, round) + plus
}

const keyOfShare = ({ percent = 100, dividedBy = 1, round, plus = 0 }: Share): string =>
  `*${percent}/${dividedBy}${round ? `~${round.way}${round.to}` : ''}+${plus}`

export function compileLimit(limit: Limit, surroundings: Omit<Surroundings, 'services'>): CompiledLimit {
  if (typeof limit === 'number')
    return fixedLimit(limit)
  return 'fact' in limit ? shareOfFact(limit, surroundings) : shareOfFigure(limit, surroundings)
}

function shareOfFact(limit: Extract<Share, { fact: string }>, { facts }: Pick<Surroundings, 'facts'>): CompiledLimit {
  const { fact, percent = 100, dividedBy } = limit
  const share = sharing(limit)
  const answer = answerTo(fact, facts)
  const asked = askFact(fact, facts)
  const border = (member: PreparedMember | null, household: PreparedHousehold): number => {
    const amount = answer(member, household)
    return typeof amount === 'number' ? share(amount) : Number.NaN
  }
  return {
    key: `answer:${fact}${keyOfShare(limit)}`,
    about: kindOf(facts, fact).about,
    least: border,
    most: border,
    fact,
    ask: (member, household) => typeof answer(member, household) === 'number' ? undefined : asked(member),
    percent,
    dividedBy,
  }
}

function shareOfFigure(limit: Extract<Share, { parameter: string }>, { counts, parameters }: Pick<Surroundings, 'counts' | 'parameters'>): CompiledLimit {
  const parameter = parameters.get(limit.parameter)
  if (!parameter)
    throw new Error(`The catalogue names the parameter "${limit.parameter}", but resources/policy/parameters/${limit.parameter}.yaml is missing.`)
  const { percent = 100, dividedBy } = limit
  const share = sharing(limit)

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
      case 'region-class': return pickOf(household.regionClasses, rows, choose)
      case 'region': return pickOf(placeKeys(household.source.residence, rows.places), rows, choose)
    }
  }
  return {
    key: `${parameter.id}${keyOfShare(limit)}:${parameter.by === 'household-size' ? counts : ''}`,
    about: parameter.by === 'couple' || (parameter.by === 'household-size' && counts === 'couple') ? 'person' : 'household',
    least: (member, household) => pick(member, household, Math.min),
    most: (member, household) => pick(member, household, Math.max),
    parameter,
    percent,
    dividedBy,
  }
}
