/** The thread that reads official catalogues, so that eleven thousand records never keep a counter waiting. */
import type { FilePiece, MergeAnswer, MergeOrder, ReadPortion } from '#core/catalogue/import/official-port'
import { parentPort } from 'node:worker_threads'
import { makePortionReader, mergeOrders } from '#core/catalogue/import/read-portion'
import { sha256 } from '../make-ids.ts'

export type ReadOrder = { readonly id: number, readonly reader: number } & (
  | { readonly kind: 'read', readonly piece: FilePiece }
  | { readonly kind: 'merge', readonly orders: readonly MergeOrder[] }
  | { readonly kind: 'close' }
)
export type ReadAnswer
  = | { readonly id: number, readonly answer: ReadPortion | readonly MergeAnswer[] | undefined }
    /** The kind of the error only: its message may hold words of the file. */
    | { readonly id: number, readonly failed: string }

const readers = new Map<number, ReturnType<typeof makePortionReader>>()

parentPort?.on('message', (order: ReadOrder) => {
  try {
    parentPort?.postMessage({ id: order.id, answer: answerTo(order) } satisfies ReadAnswer)
  }
  catch (error) {
    parentPort?.postMessage({ id: order.id, failed: error instanceof Error ? error.name : 'unknown' } satisfies ReadAnswer)
  }
})

function answerTo(order: ReadOrder): ReadPortion | readonly MergeAnswer[] | undefined {
  if (order.kind === 'merge')
    return mergeOrders(sha256, order.orders)
  if (order.kind === 'close')
    return void readers.delete(order.reader)
  const reader = readers.get(order.reader) ?? makePortionReader()
  readers.set(order.reader, reader)
  return reader.read(order.piece)
}
