/**
 * Files in portions that one request takes: a large file in pieces, small ones together.
 *
 * What is not UTF-8 is told as such; nothing is guessed into characters that nobody wrote.
 */
import { mostOfPortion, mostPieces } from '#core/catalogue/import/model'

export interface Piece { readonly file: string, readonly text: string, readonly first?: true, readonly last: boolean, readonly unreadable?: true }
export interface Portion { readonly pieces: readonly Piece[], readonly bytes: number }

const nameOf = (file: File): string => (file.webkitRelativePath || file.name).slice(-300)

/** @throws what the browser says when a file is gone */
export async function* readFiles(files: readonly File[]): AsyncGenerator<Portion> {
  let [pieces, characters, bytes] = [[] as Piece[], 0, 0]
  for (const file of files) {
    for await (const piece of piecesOf(file)) {
      if (pieces.length > 0 && (characters + piece.text.length > mostOfPortion || pieces.length >= mostPieces)) {
        yield { pieces, bytes }
        ;[pieces, characters, bytes] = [[], 0, 0]
      }
      const { bytes: size, ...sent } = piece
      pieces.push(sent)
      characters += sent.text.length
      bytes += size
    }
  }
  if (pieces.length > 0)
    yield { pieces, bytes }
}

async function* piecesOf(file: File): AsyncGenerator<Piece & { readonly bytes: number }> {
  const name = nameOf(file)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let [text, bytes, first] = ['', 0, { first: true } as { readonly first?: true }]
  try {
    for await (const part of chunksOf(file)) {
      text += decoder.decode(part, { stream: true })
      bytes += part.byteLength
      while (text.length > mostOfPortion) {
        const end = /[\uD800-\uDBFF]/.test(text[mostOfPortion - 1] ?? '') ? mostOfPortion - 1 : mostOfPortion
        yield { file: name, text: text.slice(0, end), ...first, last: false, bytes }
        ;[text, bytes, first] = [text.slice(end), 0, {}]
      }
    }
    text += decoder.decode()
  }
  catch (error) {
    if (!(error instanceof TypeError))
      throw error
    yield { file: name, text: '', last: true, unreadable: true, bytes: file.size }
    return
  }
  yield { file: name, text, ...first, last: true, bytes }
}

/** `for await` over a stream is not everywhere yet. */
async function* chunksOf(file: File): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done)
      return
    yield value
  }
}

/** Files that can be one: XML and JSON by their names; a folder holds others as well. */
export const isOfficialFile = (file: File): boolean => /\.(?:xml|json)$/i.test(file.name)

/** Files and folders that were dropped, folders all the way down. */
export async function filesOfDrop(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry()).filter(entry => entry !== null)
  return entries.length > 0 ? (await Promise.all(entries.map(filesOfEntry))).flat() : [...transfer.files]
}

async function filesOfEntry(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile)
    return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const found: File[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0)
      return found
    for (const inner of some)
      found.push(...await filesOfEntry(inner))
  }
}
