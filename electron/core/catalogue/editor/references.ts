/** What a condition names: figures and facts that the engine cannot do without. */
import type { Criterion } from '../../eligibility/criteria.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import { figuresIn } from '../../eligibility/compile-service.ts'

/** The conditions inside a condition, each with its place. */
export function conditionsIn(criterion: Criterion): readonly (readonly [at: string, inner: Criterion])[] {
  switch (criterion.kind) {
    case 'all':
    case 'any': return criterion.of.map((inner, index) => [`of.${index}`, inner] as const)
    case 'not': return [['of', criterion.of]]
    case 'someone':
    case 'relative':
    case 'count': return [['where', criterion.where]]
    default: return []
  }
}

/** Whether all figures and facts it names are there, so that it can be compiled. */
export function isReadable(criterion: Criterion, catalogue: Pick<Catalogue, 'parameters' | 'facts'>): boolean {
  const { parameters, facts } = catalogue
  return figuresIn(criterion).every(id => parameters.has(id))
    && !('fact' in criterion && !facts.kinds.has(criterion.fact))
    && conditionsIn(criterion).every(([, inner]) => isReadable(inner, catalogue))
}
