/** The newest release of a store is the one in force. */
import type { Selectable } from 'kysely'
import type { Store } from '../../host.ts'
import type { CatalogueReleaseTable } from '../../store/schema.ts'

export type ReleaseRow = Selectable<CatalogueReleaseTable>

/** Nothing before the first release: a store of an older Maji that nobody has signed in to since. */
export const findRelease = (db: Store): Promise<ReleaseRow | undefined> =>
  db.selectFrom('catalogue_release').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst()
