import type { Host, Store } from '../host.ts'
import type { HandbookView } from './contract.ts'
import type { Handbook } from './model.ts'
import { catalogueInForce } from '../catalogue/read-in-force.ts'
import { handbookInForce, stateOf } from './in-force.ts'

/** The handbook in force, with what ships beside everything that the office has its own version of. */
export async function handbookView(db: Store, host: Host): Promise<HandbookView> {
  const { handbook, version, office } = await handbookInForce(db, host)
  const shipped = new Map(host.handbook().items.map(item => [item.id, item]))
  const { services } = await catalogueInForce(db, host)
  const own = Object.entries(office).map(([id, kept]) => {
    const { from, at, by, why } = kept
    return [id, { state: stateOf(shipped.get(id), kept), shipped: shipped.get(id) ?? null, from, at, by, why }] as const
  })
  const names = servicesIn(handbook).flatMap((id) => {
    const name = services.get(id)?.name
    return name ? [[id, name] as const] : []
  })
  return { handbook, version, services: Object.fromEntries(names), own: Object.fromEntries(own) }
}

const servicesIn = ({ items }: Handbook): string[] =>
  [...new Set(items.flatMap(item => item.kind === 'sign' ? item.services : item.kind === 'question' ? item.answers.flatMap(({ services }) => services) : []))]
