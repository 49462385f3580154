import type { Criterion, LeafCriterion } from '../criteria.ts'

/** Every plain criterion in one, however deep; what is about a person may be about anybody. */
export function leavesIn(criterion: Criterion): readonly LeafCriterion[] {
  switch (criterion.kind) {
    case 'all':
    case 'any': return criterion.of.flatMap(leavesIn)
    case 'not': return leavesIn(criterion.of)
    case 'someone':
    case 'relative':
    case 'count': return leavesIn(criterion.where)
    default: return [criterion]
  }
}
