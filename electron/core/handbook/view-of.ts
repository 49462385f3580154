import type { HandbookView } from './contract.ts'
import type { HandbookInForce } from './in-force.ts'
import type { Handbook } from './model.ts'
import { stateOf } from './in-force.ts'

/** The handbook in force, with what ships beside everything that the office has its own version of. */
export function viewOf(shipped: Handbook, { handbook, version, office }: HandbookInForce): HandbookView {
  const byId = new Map(shipped.items.map(item => [item.id, item]))
  const own = Object.entries(office).map(([id, kept]) => {
    const { from, at, by, why } = kept
    return [id, { state: stateOf(byId.get(id), kept), shipped: byId.get(id) ?? null, from, at, by, why }] as const
  })
  return { handbook, version, own: Object.fromEntries(own) }
}
