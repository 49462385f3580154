/**
 * The door to the reading thread: starts it with the first file, lets it end with the process.
 *
 * Where the thread cannot start (a bundle without its file), it is read right here.
 */
import type { MergeAnswer, OfficialReader, ReadPortion } from '#core/catalogue/import/official-port'
import type { ReadAnswer, ReadOrder } from './read-worker.ts'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { makePortionReader, mergeOrders } from '#core/catalogue/import/read-portion'
import { sha256 } from '../make-ids.ts'

interface Waiting { readonly resolve: (answer: never) => void, readonly reject: (error: Error) => void }
type Order = ReadOrder extends infer Each ? Each extends ReadOrder ? Omit<Each, 'id' | 'reader'> : never : never

let worker: Worker | undefined
let [lastOrder, lastReader] = [0, 0]
const waiting = new Map<number, Waiting>()

/** @throws {ReadingFailed} from its functions when the thread ended */
export function openReader(): OfficialReader {
  const file = workerFile()
  if (!file) {
    const reader = makePortionReader()
    return {
      read: async piece => reader.read(piece),
      merge: async orders => mergeOrders(sha256, orders),
      close: () => undefined,
    }
  }
  const reader = ++lastReader
  const order = <Given>(given: Order): Promise<Given> => send<Given>(file, { ...given, id: ++lastOrder, reader })
  return {
    read: piece => order<ReadPortion>({ kind: 'read', piece }),
    merge: orders => order<readonly MergeAnswer[]>({ kind: 'merge', orders }),
    close: () => void (worker ? order({ kind: 'close' }).catch(() => undefined) : undefined),
  }
}

function send<Given>(file: string, order: ReadOrder): Promise<Given> {
  const thread = worker ??= startWorker(file)
  return new Promise<Given>((resolve, reject) => {
    waiting.set(order.id, { resolve, reject })
    thread.ref()
    thread.postMessage(order)
  })
}

/** Run from source it is TypeScript; in a build it stands beside the server as JavaScript. */
function workerFile(): string | undefined {
  return ['./read-worker.ts', './read-worker.js', './read-worker.mjs']
    .map(name => fileURLToPath(new URL(name, import.meta.url)))
    .find(existsSync)
}

function startWorker(file: string): Worker {
  const started = new Worker(file)
  started.unref()
  started.on('message', (answer: ReadAnswer) => {
    const order = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (waiting.size === 0)
      started.unref()
    if ('failed' in answer)
      order?.reject(new ReadingFailed(answer.failed))
    else
      order?.resolve(answer.answer as never)
  })
  const ended = (): void => {
    if (worker === started)
      worker = undefined
    for (const { reject } of waiting.values())
      reject(new ReadingFailed('the reading thread ended'))
    waiting.clear()
  }
  started.on('error', ended)
  started.on('exit', ended)
  return started
}

export class ReadingFailed extends Error {
  override readonly name = 'ReadingFailed'
  constructor(kind: string) {
    super(`The official catalogue could not be read (${kind}).`)
  }
}
