/** Flips gathered by service and direction while the pages come in: all are counted, so many of each are kept. */
import type { HouseholdId, WelfareServiceId } from '../../kernel/ids.ts'
import type { BilingualText } from '../../kernel/text.ts'
import type { Direction, FlipGroup } from './model.ts'
import type { Flip } from './screen-page.ts'

/** Of one direction; more than anybody works through. It bounds what a run holds in memory. */
const mostKept = 1000

export interface KeptHousehold { readonly householdId: HouseholdId, readonly memberIds: readonly (string | null)[], readonly toldNo: boolean }

interface Group extends Direction { households: number, verdicts: number, toldNo: number, readonly first: KeptHousehold[], readonly others: KeptHousehold[] }

export interface Gathered {
  /** @param toldNo whether the household was told no to this service and member at its last lookup */
  readonly add: (flips: readonly Flip[], toldNo: (flip: Flip) => boolean) => void
  readonly groups: (nameOf: (serviceId: string) => BilingualText) => FlipGroup[]
  /** Those told no first. */
  readonly kept: (direction: Direction) => readonly KeptHousehold[]
}

const keyOf = ({ serviceId, before, after }: Pick<Flip, 'serviceId' | 'before' | 'after'>): string => `${serviceId} ${before} ${after}`

export function gatherFlips(): Gathered {
  const groups = new Map<string, Group>()
  return {
    add: (flips, toldNo) => {
      for (const those of Map.groupBy(flips, flip => `${flip.householdId} ${keyOf(flip)}`).values())
        addTo(groups, those, those.some(toldNo))
    },
    groups: nameOf => [...groups.values()]
      .map(({ first: _first, others: _others, ...counts }) => ({ ...counts, name: nameOf(counts.serviceId) }))
      .sort((left, right) => rankOf(left) - rankOf(right) || right.toldNo - left.toldNo || right.households - left.households),
    kept: (direction) => {
      const group = groups.get(keyOf(direction))
      return group ? [...group.first, ...group.others].slice(0, mostKept) : []
    },
  }
}

function addTo(groups: Map<string, Group>, [flip, ...rest]: readonly Flip[], toldNo: boolean): void {
  if (!flip)
    return
  const key = keyOf(flip)
  const group = groups.get(key) ?? { serviceId: flip.serviceId as WelfareServiceId, before: flip.before, after: flip.after, households: 0, verdicts: 0, toldNo: 0, first: [], others: [] }
  groups.set(key, group)
  group.households++
  group.verdicts += 1 + rest.length
  group.toldNo += toldNo ? 1 : 0
  const kept = toldNo ? group.first : group.others
  if (kept.length < mostKept)
    kept.push({ householdId: flip.householdId as HouseholdId, memberIds: [flip, ...rest].map(({ memberId }) => memberId), toldNo })
}

/** What became likely comes first, then what may be asked now, then what is lost. */
const rankOf = ({ after, toldNo }: Pick<FlipGroup, 'after' | 'toldNo'>): number =>
  after === 'likely' ? (toldNo > 0 ? 0 : 1) : after === 'ask-first' ? 2 : 3
