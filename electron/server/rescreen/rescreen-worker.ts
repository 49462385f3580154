/** A thread that looks households up again, so that counters are answered meanwhile. It has the rules, and no store. */
import type { Comparison, ScreenedPage, StoredHousehold } from '#core/eligibility/rescreen/screen-page'
import { parentPort, workerData } from 'node:worker_threads'
import { pageScreener } from '#core/eligibility/rescreen/screen-page'

export interface ScreenOrder { readonly id: number, readonly page: readonly StoredHousehold[] }
export type ScreenAnswer
  = | { readonly id: number, readonly screened: ScreenedPage }
  /** The kind of the error only: its message may hold what is known of somebody. */
    | { readonly id: number, readonly failed: string }

const screen = pageScreener(workerData as Comparison)

parentPort?.on('message', ({ id, page }: ScreenOrder) => {
  try {
    parentPort?.postMessage({ id, screened: screen(page) } satisfies ScreenAnswer)
  }
  catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.name : 'unknown' } satisfies ScreenAnswer)
  }
})
