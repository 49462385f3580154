/**
 * How many lists of a publisher an import holds, and how many records they tell of together.
 *
 * Pages of one list all tell the total of that list; lists of two provinces tell each its own. So files that tell the
 * same total are pages of one list as long as they hold no more records than that.
 */
import type { PartKind } from '../formats/reading.ts'
import type { StagedPart } from './official-port.ts'

export type FoundPart = Pick<StagedPart, 'id' | 'publisher' | 'part'>

/** Ids of each part by the total that their files tell, or by the file's name where it tells none. */
export type Lists = Map<PartKind, Map<number | string, Set<string>>>

export function countFile(lists: Lists, { file, total }: { readonly file: string, readonly total: number | undefined }, read: readonly FoundPart[]): void {
  for (const { id, part } of read) {
    if (total === undefined && part !== 'list')
      continue
    const ofPart = lists.get(part) ?? new Map<number | string, Set<string>>()
    lists.set(part, ofPart)
    const ids = ofPart.get(total ?? file) ?? new Set()
    ofPart.set(total ?? file, ids.add(id))
  }
}

/** Lists that happen to tell the same total. */
const listsOf = (total: number | string, ids: ReadonlySet<string>): number =>
  typeof total === 'number' && total > 0 ? Math.ceil(ids.size / total) : 1

/** Lists that are not pages of one another. */
export const separateLists = (lists: Lists): number => sum([...lists.get('list') ?? []].map(([total, ids]) => listsOf(total, ids)))

/** What the publisher says there are; nothing where no file says it. */
export function totalOf(lists: Lists): number | undefined {
  const totals = [...lists.values()].flatMap(ofPart => [...ofPart.keys()].some(total => typeof total === 'number')
    ? [sum([...ofPart].map(([total, ids]) => typeof total === 'number' ? total * listsOf(total, ids) : ids.size))]
    : [])
  return totals.length === 0 ? undefined : Math.max(...totals)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
