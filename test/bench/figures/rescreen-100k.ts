/**
 * A hundred thousand made-up households of one to nine members (half live alone, 2.8 on average), three fifths of what
 * could be known unknown, against the rules of the shipped catalogue: every verdict for everybody, without reasons, by
 * one worker a core.
 *
 * Each worker makes a page of households up, makes them ready and looks them through; the households come and go by
 * pages, so memory stays as it is: what a worker keeps when all that nobody needs is thrown away is told, early and
 * late. Reading the catalogue and making households up are not counted; what the clock said with it stands beside.
 * Progress goes to standard error.
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
  const each = (time: 'busy' | 'processor'): number => rounded(pages.reduce((sum, done) => sum + done[time], 0) / workers / households * 1000)
  const kept = pages.flatMap(page => page.kept === undefined ? [] : [page.kept])
  const [early, late] = [Math.max(...kept.slice(0, workers)), Math.max(...kept.slice(-workers))]
  return {
    name: 'rescreen-100k',
    value: each('busy'),
    unit: `µs a household (${workers} workers, given ${each('processor')} of it on this machine; ${rounded(whole / households * 1000)} with making them up; each kept ${early} MB after a tenth and ${late} at the end)`,
  }
}

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
