/** The thread of one book: begun for it and ended with it, so that its memory is given back and a guide never waits behind it. */
import type { PackedBook } from './book/packed-book.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { composeBook } from './book/compose-book.ts'
import { unpacked } from './book/packed-book.ts'

export type BookAnswer
  = | { readonly done: number, readonly all: number }
    | { readonly pdf: Uint8Array, readonly pages: number, readonly partPages: readonly number[] }
  /** The kind of the error only: its message may hold words of a sheet. */
    | { readonly failed: string }

const tell = (answer: BookAnswer, moved: ArrayBuffer[] = []): void => parentPort?.postMessage(answer, moved)

try {
  const { pdf, pages, partPages } = await composeBook(unpacked(workerData as PackedBook), (done, all) => tell({ done, all }))
  const bytes = new Uint8Array(pdf)
  tell({ pdf: bytes, pages, partPages }, [bytes.buffer])
}
catch (error) {
  tell({ failed: error instanceof Error ? error.name : 'unknown' })
}
