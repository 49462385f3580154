/**
 * A catalogue laid out to be looked up fast: every different criterion once, for a whole family at once.
 *
 * `planOf(catalogue).screen(prepareHousehold(household, on, factTable))` says of every service for whom it looks likely,
 * open or unlikely, without a sentence and almost without allocating: for a hundred thousand households, for thousands
 * of days of one, and before the reasons of a lookup are told. It may run in any process or worker; nothing is shared.
 * It says the same as `CompiledService.test`, from which the reasons are told (`test/core/eligibility-plan.test.ts`).
 */
import type { PlainDate } from '../../kernel/dates.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { CompiledCriterion } from '../compile-criterion.ts'
import type { CompiledService } from '../compile-service.ts'
import type { Kleene } from '../kleene.ts'
import type { PreparedHousehold } from '../prepare-household.ts'
import type { Words } from './words.ts'
import { compileCatalogue } from '../compile-service.ts'
import { layOutBranches } from './branches.ts'
import { layOutLeaves } from './leaves.ts'
import { nodeTable } from './node-table.ts'
import { nobody, subjectsOf, valueAt } from './words.ts'

/**
 * The verdicts on one household, service by service in the plan's order, for everybody at once: bit 0 is the household,
 * bit n+1 the n-th of the prepared members. Filled anew by the next `screen` of the same plan.
 */
export interface Screening {
  /** Whom the service is looked up for; nobody where it is not offered: not in force on the day, or only elsewhere. */
  readonly subjects: Int32Array
  /** Of these, for whom it is likely, and for whom it is likely or open: `subjects & ~possible` is unlikely. */
  readonly likely: Int32Array
  readonly possible: Int32Array
}

export interface Plan {
  readonly services: readonly CompiledService[]
  readonly screen: (household: PreparedHousehold) => Screening
  /** What the last `screen` found of one criterion. @param subject 0 for the household, n+1 for its n-th member */
  readonly outcome: (criterion: CompiledCriterion, subject: number) => Kleene
}

/** The verdict on a service for one subject; 2 likely, 1 ask first, 0 unlikely. */
export const verdictAt = ({ likely, possible }: Screening, service: number, subject: number): Kleene =>
  valueAt(likely[service]!, possible[service]!, subject)

const plans = new WeakMap<readonly CompiledService[], Plan>()

/** The plan of a catalogue, made the first time it is asked for; other holidays are no other plan. */
export function planOf(catalogue: Catalogue): Plan {
  const services = compileCatalogue(catalogue)
  let plan = plans.get(services)
  if (!plan)
    plans.set(services, plan = layOut(services))
  return plan
}

function layOut(services: readonly CompiledService[]): Plan {
  const table = nodeTable(services)
  const answerLeaves = layOutLeaves(table.leaves)
  const runBranches = layOutBranches(table.branches)
  const words: Words = { is: new Int32Array(table.size), may: new Int32Array(table.size) }
  const rules = Int32Array.from(services, ({ criteria }) => table.numberOfAll(criteria))
  const region = Int32Array.from(services, ({ service, criteria }) => service.region ? table.numberOf(criteria[0]!) : everywhere)
  const concernedOn = concernedBy(services)
  const screening: Screening = { subjects: new Int32Array(services.length), likely: new Int32Array(services.length), possible: new Int32Array(services.length) }
  return {
    services,
    screen: (household) => {
      const subjects = subjectsOf(household)
      answerLeaves(subjects, household, words)
      runBranches(subjects, household, words)
      const present = 2 ** subjects.length - 1
      const concerned = concernedOn(household.on)
      for (let at = 0; at < services.length; at++) {
        const isElsewhere = region[at] !== everywhere && words.may[region[at]!] === nobody
        const those = isElsewhere ? nobody : concerned[at]! & present
        screening.subjects[at] = those
        screening.likely[at] = words.is[rules[at]!]! & those
        screening.possible[at] = words.may[rules[at]!]! & those
      }
      return screening
    },
    outcome: (criterion, subject) => valueAt(words.is[table.numberOf(criterion)]!, words.may[table.numberOf(criterion)]!, subject),
  }
}

const everywhere = -1
const theHousehold = 1
const itsMembers = ~theHousehold

/** Whom each service in force concerns, kept until another day is asked for. */
function concernedBy(services: readonly CompiledService[]): (on: PlainDate) => Int32Array {
  let day: PlainDate | undefined
  let concerned = new Int32Array(0)
  return (on) => {
    if (on !== day) {
      concerned = Int32Array.from(services, each => !each.isInForce(on) ? nobody : each.service.concerns === 'household' ? theHousehold : itsMembers)
      day = on
    }
    return concerned
  }
}
