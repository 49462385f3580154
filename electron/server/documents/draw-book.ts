/**
 * The door to books: the booklet, all guides of a day. One at a time, each in a thread of its own.
 *
 * Cancelling ends the thread wherever it is. Where the thread cannot start (a bundle without its file), the book is drawn
 * right here, as a sheet is.
 */
import type { Book, DrawingTold } from '#core/guide/book'
import type { BookAnswer } from './book-worker.ts'
import type { DrawnBook } from './book/compose-book.ts'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { packed } from './book/packed-book.ts'
import { DrawingFailed } from './draw-sheet.ts'

/**
 * Megabytes. Most of what a layout makes is garbage at once; with the usual room a booklet of 500 services takes twice the
 * memory. They live on some 70, so this is enough for several thousand.
 */
const ROOM = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 800 }

/** How soon a wish to stop is seen, in milliseconds. */
const LOOK_EVERY = 40

let before: Promise<unknown> = Promise.resolve()

/**
 * @throws {DrawingCancelled} once it is cancelled, also while it waits for the book before it
 * @throws {DrawingFailed} when it could not be drawn; never quotes a sheet's words
 * @throws {RangeError} for a book without parts
 */
export async function drawBook(book: Book, told: DrawingTold = {}): Promise<DrawnBook> {
  if (book.parts.length === 0)
    throw new RangeError('A book has one part at least.')
  const stop = new AbortController()
  const look = (): void => {
    if (told.cancelled?.())
      stop.abort()
  }
  look()
  const looking = setInterval(look, LOOK_EVERY)
  try {
    return await Promise.race([stopped(stop.signal), inTurn(async () => {
      if (stop.signal.aborted)
        throw new DrawingCancelled()
      return await inThread(book, told, stop.signal)
    })])
  }
  finally {
    clearInterval(looking)
  }
}

const stopped = (signal: AbortSignal): Promise<never> => new Promise((_, reject) => {
  const tell = (): void => reject(new DrawingCancelled())
  if (signal.aborted)
    tell()
  signal.addEventListener('abort', tell)
})

function inTurn<Done>(draw: () => Promise<Done>): Promise<Done> {
  const drawn = before.then(draw)
  before = drawn.catch(() => {})
  return drawn
}

async function inThread(book: Book, { progress }: DrawingTold, signal: AbortSignal): Promise<DrawnBook> {
  const file = workerFile()
  if (!file)
    return (await import('./book/compose-book.ts')).composeBook(book, progress)
  const worker = new Worker(file, { workerData: packed(book), resourceLimits: ROOM })
  const end = (): void => void worker.terminate()
  signal.addEventListener('abort', end)
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (answer: BookAnswer) => {
        if ('failed' in answer)
          reject(new DrawingFailed(answer.failed))
        else if ('pdf' in answer)
          resolve({ pdf: answer.pdf, pages: answer.pages, partPages: answer.partPages })
        else
          progress?.(answer.done, answer.all)
      })
      const ended = (): void => reject(new DrawingFailed('the drawing thread ended'))
      worker.on('error', ended)
      worker.on('exit', ended)
    })
  }
  finally {
    signal.removeEventListener('abort', end)
    await worker.terminate()
  }
}

/** Run from source it is TypeScript; in a build it stands beside the server as JavaScript. */
function workerFile(): string | undefined {
  return ['./book-worker.ts', './book-worker.js', './book-worker.mjs']
    .map(name => fileURLToPath(new URL(name, import.meta.url)))
    .find(existsSync)
}

export class DrawingCancelled extends Error {
  override readonly name = 'DrawingCancelled'
}
