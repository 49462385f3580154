/** The catalogue as it would be if the draft were released: what the editor tries and the review checks. */
import type { Host, Store } from '../../host.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { PendingChange } from './read-changes.ts'
import { contentReader } from '../read-contents.ts'
import { catalogueInForce } from '../read-in-force.ts'
import { readChanges, readDraftVersion } from './read-changes.ts'

const lastRead = new WeakMap<Catalogue, { readonly newest: string, readonly catalogue: Catalogue }>()

export async function draftCatalogue(db: Store, host: Host): Promise<Catalogue> {
  const inForce = await catalogueInForce(db, host)
  const { newest } = await readDraftVersion(db)
  const known = lastRead.get(inForce)
  if (known?.newest === newest)
    return known.catalogue
  const catalogue = await withChanges(db, host, inForce, [...(await readChanges(db)).values()])
  lastRead.set(inForce, { newest, catalogue })
  return catalogue
}

/** A catalogue with these changes made to it. */
export async function withChanges(db: Store, host: Host, base: Catalogue, changes: readonly PendingChange[]): Promise<Catalogue> {
  if (changes.length === 0)
    return base
  const contentOf = await contentReader(db, host, changes.flatMap(({ kind, hash }) => hash === null ? [] : [{ kind, hash }]))
  const applied = <Kind extends PendingChange['kind'], Content>(kind: Kind, before: ReadonlyMap<string, Content>, read: (hash: string) => Content | undefined): ReadonlyMap<string, Content> => {
    const own = changes.filter(change => change.kind === kind)
    const after = new Map(own.length === 0 ? [] : before)
    for (const { itemId, hash } of own) {
      const content = hash === null ? undefined : read(hash)
      if (content === undefined)
        after.delete(itemId)
      else
        after.set(itemId, content)
    }
    return own.length === 0 ? before : after
  }
  return {
    ...base,
    services: applied('service', base.services, contentOf.service),
    parameters: applied('parameter', base.parameters, contentOf.parameter),
    records: applied('record', base.records, contentOf.record),
  }
}
