/**
 * The door to paper: a sheet in, a PDF out.
 *
 * The first sheet starts a thread that lives on with its fonts parsed; where the thread cannot start (a bundle
 * without its file), sheets are drawn right here. One at a time: a guide takes about a tenth of a second.
 */
import type { Sheet } from '#core/guide/sheet'
import type { DrawnSheet } from './compose-pdf.ts'
import type { DrawAnswer, DrawOrder } from './draw-worker.ts'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

export type { DrawnSheet } from './compose-pdf.ts'

interface Waiting { readonly resolve: (drawn: DrawnSheet) => void, readonly reject: (error: Error) => void }

let worker: Worker | undefined
let lastId = 0
const waiting = new Map<number, Waiting>()

/**
 * Draws a sheet.
 *
 * @throws {DrawingFailed} when pdfmake could not draw it; never quotes the sheet's words
 */
export async function drawSheet(sheet: Sheet): Promise<DrawnSheet> {
  const file = workerFile()
  if (!file)
    return (await import('./compose-pdf.ts')).composePdf(sheet)
  worker ??= startWorker(file)
  const id = ++lastId
  const order: DrawOrder = { id, sheet }
  return await new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    worker?.ref()
    worker?.postMessage(order)
  })
}

/** Ends the thread, for an orderly shutdown. The next sheet starts another. */
export async function stopDrawing(): Promise<void> {
  await worker?.terminate()
  worker = undefined
}

/** Run from source it is TypeScript; in a build it stands beside the server as JavaScript. */
function workerFile(): string | undefined {
  return ['./draw-worker.ts', './draw-worker.js', './draw-worker.mjs']
    .map(name => fileURLToPath(new URL(name, import.meta.url)))
    .find(existsSync)
}

function startWorker(file: string): Worker {
  const started = new Worker(file)
  started.on('message', (answer: DrawAnswer) => {
    const order = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0)
      started.unref()
    if ('failed' in answer)
      order?.reject(new DrawingFailed(answer.failed))
    else
      order?.resolve({ pdf: answer.pdf, pages: answer.pages })
  })
  const ended = (): void => {
    if (worker === started)
      worker = undefined
    for (const { reject } of waiting.values())
      reject(new DrawingFailed('the drawing thread ended'))
    waiting.clear()
  }
  started.on('error', ended)
  started.on('exit', ended)
  return started
}

export class DrawingFailed extends Error {
  override readonly name = 'DrawingFailed'
  constructor(kind: string) {
    super(`The sheet could not be drawn (${kind}).`)
  }
}
