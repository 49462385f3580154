/** What an import holds of each publisher, and of which part of its catalogue it could be the whole. */
import type { FoundCatalogue, Whole } from './model.ts'
import type { RunningImport, Seen } from './running-imports.ts'
import { PlainDate } from '../../kernel/dates.ts'

export const foundCatalogues = (import_: RunningImport): FoundCatalogue[] => [...import_.seen].map(([publisher, seen]) => ({
  publisher,
  records: seen.ids.size,
  total: seen.total ?? null,
  whole: { publisher, ...publisher === 'bokjiro-local' ? commonRegion(seen) : {} },
  mayBeWhole: mayBeWhole(import_, seen),
  newest: seen.newest === undefined ? null : PlainDate.parse(seen.newest),
}))

/** Records of one province only can be the whole of that province, never of the country. */
function commonRegion({ regions }: Seen): Omit<Whole, 'publisher'> {
  const provinces = new Set([...regions.values()].map(({ province }) => province))
  const districts = new Set([...regions.values()].map(({ district }) => district))
  const [province, district] = [[...provinces][0], [...districts][0]]
  if (provinces.size !== 1 || province === undefined)
    return {}
  return districts.size === 1 && district !== undefined ? { province, district } : { province }
}

/** A record that nobody could read or that the publisher counts and did not send may be any of those that seem to be missing. */
function mayBeWhole(import_: RunningImport, seen: Seen): FoundCatalogue['mayBeWhole'] {
  if (!seen.hasList)
    return 'no-list'
  if (import_.nameless > 0 || import_.open.size > 0)
    return 'unread-records'
  return seen.total !== undefined && seen.ids.size < seen.total ? 'fewer-than-total' : 'yes'
}
