/**
 * What is wrong with the conditions of an entry among themselves: what can never hold together, an alternative that
 * nobody can meet, and what changes nothing.
 */
import type { Criterion } from '../../../eligibility/criteria.ts'
import type { WelfareService } from '../../../policy/welfare-service.ts'
import type { RuleSetting } from '../rule-setting.ts'
import type { Lint } from './can-hold.ts'
import { conditionsIn } from '../references.ts'
import { canHold, implies, prepareLint } from './can-hold.ts'

export interface Placed { readonly at: string, readonly criterion: Criterion }

/** Of the two the first is what it is about. */
export interface RuleFinding {
  readonly sort: 'contradiction' | 'never' | 'needless'
  readonly key: 'contradiction' | 'contradiction-self' | 'contradiction-all' | 'never' | 'needless-branch' | 'needless'
  readonly about: readonly Placed[]
  /** What was shown to be impossible; for the tests. */
  readonly impossible: readonly { readonly criterion: Criterion, readonly holds: boolean }[]
}

const holding = (...placed: readonly Placed[]) => placed.map(({ criterion }) => ({ criterion, holds: true }))
const clash = (placed: readonly Placed[], lint: Lint): boolean => !canHold(holding(...placed), lint)
const pairsOf = <Item>(items: readonly Item[]): (readonly [Item, Item])[] => items.flatMap((one, index) => items.slice(index + 1).map(other => [one, other] as const))

export function lintRule(service: Pick<WelfareService, 'criteria' | 'region'>, setting: RuleSetting): RuleFinding[] {
  const lint = prepareLint(setting)
  const region: Placed[] = service.region ? [{ at: 'region', criterion: { kind: 'resides', ...service.region } }] : []
  const criteria = service.criteria.map((criterion, index) => ({ at: `${index}`, criterion }))
  return lintTogether(criteria, region, lint)
}

/** @param around what holds besides, and is not itself looked at */
function lintTogether(criteria: readonly Placed[], around: readonly Placed[], lint: Lint): RuleFinding[] {
  const flat = criteria.flatMap(flattened)
  const together = [...around, ...flat]
  const clashes = contradictions(together, lint)
  if (clashes.length > 0)
    return clashes
  return [...needless(flat, lint), ...flat.flatMap(each => insideOf(each, together.filter(other => other !== each), lint))]
}

/** What stands in an "all" of an "all" holds beside it. */
const flattened = (placed: Placed): readonly Placed[] =>
  placed.criterion.kind === 'all' ? innerOf(placed).flatMap(flattened) : [placed]

const innerOf = ({ at, criterion }: Placed): readonly Placed[] => conditionsIn(criterion).map(([place, inner]) => ({ at: `${at}.${place}`, criterion: inner }))

function contradictions(together: readonly Placed[], lint: Lint): RuleFinding[] {
  const found = (key: RuleFinding['key'], about: readonly Placed[]): RuleFinding => ({ sort: 'contradiction', key, about, impossible: holding(...about) })
  const alone = together.filter(each => clash([each], lint)).map(each => found('contradiction-self', [each]))
  if (alone.length > 0)
    return alone
  const pairs = pairsOf(together).filter(pair => clash(pair, lint)).map(pair => found('contradiction', pair))
  return pairs.length > 0 || !clash(together, lint) ? pairs : [found('contradiction-all', together)]
}

/** A condition that another makes superfluous; of two that say the same the later. */
function needless(criteria: readonly Placed[], lint: Lint): RuleFinding[] {
  return criteria.flatMap((one, index) => {
    const stronger = criteria.find((other, place) => other !== one && implies(other.criterion, one.criterion, lint)
      && !(place > index && implies(one.criterion, other.criterion, lint)))
    return stronger ? [{ sort: 'needless' as const, key: 'needless' as const, about: [one, stronger], impossible: [...holding(stronger), { criterion: one.criterion, holds: false }] }] : []
  })
}

function insideOf(placed: Placed, around: readonly Placed[], lint: Lint): RuleFinding[] {
  const inner = innerOf(placed)
  switch (placed.criterion.kind) {
    case 'any': return branches(inner, around, lint)
    case 'someone':
    case 'relative':
    case 'count': return lintTogether(inner, [], lint)
    default: return []
  }
}

function branches(inner: readonly Placed[], around: readonly Placed[], lint: Lint): RuleFinding[] {
  const dead = inner.filter(branch => clash([...around, branch], lint))
  const alive = inner.filter(branch => !dead.includes(branch))
  const doubled = alive.flatMap((one, index) => {
    const wider = alive.find((other, place) => other !== one && implies(one.criterion, other.criterion, lint)
      && !(place > index && implies(other.criterion, one.criterion, lint)))
    return wider ? [{ sort: 'needless' as const, key: 'needless-branch' as const, about: [one, wider], impossible: [...holding(one), { criterion: wider.criterion, holds: false }] }] : []
  })
  const never = dead.map(branch => ({ sort: 'never' as const, key: 'never' as const, about: [branch], impossible: holding(...around, branch) }))
  return [...never, ...doubled, ...alive.flatMap(branch => lintTogether([branch], around, lint))]
}
