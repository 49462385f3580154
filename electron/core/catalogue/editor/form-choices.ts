/** What the form of a service offers to choose from. */
import type { Host } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { Home } from './begin-service.ts'
import type { FormChoices } from './model.ts'

export function formChoices({ parameters, services, documents, records }: Catalogue, home: Home, places: ReturnType<Host['places']>, today: PlainDate): FormChoices {
  return {
    home,
    today,
    figures: Array.from(parameters.values(), ({ id, label, unit, by }) => ({ id, label, unit, by })),
    services: Array.from(services.values(), ({ id, name }) => ({ id, name })),
    papers: Array.from(documents.values(), ({ id, name }) => ({ id, name })),
    districts: districtsOf(places, home, [...Array.from(services.values(), ({ region }) => region), ...records.values()]),
  }
}

/** The places that ship, the office's own, and whatever the catalogue names. */
function districtsOf({ provinces, districts }: ReturnType<Host['places']>, home: Home, named: readonly ({ readonly province?: string | undefined, readonly district?: string | undefined } | undefined)[]): FormChoices['districts'] {
  const found = new Map<string, Set<string>>(provinces.map(province => [province, new Set(districts[province])]))
  for (const place of [home, ...named]) {
    if (!place?.province)
      continue
    const names = found.get(place.province) ?? new Set()
    if (place.district)
      names.add(place.district)
    found.set(place.province, names)
  }
  return Array.from(found, ([province, names]) => ({ province, names: [...names].sort() })).sort((left, right) => left.province < right.province ? -1 : 1)
}
