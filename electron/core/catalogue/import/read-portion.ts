/** What the reading thread does: portions of files in, parts ready to be staged out; parts and what is known in, texts out. */
import type { OfficialRecord } from '../../policy/official-record.ts'
import type { FileReader } from '../formats/make-reader.ts'
import type { RecordPart } from '../formats/reading.ts'
import type { FilePiece, MergeAnswer, MergeOrder, ReadPortion } from './official-port.ts'
import { makeFileReader } from '../formats/make-reader.ts'
import { mergeRecord } from '../formats/merge-record.ts'
import { itemText } from '../item-text.ts'
import { stageable } from './official-port.ts'

export interface PortionReader {
  readonly read: (piece: FilePiece) => ReadPortion
}

/** Files may come one after the other or side by side. */
export function makePortionReader(): PortionReader {
  const open = new Map<string, FileReader>()
  return {
    read: ({ file, text, first: begins, last }) => {
      const reader = (begins ? undefined : open.get(file)) ?? makeFileReader(file)
      open.set(file, reader)
      const first = reader.push(text)
      if (!last)
        return { parts: first.parts.map(stageable), problems: first.problems }
      const rest = reader.end()
      open.delete(file)
      return { parts: [...first.parts, ...rest.parts].map(stageable), problems: [...first.problems, ...rest.problems], summary: rest.summary }
    },
  }
}

/** @param hash SHA-256 as hex */
export function mergeOrders(hash: (text: string) => string, orders: readonly MergeOrder[]): readonly MergeAnswer[] {
  return orders.map(({ parts, known }) => {
    const merged = mergeRecord(parts.map(part => JSON.parse(part) as RecordPart), known === undefined ? undefined : JSON.parse(known) as OfficialRecord)
    if ('record' in merged)
      return { text: itemText({ hash }, merged.record) }
    const { field, ...reason } = merged.broken
    return { broken: reason, ...field === undefined ? {} : { field } }
  })
}
