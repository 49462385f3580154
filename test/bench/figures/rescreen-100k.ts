/**
 * A hundred thousand made-up households of one to nine members (half live alone, 2.8 on average), three fifths of what
 * could be known unknown, against the rules of the shipped catalogue: every verdict for everybody, without reasons, by
 * one worker a core.
 *
 * Each worker makes a page of households up, makes them ready and looks them through; the households come and go by
 * pages, so memory stays as it is. Reading the catalogue and making households up are not counted; what the clock said
 * with making them up stands beside. Progress goes to standard error.
 */
import type { Page, Part } from '../rescreen-worker.ts'
import type { Figure } from '../run.ts'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import process from 'node:process'
import { Worker } from 'node:worker_threads'
import { rounded } from '../median.ts'

const households = 100_000
const page = 100
const workers = Math.min(2, availableParallelism())

export async function measure(): Promise<Figure> {
  const pages: Page[] = []
  const parts = await Promise.all(Array.from({ length: workers }, (_, at) => openPart({ seed: 100 + at, households: households / workers, page })))
  const begun = performance.now()
  await Promise.all(parts.map(part => lookThrough(part, (done) => {
    pages.push(done)
    if (pages.length % (households / page / 10) === 0)
      process.stderr.write(`rescreen-100k: ${pages.length * page} households\n`)
  })))
  const whole = performance.now() - begun
  const busy = pages.reduce((sum, each) => sum + each.busy, 0) / workers
  const [early, late] = [most(pages.slice(0, pages.length / 10)), most(pages.slice(-pages.length / 10))]
  return {
    name: 'rescreen-100k',
    value: rounded(busy / households * 1000),
    unit: `µs a household (${workers} workers; ${rounded(whole / households * 1000)} with making them up; at most ${early} MB in use in the first tenth, ${late} in the last)`,
  }
}

const most = (pages: readonly Page[]): number => Math.round(Math.max(...pages.map(({ memory }) => memory)) / 1e6)

async function openPart(part: Part): Promise<Worker> {
  const worker = new Worker(new URL('../rescreen-worker.ts', import.meta.url), { workerData: part })
  await once(worker, 'message')
  return worker
}

async function lookThrough(worker: Worker, onPage: (page: Page) => void): Promise<void> {
  worker.on('message', onPage)
  worker.postMessage('begin')
  await once(worker, 'exit')
}
