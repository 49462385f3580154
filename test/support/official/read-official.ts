/** Reads a whole official file at once, or in pieces of any size. */
import type { FileSummary, Reading } from '#core/catalogue/formats/make-reader'
import { makeFileReader } from '#core/catalogue/formats/make-reader'

export function readOfficial(file: string, text: string, size = Number.POSITIVE_INFINITY): Reading & { readonly summary: FileSummary } {
  const reader = makeFileReader(file)
  const read: Reading[] = []
  for (let at = 0; at < text.length; at += size)
    read.push(reader.push(text.slice(at, at + size)))
  const last = reader.end()
  return {
    parts: [...read, last].flatMap(({ parts }) => parts),
    problems: [...read, last].flatMap(({ problems }) => problems),
    summary: last.summary,
  }
}
