/** What an import holds of each publisher, and of which part of its catalogue it could be the whole. */
import type { FoundCatalogue, Whole } from './model.ts'
import type { RunningImport, Seen } from './running-imports.ts'
import { PlainDate } from '../../kernel/dates.ts'
import { separateLists, totalOf } from './count-lists.ts'

export const foundCatalogues = (import_: RunningImport): FoundCatalogue[] => [...import_.seen].map(([publisher, seen]) => {
  const region = publisher === 'bokjiro-local' ? regionOf(seen) : {}
  return {
    publisher,
    records: seen.ids.size,
    total: totalOf(seen.lists) ?? null,
    whole: { publisher, ...region },
    mayBeWhole: mayBeWhole(import_, seen, region),
    newest: seen.newest === undefined ? null : PlainDate.parse(seen.newest),
  }
})

/**
 * The region that one list is about. Of one province it can be the whole of that province, never of the country; of the
 * country only where several provinces stand in one list. Lists of two provinces are the whole of neither together.
 */
function regionOf({ regions, lists }: Seen): Omit<Whole, 'publisher'> | undefined {
  const provinces = new Set([...regions.values()].map(({ province }) => province))
  const districts = new Set([...regions.values()].map(({ district }) => district))
  const [province, district] = [[...provinces][0], [...districts][0]]
  if (separateLists(lists) > 1)
    return undefined
  if (provinces.size === 1 && province !== undefined)
    return districts.size === 1 && district !== undefined ? { province, district } : { province }
  const known = [...provinces].filter(each => each !== undefined)
  return known.length > 1 && totalOf(lists) !== undefined ? {} : undefined
}

/** A record that nobody could read or that the publisher counts and did not send may be any of those that seem to be missing. */
function mayBeWhole(import_: RunningImport, seen: Seen, region: Omit<Whole, 'publisher'> | undefined): FoundCatalogue['mayBeWhole'] {
  if (!seen.hasList)
    return 'no-list'
  if (import_.nameless > 0 || import_.open.size > 0)
    return 'unread-records'
  if (region === undefined)
    return 'region-unclear'
  return seen.ids.size < (totalOf(seen.lists) ?? 0) ? 'fewer-than-total' : 'yes'
}
