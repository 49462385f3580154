/** What is left of an import that was cancelled, that broke off, or that cannot be brought to its end: nothing, or all of it. */
import type { Counter } from '../../support/open-counter.ts'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startRunning } from '#core/catalogue/import/running-imports'
import { sweepImports } from '#core/catalogue/import/sweep-imports'
import { addFiles, importFiles } from '../../support/official/import-files.ts'
import { manyGov24 } from '../../support/official/many-records.ts'
import { openCounter } from '../../support/open-counter.ts'

let counter: Counter
beforeEach(async () => { counter = await openCounter() })
afterEach(() => counter.close())

/** Rows of every table but the access log, which says that somebody tried. */
async function everyRow(): Promise<Record<string, number>> {
  const tables = (await counter.db.introspection.getTables()).map(({ name }) => name).filter(name => name !== 'audit_line' && !name.startsWith('kysely_'))
  const counts = await Promise.all(tables.map(async name => [name, Number((await counter.db.selectFrom(name as 'staff').select(({ fn }) => fn.countAll().as('n')).executeTakeFirstOrThrow()).n)] as const))
  return Object.fromEntries(counts)
}
const drafted = () => counter.db.selectFrom('catalogue_change').selectAll().execute()

describe('an import that is given up', () => {
  it('leaves no row in any table, whenever it is cancelled', async () => {
    await importFiles(counter.as('lead'), manyGov24(3).files)
    const before = await everyRow()
    const { files } = manyGov24(50, 7, ' 새')
    for (let portions = 0; portions < 6; portions++) {
      const client = counter.as('lead')
      const { importId } = await client.catalogue.imports.begin()
      for (const [index, { name, text }] of files.entries()) {
        if (index < portions / 2)
          await client.catalogue.imports.add({ importId, pieces: [{ file: name, text: text.slice(0, portions % 2 === 0 ? undefined : 9_000), last: portions % 2 === 0 }] })
      }
      await client.catalogue.imports.cancel({ importId })
      expect(await everyRow()).toEqual(before)
    }
  })

  it('in the middle of a portion leaves none either', async () => {
    const client = counter.as('lead')
    const before = await everyRow()
    const { importId } = await client.catalogue.imports.begin()
    const adding = addFiles(client, importId, manyGov24(200).files).catch((error: unknown) => error)
    await new Promise(resolve => setTimeout(resolve, 30))
    await counter.as('admin').catalogue.imports.cancel({ importId })
    expect(await adding).toMatchObject({ code: 'IMPORT_NOT_FOUND' })
    expect(await everyRow()).toEqual(before)
  })

  it('by a crash is swept away at the next sign-in', async () => {
    const client = counter.as('lead')
    const before = await everyRow()
    const { importId } = await client.catalogue.imports.begin()
    await addFiles(client, importId, manyGov24(20, 5).files)
    startRunning({ ...counter.host }, { id: importId, staffId: counter.ids.lead, way: 'file' }).reader.close()
    await sweepImports(counter.db, { ...counter.host }) // a process that holds nothing of it
    expect(await everyRow()).toEqual(before)
  })

  it('by a crash while it went over is brought to its end, each record once', async () => {
    const client = counter.as('lead')
    const { importId } = await client.catalogue.imports.begin()
    await addFiles(client, importId, manyGov24(150).files)
    const { inTurn } = counter.host
    let turns = 0
    Object.assign(counter.host, { inTurn: (work: () => Promise<unknown>) => turns++ === 2 ? Promise.reject(Object.assign(new Error('full'), { code: 'SQLITE_FULL' })) : inTurn(work) })
    await expect(client.catalogue.imports.finish({ importId, dataDay: null, whole: [] })).rejects.toMatchObject({ code: 'STORE_FULL' })
    Object.assign(counter.host, { inTurn: () => Promise.reject(Object.assign(new Error('full'), { code: 'SQLITE_FULL' })) })
    await sweepImports(counter.db, counter.host) // still full: left for the next time, and not given up
    Object.assign(counter.host, { inTurn })
    expect((await drafted()).length).toBeLessThan(150)
    await sweepImports(counter.db, counter.host)
    expect(await drafted()).toHaveLength(150)
    expect(await counter.as('lead').catalogue.imports.list()).toMatchObject([{ phase: 'done', taken: 150 }])
  })

  it('by a crash while it was cleared away has lost nothing, and ends nothing that it named', async () => {
    const client = counter.as('lead')
    const full = `create trigger full before delete on catalogue_staged when (select count(*) from catalogue_staged) <= 1500 begin select raise(abort, 'full'); end`
    await sql.raw(full).execute(counter.db)
    await importFiles(client, manyGov24(700).files, true).catch(() => undefined)
    expect(counter.reports).toHaveLength(1)
    const before = await drafted()
    expect(before).toHaveLength(700)
    await sql.raw('drop trigger full').execute(counter.db)
    expect(await counter.db.selectFrom('catalogue_staged').select(({ fn }) => fn.countAll().as('rows')).executeTakeFirst()).toEqual({ rows: 1500 })
    await sweepImports(counter.db, counter.host)
    expect(await drafted()).toEqual(before)
    expect(await client.catalogue.imports.list()).toMatchObject([{ phase: 'done', taken: 700 }])
    expect(await counter.db.selectFrom('catalogue_staged').selectAll().execute()).toEqual([])
  })

  it('because it breaks every time keeps nobody from beginning another, and says what it left out', async () => {
    const client = counter.as('lead')
    await importFiles(client, manyGov24(60).files)
    const { importId } = await client.catalogue.imports.begin()
    await addFiles(client, importId, manyGov24(50, 0, ' 새').files)
    await counter.db.updateTable('catalogue_staged').set({ body: '{' }).where('item_id', 'like', '%45').execute()
    const { catalogues } = await client.catalogue.imports.overview({ importId })
    await expect(client.catalogue.imports.finish({ importId, dataDay: null, whole: catalogues.map(({ whole }) => whole) })).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
    const reported = counter.reports.length
    await client.catalogue.imports.begin()
    expect(counter.reports.length).toBeGreaterThan(reported)
    expect((await drafted()).filter(({ import_id }) => import_id === importId)).toHaveLength(40)
    expect(await drafted()).toHaveLength(60)
    expect((await client.catalogue.imports.list()).find(({ id }) => id === importId)).toMatchObject({ phase: 'done', taken: 40, broken: 10 })
    const { problems } = await client.catalogue.imports.problems({ importId })
    expect(problems.filter(({ reason }) => reason.code === 'left-over')).toHaveLength(10)
  })

  it('and whose row is gone leaves nothing staged for ever', async () => {
    await counter.db.insertInto('catalogue_staged').values({ import_id: 'gone', item_id: 'GOV1', part: 'list', body: '{}' }).execute()
    await sweepImports(counter.db, counter.host)
    expect(await counter.db.selectFrom('catalogue_staged').selectAll().execute()).toEqual([])
  })
})
