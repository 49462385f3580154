/** Imports files through the door, in portions as the page sends them. */
import type { Client } from '#core/contract'
import type { MadeFile } from './many-records.ts'
import { mostOfPortion } from '#core/catalogue/import/model'

export type ImportId = Awaited<ReturnType<Client['catalogue']['imports']['begin']>>['importId']

export async function addFiles(client: Client, importId: ImportId, files: readonly MadeFile[], size = mostOfPortion): Promise<void> {
  for (const { name, text } of files) {
    for (let at = 0; at === 0 || at < text.length; at += size)
      await client.catalogue.imports.add({ importId, pieces: [{ file: name, text: text.slice(at, at + size), ...at === 0 ? { first: true as const } : {}, last: at + size >= text.length }] })
  }
}

/** Begins, reads, finishes. @param whole takes each catalogue that may be asked for the whole of its publisher */
export async function importFiles(client: Client, files: readonly MadeFile[], whole = false) {
  const { importId } = await client.catalogue.imports.begin()
  await addFiles(client, importId, files)
  const { catalogues } = await client.catalogue.imports.overview({ importId })
  return client.catalogue.imports.finish({
    importId,
    dataDay: null,
    whole: whole ? catalogues.filter(({ mayBeWhole }) => mayBeWhole === 'yes').map(each => each.whole) : [],
  })
}
