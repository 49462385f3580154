/**
 * Of which services a paper that the whole family reads may say why they do not apply.
 *
 * Not of what asks about health, how somebody died, violence, or who owes whom: saying that it does not apply says that
 * it was thought of. Not of what comes with another event than today's: nobody asked.
 */
import type { Catalogue } from '../policy/catalogue.ts'
import { isOpenFact } from './facts.ts'
import { leavesIn } from './timeline/leaves-in.ts'

export function openlyTold({ services }: Pick<Catalogue, 'services'>): ReadonlySet<string> {
  return new Set([...services.values()]
    .filter(({ kind, discreet, criteria }) => kind === 'service' && !discreet
      && criteria.flatMap(leavesIn).every(leaf => leaf.kind !== 'event' && !('fact' in leaf && !isOpenFact(leaf.fact))))
    .map(({ id }) => id))
}
