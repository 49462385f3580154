/**
 * The migrations in order. A list, not a folder scan: the app is bundled, so there
 * is no folder to scan at run time.
 */
import type { Migration, MigrationProvider } from 'kysely/migration'
import * as createCounter from './0001-create-counter.ts'
import * as createCatalogue from './0002-create-catalogue.ts'
import * as createPlanning from './0003-create-planning.ts'
import * as widenPaper from './0004-widen-paper.ts'

export const migrations = {
  '0001-create-counter': createCounter,
  '0002-create-catalogue': createCatalogue,
  '0003-create-planning': createPlanning,
  '0004-widen-paper': widenPaper,
} as const satisfies Record<string, Migration>

export const migrationProvider: MigrationProvider = {
  getMigrations: async () => migrations,
}
