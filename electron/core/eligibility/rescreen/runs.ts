/**
 * The runs whose outcome can be read by name: in the memory of this process, the newest few of an office.
 *
 * They hold ids and directions, nothing else of anybody; after a restart a run is made anew.
 */
import type { Host } from '../../host.ts'
import type { Instant } from '../../kernel/dates.ts'
import type { Gathered } from './gather-flips.ts'
import type { RunId } from './model.ts'
import type { Comparison } from './screen-page.ts'
import { secondsBetween } from '../../kernel/moments.ts'

export interface Run { readonly comparison: Comparison, readonly gathered: Gathered }

/** Whoever looks, and when it last got on. */
interface Looking { at: Instant }
interface Office { looking: Looking | undefined, readonly runs: Map<RunId, Run> }

const mostRuns = 4
const offices = new WeakMap<Host, Office>()

function officeOf(host: Host): Office {
  let office = offices.get(host)
  if (!office)
    offices.set(host, office = { looking: undefined, runs: new Map() })
  return office
}

export const findRun = (host: Host, id: RunId): Run | undefined => officeOf(host).runs.get(id)

export function keepRun(host: Host, id: RunId, run: Run): void {
  const { runs } = officeOf(host)
  runs.set(id, run)
  for (const old of [...runs.keys()].slice(0, -mostRuns))
    runs.delete(old)
}

/** A page that is gone without a word, such as a window whose machine was switched off, keeps nobody waiting longer. */
const secondsUntilGone = 60

export interface Turn {
  /** Says that it got on. @returns whether it may go on: nobody else took the turn meanwhile */
  readonly goOn: () => boolean
  readonly end: () => void
}

/** One at a time, so that two leads do not take both cores from the counters. @returns `undefined` while another looks */
export function takeTurn(host: Host): Turn | undefined {
  const office = officeOf(host)
  if (office.looking && secondsBetween(office.looking.at, host.now()) < secondsUntilGone)
    return undefined
  const mine: Looking = { at: host.now() }
  office.looking = mine
  return {
    goOn: () => {
      mine.at = host.now()
      return office.looking === mine
    },
    end: () => {
      if (office.looking === mine)
        office.looking = undefined
    },
  }
}
