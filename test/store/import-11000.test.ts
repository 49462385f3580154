/** A file of the whole country's size, on every store: in with progress, out without a trace, the same again without a change. */
import type { Store } from '#core/host'
import type { Counter } from '../support/open-counter.ts'
import type { StoreKind } from '../support/open-test-store.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { addFiles, importFiles } from '../support/official/import-files.ts'
import { manyGov24 } from '../support/official/many-records.ts'
import { openCounter } from '../support/open-counter.ts'
import { closeTestStores, openTestStore, storeKinds } from '../support/open-test-store.ts'

afterAll(closeTestStores)

/** PGlite is a whole server in WebAssembly: a tenth of the records shows the same. */
const sizeOn: Record<StoreKind, number> = { SQLite: 11_000, PGlite: 1_100, PostgreSQL: 11_000 }

async function everyRow(db: Store): Promise<Record<string, number>> {
  const tables = (await db.introspection.getTables()).map(({ name }) => name).filter(name => name !== 'audit_line' && !name.startsWith('kysely_'))
  const counted: Record<string, number> = {}
  for (const name of tables)
    counted[name] = Number((await db.selectFrom(name as 'staff').select(({ fn }) => fn.countAll().as('n')).executeTakeFirstOrThrow()).n)
  return counted
}

describe.each(storeKinds)('a catalogue of the whole country on %s', (kind) => {
  const count = sizeOn[kind]
  const made = manyGov24(count, 500)
  let counter: Counter
  const hashes = async () => (await counter.db.selectFrom('catalogue_change').select(['item_id', 'hash']).orderBy('item_id').execute()).map(({ item_id, hash }) => `${item_id} ${hash}`)

  it('that is cancelled half way leaves no row in any table', async () => {
    counter = await openCounter({ db: await openTestStore(kind) })
    const client = counter.as('lead')
    const before = await everyRow(counter.db)
    const { importId } = await client.catalogue.imports.begin()
    await addFiles(client, importId, made.files.slice(0, 2))
    expect((await everyRow(counter.db)).catalogue_staged).toBeGreaterThan(count)
    await client.catalogue.imports.cancel({ importId })
    expect(await everyRow(counter.db)).toEqual(before)
  })

  it('comes in with progress; broken records are told, each with its place, while the others go in', async () => {
    const client = counter.as('lead')
    const { importId } = await client.catalogue.imports.begin()
    const heard: number[] = []
    const watching = (async () => {
      for await (const { phase, done, of } of await client.catalogue.imports.watch({ importId })) {
        if (phase === 'switching')
          heard.push(done / (of ?? 1))
      }
    })()
    await addFiles(client, importId, made.files)
    const line = await client.catalogue.imports.finish({ importId, dataDay: null, whole: [] })
    await watching
    expect(heard.length).toBeGreaterThan(10)
    expect(heard).toEqual(heard.toSorted((one, other) => one - other))
    expect(line).toMatchObject({ phase: 'done', taken: count, broken: made.broken })
    const { problems, broken } = await client.catalogue.imports.problems({ importId })
    expect(broken).toBe(made.broken)
    expect(problems.slice(0, broken).every(({ place }) => place.file === 'serviceList.json' && place.record !== undefined && place.record % 500 === 0)).toBe(true)
    expect(await hashes()).toHaveLength(count)
  })

  it('read again changes nothing', async () => {
    const before = await hashes()
    await importFiles(counter.as('lead'), made.files)
    expect(await hashes()).toEqual(before)
  })
})
