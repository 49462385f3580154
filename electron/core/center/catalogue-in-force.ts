/** The catalogue as this office uses it: with the holidays it added. The same object as long as nothing changed. */
import type { Host, Store } from '../host.ts'
import type { Catalogue } from '../policy/catalogue.ts'
import { holidaysInForce } from './read-holidays.ts'

const withAdded = new WeakMap<Catalogue, { readonly days: string, readonly catalogue: Catalogue }>()

export async function catalogueInForce(db: Store, host: Host): Promise<Catalogue> {
  const shipped = host.catalogue()
  const holidays = await holidaysInForce(db, shipped.holidays)
  if (holidays === shipped.holidays)
    return shipped
  const days = holidays.map(({ date }) => date).join()
  const known = withAdded.get(shipped)
  if (known?.days === days)
    return known.catalogue
  const catalogue: Catalogue = { ...shipped, holidays }
  withAdded.set(shipped, { days, catalogue })
  return catalogue
}
