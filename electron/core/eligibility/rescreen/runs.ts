/**
 * The runs whose outcome can be read by name: in the memory of this process, the newest few of an office.
 *
 * They hold ids and directions, nothing else of anybody; after a restart a run is made anew.
 */
import type { Host } from '../../host.ts'
import type { Gathered } from './gather-flips.ts'
import type { RunId } from './model.ts'
import type { Comparison } from './screen-page.ts'

export interface Run { readonly comparison: Comparison, readonly gathered: Gathered }

interface Office { looking: boolean, readonly runs: Map<RunId, Run> }

const mostRuns = 4
const offices = new WeakMap<Host, Office>()

function officeOf(host: Host): Office {
  let office = offices.get(host)
  if (!office)
    offices.set(host, office = { looking: false, runs: new Map() })
  return office
}

export const findRun = (host: Host, id: RunId): Run | undefined => officeOf(host).runs.get(id)

export function keepRun(host: Host, id: RunId, run: Run): void {
  const { runs } = officeOf(host)
  runs.set(id, run)
  for (const old of [...runs.keys()].slice(0, -mostRuns))
    runs.delete(old)
}

/** One at a time, so that two leads do not take both cores from the counters. @returns `undefined` while another looks; else what ends it */
export function beginLooking(host: Host): (() => void) | undefined {
  const office = officeOf(host)
  if (office.looking)
    return undefined
  office.looking = true
  return () => void (office.looking = false)
}
