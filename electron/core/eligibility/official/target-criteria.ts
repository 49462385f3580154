/**
 * The publishers' target groups (가구유형) as criteria, for records that have no conditions of their own.
 *
 * They only order and leave out: a record for people with a disability is left out where everybody said there is none.
 * "저소득" has no line in the catalogues; a household is taken for it when it receives one of the four benefits, is
 * near-poor, or has at most half of the median as recognised income, and for not only when all of that is known and
 * its income is above the whole median.
 */
import type { Catalogue } from '../../policy/catalogue.ts'
import type { Target } from '../../policy/welfare-service.ts'
import type { Criterion } from '../criteria.ts'
import type { PreparedHousehold } from '../prepare-household.ts'
import { compileCriterion } from '../compile-criterion.ts'
import { no, yes } from '../kleene.ts'
import { householdCodes, personCodes } from './support-codes.ts'

export const targetOrder = ['multicultural-or-defector', 'multi-child', 'veteran', 'disabled', 'low-income', 'single-parent-or-grandparent'] as const satisfies readonly Target[]
export const targetMask = (targets: readonly Target[]): number => targets.reduce((mask, target) => mask | 1 << targetOrder.indexOf(target), 0)

/** Known to belong, and known not to. What stands in neither is not known. */
export interface HouseholdTargets { readonly certain: number, readonly none: number }
export type ReadTargets = (household: PreparedHousehold) => HouseholdTargets

const any = (...of: readonly Criterion[]): Criterion => ({ kind: 'any', of: [...of] })
const literal = (code: string): Criterion => (personCodes[code] ?? householdCodes[code])!.literal!

const basicBenefits = ['bl-livelihood', 'bl-medical', 'bl-housing', 'bl-education']
const medianIncome = 'median-income'

const plainTargets: Readonly<Record<Exclude<Target, 'low-income'>, Criterion>> = {
  'multicultural-or-defector': any(literal('JA0401'), literal('JA0402')),
  'multi-child': literal('JA0411'),
  'veteran': literal('JA0329'),
  'disabled': literal('JA0328'),
  'single-parent-or-grandparent': literal('JA0403'),
}

/** The bands differ on purpose: who lies between half and the whole median stays not known. */
function lowIncome({ parameters, services }: Catalogue): { readonly holds: Criterion, readonly fails: Criterion } {
  const benefits = basicBenefits.filter(id => services.has(id)).map((service): Criterion => ({ kind: 'receives', service: service as never }))
  const nearPoor: Criterion = { kind: 'fact', fact: 'near-poor', in: [true] }
  const upTo = (percent: number): readonly Criterion[] => parameters.has(medianIncome)
    ? [{ kind: 'income', measure: 'recognised-income', atMost: { parameter: medianIncome, percent } }]
    : []
  return { holds: any(...benefits, nearPoor, ...upTo(50)), fails: any(...benefits, nearPoor, ...upTo(100)) }
}

/** Compiles once for a catalogue what reads the targets of a household. */
export function compileTargets(catalogue: Catalogue): ReadTargets {
  const { parameters, services, facts } = catalogue
  const compile = (criterion: Criterion) => compileCriterion(criterion, { counts: 'registered', parameters, services, facts }).test
  const low = lowIncome(catalogue)
  const tests = targetOrder.map(target => target === 'low-income'
    ? { holds: compile(low.holds), fails: compile(low.fails) }
    : { holds: compile(plainTargets[target]), fails: compile(plainTargets[target]) })
  return household => tests.reduce((found, { holds, fails }, at) => ({
    certain: found.certain | (holds(null, household) === yes ? 1 << at : 0),
    none: found.none | (fails(null, household) === no ? 1 << at : 0),
  }), { certain: 0, none: 0 })
}
