/** Looks through made-up households with the shipped rules, one page after the other, and tells of each page. */
import { join } from 'node:path'
import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import { planOf } from '#core/eligibility/plan/plan-of'
import { bitsIn } from '#core/eligibility/plan/words'
import { prepareHousehold } from '#core/eligibility/prepare-household'
import { PlainDate } from '#core/kernel/dates'
import { loadPolicy } from '#server/load-policy'
import { madeUpHouseholds } from '../support/made-up-households.ts'

export interface Part { readonly seed: number, readonly households: number, readonly page: number }
/**
 * `busy` is how long looking through took, in milliseconds, and `processor` how much of it the worker was given on a
 * machine with other work; making the households up is not in it. `kept` is what the
 * worker still holds after a full collection, in megabytes, told twice.
 */
export interface Page { readonly households: number, readonly busy: number, readonly processor: number, readonly likely: number, readonly open: number, readonly kept?: number }

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const { seed, households, page } = workerData as Part
const on = PlainDate.parse('2026-11-22')
const catalogue = await loadPolicy(join(import.meta.dirname, '../../resources/policy'))
const { screen } = planOf(catalogue)
const families = madeUpHouseholds({ seed, on, unknown: 0.6, mostlySmall: true })

function lookThrough(count: number): Page {
  // as a page of stored households comes to a worker
  const those = structuredClone(Array.from({ length: count }, () => families.next().value))
  let [likely, open] = [0, 0]
  const [begun, used] = [performance.now(), process.threadCpuUsage()]
  for (const family of those) {
    const verdicts = screen(prepareHousehold(family, on, catalogue.facts))
    for (let at = 0; at < verdicts.subjects.length; at++) {
      likely += bitsIn(verdicts.likely[at]!)
      open += bitsIn(verdicts.possible[at]! & ~verdicts.likely[at]!)
    }
  }
  return { households: count, busy: performance.now() - begun, processor: process.threadCpuUsage(used).user / 1000, likely, open }
}

function kept(): number {
  collect()
  return Math.round(process.memoryUsage().heapUsed / 1e6)
}

parentPort!.on('message', () => {
  for (let left = households; left > 0; left -= page) {
    const done = lookThrough(Math.min(page, left))
    parentPort!.postMessage(left === households * 0.9 || left <= page ? { ...done, kept: kept() } : done)
  }
  parentPort!.close()
})
parentPort!.postMessage('ready')
