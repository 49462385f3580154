/** The thread that draws, so that drawing never keeps another counter waiting. Fonts stay parsed between sheets. */
import type { Sheet } from '#core/guide/sheet'
import { parentPort } from 'node:worker_threads'
import { composePdf } from './compose-pdf.ts'

export interface DrawOrder { readonly id: number, readonly sheet: Sheet }
export type DrawAnswer
  = | { readonly id: number, readonly pdf: Uint8Array, readonly pages: number }
  /** The kind of the error only: its message may hold words of the sheet. */
    | { readonly id: number, readonly failed: string }

parentPort?.on('message', async ({ id, sheet }: DrawOrder) => {
  try {
    const { pdf, pages } = await composePdf(sheet)
    const bytes = Uint8Array.from(pdf)
    parentPort?.postMessage({ id, pdf: bytes, pages } satisfies DrawAnswer, [bytes.buffer])
  }
  catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.name : 'unknown' } satisfies DrawAnswer)
  }
})
