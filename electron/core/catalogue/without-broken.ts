/**
 * A catalogue without the services that name a figure or a fact that is not there.
 *
 * Such a service cannot be looked up, and one of them would keep the counter from all the others. No release brings
 * them about, but a newer Maji may: one that does not take an older figure any more, or that knows other facts. They
 * are told to the operator's log, by id, and stay in the release: they are back once what they name is.
 */
import type { Host } from '../host.ts'
import type { Catalogue } from '../policy/catalogue.ts'
import { checkService } from '../policy/check-service.ts'

export function withoutBroken(catalogue: Catalogue, { report }: Pick<Host, 'report'>): Catalogue {
  const broken = [...catalogue.services.values()].filter((service) => {
    const names = checkService(service, catalogue).flatMap(fault => fault.kind === 'figure-missing' || fault.kind === 'fact-missing' ? fault.name : [])
    if (names.length > 0)
      report(`catalogue service ${service.id}`, new Error(`It is left out of lookups: it names ${[...new Set(names)].join(', ')}, which is not there.`))
    return names.length > 0
  })
  const ids = new Set<string>(broken.map(({ id }) => id))
  return ids.size === 0 ? catalogue : { ...catalogue, services: new Map([...catalogue.services].filter(([id]) => !ids.has(id))) }
}
