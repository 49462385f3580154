/**
 * Threads that look stored households up again, for one comparison of rules; each is given the pages in turn.
 *
 * Where the thread cannot start (a bundle without its file), pages are looked up right here.
 */
import type { Comparison, ScreenedPage } from '#core/eligibility/rescreen/screen-page'
import type { Screening } from '#core/host'
import type { ScreenAnswer, ScreenOrder } from './rescreen-worker.ts'
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { pageScreener } from '#core/eligibility/rescreen/screen-page'

/** More would wait for the one thread that reads the store. */
const mostThreads = 4

export function openScreening(comparison: Comparison): Screening {
  const file = workerFile()
  const rules = withoutTheRest(comparison)
  if (!file) {
    const screen = pageScreener(rules)
    return { threads: 1, screen: page => Promise.resolve(screen(page)), close: () => Promise.resolve() }
  }
  const threads = Array.from({ length: Math.min(mostThreads, availableParallelism()) }, () => startThread(file, rules))
  let turn = 0
  return {
    threads: threads.length,
    screen: page => threads[turn++ % threads.length]!.screen(page),
    close: async () => void await Promise.all(threads.map(thread => thread.end())),
  }
}

/** What decides; official records, papers and marks would only be copied for nothing. */
function withoutTheRest({ before, after, ...rest }: Comparison): Comparison {
  const deciding = ({ release, services, parameters, facts }: Comparison['before']['catalogue']) =>
    ({ release, services, parameters, facts, documents: new Map(), holidays: [], records: new Map(), marks: new Map() })
  const first = deciding(before.catalogue)
  return {
    ...rest,
    before: { on: before.on, catalogue: first },
    after: { on: after.on, catalogue: after.catalogue === before.catalogue ? first : deciding(after.catalogue) },
  }
}

/** Run from source it is TypeScript; in a build it stands beside the server as JavaScript. */
function workerFile(): string | undefined {
  return ['./rescreen-worker.ts', './rescreen-worker.js', './rescreen-worker.mjs']
    .map(name => fileURLToPath(new URL(name, import.meta.url)))
    .find(existsSync)
}

interface Waiting { readonly resolve: (screened: ScreenedPage) => void, readonly reject: (error: Error) => void }

function startThread(file: string, rules: Comparison) {
  const worker = new Worker(file, { workerData: rules })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  worker.on('message', (answer: ScreenAnswer) => {
    const order = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('failed' in answer)
      order?.reject(new ScreeningFailed(answer.failed))
    else
      order?.resolve(answer.screened)
  })
  let ended: string | undefined
  const end = (why: string): void => {
    ended ??= why
    for (const { reject } of waiting.values())
      reject(new ScreeningFailed(ended))
    waiting.clear()
  }
  worker.on('error', error => end(error instanceof Error ? error.name : 'unknown'))
  worker.on('exit', () => end('the thread ended'))
  return {
    screen: (page: ScreenOrder['page']): Promise<ScreenedPage> => new Promise((resolve, reject) => {
      if (ended !== undefined)
        return reject(new ScreeningFailed(ended))
      const id = ++lastId
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, page } satisfies ScreenOrder)
    }),
    end: (): Promise<unknown> => worker.terminate(),
  }
}

export class ScreeningFailed extends Error {
  override readonly name = 'ScreeningFailed'
  constructor(kind: string) {
    super(`Households could not be looked up again (${kind}).`)
  }
}
