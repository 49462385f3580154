/** The largest portion of a file passes both transports, whatever characters it is made of. */
import type { TestServer } from '../support/open-test-server.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mostOfPortion } from '#core/catalogue/import/model'
import { addFiles } from '../support/official/import-files.ts'
import { manyGov24 } from '../support/official/many-records.ts'
import { openTestServer } from '../support/open-test-server.ts'
import { scratchFolder } from '../support/scratch.ts'

const scratch = scratchFolder()
let server: TestServer
beforeAll(async () => { server = await openTestServer({ folder: scratch('office') }) })
afterAll(() => server.close())

describe.each(['http', 'port'] as const)('over %s', (over) => {
  it.each([['Hangul', '가'], ['quotation marks', '"'], ['line breaks', '\n'], ['emoji', '🙂']])('a whole portion of %s is taken', async (_, character) => {
    const client = await server.signedIn('lead', over)
    const { importId } = await client.catalogue.imports.begin()
    const text = `[${character.repeat((mostOfPortion - 2) / character.length)}]`
    await client.catalogue.imports.add({ importId, pieces: [{ file: 'x.json', text, first: true, last: true }] })
    await client.catalogue.imports.cancel({ importId })
    await expect(client.catalogue.imports.add({ importId, pieces: [{ file: 'x.json', text, last: true }] })).rejects.toMatchObject({ code: 'IMPORT_NOT_FOUND' })
  })

  it('a catalogue goes in, and its progress is heard', async () => {
    const client = await server.signedIn('lead', over)
    const { importId } = await client.catalogue.imports.begin()
    const heard: string[] = []
    const watching = (async () => {
      for await (const { phase } of await client.catalogue.imports.watch({ importId }))
        heard.push(phase)
    })()
    await addFiles(client, importId, manyGov24(300, 50).files)
    const line = await client.catalogue.imports.finish({ importId, dataDay: null, whole: [] })
    await watching
    expect(line).toMatchObject({ phase: 'done', broken: 6 })
    expect([...new Set(heard)]).toEqual(['reading', 'switching', 'done'])
  })
})
