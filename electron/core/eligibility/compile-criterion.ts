/**
 * Turns a criterion into closures once, so that a lookup only compares.
 *
 * The tree of compiled nodes is kept beside the tests: the reasons walk it on demand and ask the same tests, so
 * a sentence can never say something else than the verdict.
 */
import type { Check, Surroundings } from './checks/check.ts'
import type { About, Test } from './checks/shape.ts'
import type { Criterion, Kinship, LeafCriterion } from './criteria.ts'
import { allOf, anyOf, countWithin, relative, someone } from './branch-tests.ts'
import { makeCheck } from './checks/index.ts'
import { aboutOfShape } from './checks/shape.ts'
import { opposite } from './kleene.ts'

export type CompiledCriterion = Compiled & {
  /** Another for each compiled criterion of this process. */
  readonly number: number
  /** `household` where it is the same for everybody of a household. */
  readonly about: About
}

type Compiled
  = | { readonly kind: 'leaf', readonly criterion: LeafCriterion, readonly check: Check, readonly test: Test }
    | { readonly kind: 'all' | 'any', readonly criterion: Criterion, readonly of: readonly CompiledCriterion[], readonly test: Test }
    | { readonly kind: 'not', readonly criterion: Criterion, readonly of: CompiledCriterion, readonly test: Test }
    | { readonly kind: 'someone', readonly criterion: Criterion, readonly where: CompiledCriterion, readonly test: Test }
    | { readonly kind: 'count', readonly criterion: Criterion, readonly where: CompiledCriterion, readonly from: number, readonly to: number, readonly test: Test }
    | { readonly kind: 'relative', readonly criterion: Criterion, readonly is: Kinship, readonly where: CompiledCriterion, readonly test: Test }

let lastNumber = 0

/** What a catalogue says more than once, compiled once: by the criterion and by who counts. */
export type CompiledBefore = Map<string, CompiledCriterion>

export function compileCriterion(criterion: Criterion, surroundings: Surroundings, before: CompiledBefore = new Map()): CompiledCriterion {
  const key = `${surroundings.counts}${JSON.stringify(criterion)}`
  const known = before.get(key) ?? finished(compileNew(criterion, surroundings, before))
  before.set(key, known)
  return known
}

const finished = (compiled: Compiled): CompiledCriterion => ({ ...compiled, number: ++lastNumber, about: aboutOf(compiled) })

/** Who goes through the members counts a cohabitant only for themselves, so it is another for each. */
function aboutOf(compiled: Compiled): About {
  switch (compiled.kind) {
    case 'leaf': return aboutOfShape(compiled.check.shape)
    case 'all':
    case 'any': return compiled.of.every(({ about }) => about === 'household') ? 'household' : 'person'
    case 'not': return compiled.of.about
    default: return 'person'
  }
}

function compileNew(criterion: Criterion, surroundings: Surroundings, before: CompiledBefore): Compiled {
  const compile = (inner: Criterion): CompiledCriterion => compileCriterion(inner, surroundings, before)
  switch (criterion.kind) {
    case 'all': {
      const of = criterion.of.map(compile)
      return { kind: 'all', criterion, of, test: allOf(of.map(({ test }) => test)) }
    }
    case 'any': {
      const of = criterion.of.map(compile)
      return { kind: 'any', criterion, of, test: anyOf(of.map(({ test }) => test)) }
    }
    case 'not': {
      const of = compile(criterion.of)
      return { kind: 'not', criterion, of, test: (member, household) => opposite(of.test(member, household)) }
    }
    case 'someone': {
      const where = compile(criterion.where)
      return { kind: 'someone', criterion, where, test: someone(where.test) }
    }
    case 'relative': {
      const where = compile(criterion.where)
      return { kind: 'relative', criterion, is: criterion.is, where, test: relative(criterion.is, where.test) }
    }
    case 'count': {
      const where = compile(criterion.where)
      const { from = 0, to = Number.POSITIVE_INFINITY } = criterion
      return { kind: 'count', criterion, where, from, to, test: countWithin(where.test, from, to) }
    }
    default: {
      const check = makeCheck(criterion, surroundings)
      return { kind: 'leaf', criterion, check, test: check.test }
    }
  }
}
