/** The two sets of rules that are held against each other, each with its day, and the services that may differ. */
import type { Host, Store } from '../../host.ts'
import type { PlainDate } from '../../kernel/dates.ts'
import type { Catalogue } from '../../policy/catalogue.ts'
import type { Compared } from './model.ts'
import type { Comparison } from './screen-page.ts'
import { ORPCError } from '@orpc/server'
import { draftCatalogue } from '../../catalogue/draft/read-draft-catalogue.ts'
import { catalogueInForce, readContents } from '../../catalogue/read-in-force.ts'
import { readItems } from '../../catalogue/read-items.ts'
import { withoutBroken } from '../../catalogue/without-broken.ts'
import { addDays } from '../../kernel/dates.ts'
import { differingServices } from './differing-services.ts'

/** @throws {ORPCError} RELEASE_NOT_FOUND */
export async function comparedRules(db: Store, host: Host, compared: Compared, today: PlainDate): Promise<Comparison> {
  const { on } = compared
  switch (compared.with) {
    case 'day': {
      const catalogue = await catalogueInForce(db, host)
      return { before: { catalogue, on: addDays(on, -1) }, after: { catalogue, on }, services: [...catalogue.services.keys()], today }
    }
    case 'draft': return onOneDay(await catalogueInForce(db, host), await draftCatalogue(db, host), on, today)
    case 'release': return onOneDay(await releasedAs(db, host, compared.from), await releasedAs(db, host, compared.to), on, today)
  }
}

const onOneDay = (before: Catalogue, after: Catalogue, on: PlainDate, today: PlainDate): Comparison =>
  ({ before: { catalogue: before, on }, after: { catalogue: after, on }, services: differingServices(before, after), today })

async function releasedAs(db: Store, host: Host, number: number): Promise<Catalogue> {
  const release = await db.selectFrom('catalogue_release').select('id').where('number', '=', number).executeTakeFirst()
  if (!release)
    throw new ORPCError('RELEASE_NOT_FOUND')
  const rules = (await readItems(db, number)).filter(({ kind }) => kind !== 'record')
  return withoutBroken({ ...await catalogueInForce(db, host), ...await readContents(db, host, rules), release: release.id }, host)
}
