/**
 * A service ready to be looked up: in force or not, here or elsewhere, and its criteria as one test.
 *
 * Compiled once for a catalogue and good for any day; a verdict allocates nothing, reasons are made on demand.
 */
import type { PlainDate } from '../kernel/dates.ts'
import type { Catalogue } from '../policy/catalogue.ts'
import type { Parameter } from '../policy/parameter.ts'
import type { WelfareService } from '../policy/welfare-service.ts'
import type { Surroundings } from './checks/check.ts'
import type { Test } from './checks/shape.ts'
import type { CompiledBefore, CompiledCriterion } from './compile-criterion.ts'
import type { Criterion, Limit } from './criteria.ts'
import type { CompiledLimit } from './limit.ts'
import type { PreparedHousehold } from './prepare-household.ts'
import { allOf } from './branch-tests.ts'
import { compileCriterion } from './compile-criterion.ts'
import { no } from './kleene.ts'
import { compileLimit } from './limit.ts'

export interface CompiledService {
  readonly service: WelfareService
  /** In the order of the entry; the region, where the service has one, comes first. */
  readonly criteria: readonly CompiledCriterion[]
  /** yes: likely, unknown: ask first, no: unlikely. */
  readonly test: Test
  readonly isInForce: (on: PlainDate) => boolean
  /** Whether the entry is in force on the day and the household may live where the service exists. */
  readonly isOffered: (household: PreparedHousehold) => boolean
  /** The figures it turns on or names as its amount, each once. */
  readonly figures: readonly Parameter[]
  readonly amount?: { readonly from: CompiledLimit, readonly to?: CompiledLimit }
}

/** @throws when a criterion names a parameter that the catalogue does not hold; a loaded catalogue never does */
export function compileService(service: WelfareService, { parameters, services, facts }: Catalogue, before?: CompiledBefore): CompiledService {
  const surroundings: Surroundings = { counts: service.counts, parameters, services, facts }
  const criteria = [...regionOf(service), ...service.criteria].map(criterion => compileCriterion(criterion, surroundings, before))
  const { from, until } = service
  const isInForce = (on: PlainDate): boolean => !(from && on < from) && !(until && on > until)
  return {
    service,
    criteria,
    test: allOf(criteria.map(({ test }) => test)),
    isInForce,
    isOffered: household => isInForce(household.on) && (!service.region || criteria[0]!.test(null, household) !== no),
    figures: [...new Set(figuresOf(service))].map(id => parameters.get(id)).filter(parameter => parameter !== undefined),
    amount: amountOf(service, surroundings),
  }
}

const regionOf = ({ region }: WelfareService): readonly Criterion[] => region ? [{ kind: 'resides', ...region }] : []

function amountOf({ benefit: { amount } }: WelfareService, surroundings: Surroundings): CompiledService['amount'] {
  if (!amount)
    return undefined
  return 'amount' in amount
    ? { from: compileLimit(amount.amount, surroundings) }
    : { from: compileLimit(amount.from, surroundings), to: compileLimit(amount.to, surroundings) }
}

const figureOf = (limit: Limit | undefined): readonly string[] => typeof limit === 'object' && 'parameter' in limit ? [limit.parameter] : []

/** Ids of the figures a service names, in its criteria and in its amount. */
export function figuresOf({ criteria, benefit: { amount } }: WelfareService): readonly string[] {
  const inAmount = amount && ('amount' in amount ? [amount.amount] : [amount.from, amount.to])
  return [...criteria.flatMap(figuresIn), ...(inAmount ?? []).flatMap(figureOf)]
}

export function figuresIn(criterion: Criterion): readonly string[] {
  switch (criterion.kind) {
    case 'all':
    case 'any': return criterion.of.flatMap(figuresIn)
    case 'not': return figuresIn(criterion.of)
    case 'someone':
    case 'relative':
    case 'count': return figuresIn(criterion.where)
    case 'amount': return [...figureOf(criterion.atLeast), ...figureOf(criterion.atMost)]
    case 'income': return figureOf(criterion.atMost)
    default: return []
  }
}

const compiled = new WeakMap<Catalogue['services'], { readonly parameters: Catalogue['parameters'], readonly services: readonly CompiledService[] }>()

/** The services of a catalogue, compiled the first time it is asked; other holidays are no other rules. */
export function compileCatalogue(catalogue: Catalogue): readonly CompiledService[] {
  const known = compiled.get(catalogue.services)
  if (known?.parameters === catalogue.parameters)
    return known.services
  const before: CompiledBefore = new Map()
  const services = Array.from(catalogue.services.values(), service => compileService(service, catalogue, before))
  compiled.set(catalogue.services, { parameters: catalogue.parameters, services })
  return services
}
